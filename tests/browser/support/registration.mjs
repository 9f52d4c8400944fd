// A visitor on the way to becoming a member: the steps, the mails on the way, and what the browser
// keeps of it.
//
//   await openDesk(page, host.address('ipma', '#/register'));
//   await fillStepOne(page, ana);
//   await createButton(page).click();
//   await atStep(page, 2);
//   const [mail] = await mailsOf(page, host);      // newest first: {to, subject, text, links}
import assert from 'node:assert/strict';

import {openDesk, settled, tabTo} from './desk.mjs';
import {words} from './hosts.mjs';

/** Who she says she is; the registry knows a certificate of hers. */
export const ana = {
  first_name: 'Ana', last_name: 'Kos', email: 'ana.kos@example.org', country: 'Slovenia',
  password: 'thistle ferry under snow', certificate: 'SI-23-C-00417',
};

const byKey = (page, key) => page.locator(`[id="${key}"]`);
const textbox = (page, name) => page.getByRole('textbox', {name: words[name], exact: true});

export const firstName = (page) => textbox(page, 'registration.first_name');
export const lastName = (page) => textbox(page, 'registration.last_name');
export const email = (page) => textbox(page, 'registration.email');
export const country = (page) =>
  page.getByRole('combobox', {name: words['registration.country'], exact: true});
export const password = (page) => page.getByLabel(words['sign_in.password'], {exact: true});
export const agreed = (page) => page.getByRole('checkbox', {name: /^By clicking/});
export const certificateNumber = (page) => textbox(page, 'certificates.number');
export const certificateTick = (page, number) =>
  page.getByRole('checkbox', {name: new RegExp(number)});
export const newPassword = (page) => page.getByLabel(words['new_password.password'], {exact: true});
export const newsletterEmail = (page) => textbox(page, 'newsletter.email');

/** Ends the step that is shown, the first or the second. */
export const createButton = (page) =>
  page.locator(':is([id="registration/submit"], [id="certificates/submit"])');
export const searchButton = (page) => byKey(page, 'certificates/search');
export const activateButton = (page) =>
  page.getByRole('button', {name: words['activation.submit'], exact: true});
export const confirmButton = (page) =>
  page.getByRole('button', {name: words['newsletter.confirm_submit'], exact: true});

export async function fillStepOne(page, visitor) {
  await firstName(page).fill(visitor.first_name);
  await lastName(page).fill(visitor.last_name);
  await email(page).fill(visitor.email);
  await country(page).fill(visitor.country);
  await password(page).fill(visitor.password);
  await agreed(page).check();
}

/** What is typed in step 1, by keyboard alone: the agreement comes next. */
export async function typeStepOne(page, visitor) {
  for (const name of ['first_name', 'last_name', 'email', 'country', 'password']) {
    await tabTo(page, `registration/${name}`);
    await page.keyboard.type(visitor[name]);
  }
}

const titles = {
  1: words['registration.title'], 2: words['certificates.title'], 3: words['mail_sent.title'],
};

/** Waits for the screen with this title. */
export async function atTitle(page, title) {
  await page.getByRole('heading', {level: 1, name: title, exact: true}).waitFor();
  await settled(page);
}

export const atStep = (page, step) => atTitle(page, titles[step]);

/** Step 1, from its address to its end. */
export async function takeStepOne(page, host, visitor) {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, visitor);
  await createButton(page).click();
  await atStep(page, 2);
}

/** Looks for the certificate and ticks it. */
export async function tickCertificate(page, number) {
  await certificateNumber(page).fill(number);
  await searchButton(page).click();
  await certificateTick(page, number).check();
}

/** All three steps; step 2 is skipped for somebody without a certificate. */
export async function register(page, host, visitor) {
  await takeStepOne(page, host, visitor);
  if (visitor.certificate) await tickCertificate(page, visitor.certificate);
  await createButton(page).click();
  await atStep(page, 3);
}

/** Follows the link of the newest mail and activates the account; ends at the sign-in form. */
export async function activate(page, host) {
  const [mail] = await mailsOf(page, host);
  await openDesk(page, mail.links[0]);
  await activateButton(page).click();
  await atTitle(page, words['sign_in.title']);
}

// ---- mails ----

/** The mails that the host would have sent, the newest first. */
export async function mailsOf(page, host) {
  if (host.name !== 'server') return demoMails(page, host);
  const reply = await fetch(`${host.plainOrigin}/dev/mailbox.json`);
  return (await reply.json()).messages;
}

/** As a visitor of the demo reads them, in a tab of their own. */
async function demoMails(page, host) {
  const tab = await page.context().newPage();
  await tab.goto(host.address('ipma', '#/mailbox'));
  await tab.locator(':is([id="mail/0/subject"], [id="mailbox/none"])')
    .waitFor({state: 'attached'});
  const mails = await tab.evaluate(() => {
    const found = [];
    for (let i = 0; document.getElementById(`mail/${i}`) !== null; i += 1) {
      const card = document.getElementById(`mail/${i}`);
      const lines = [...card.querySelectorAll('p, a')].map((line) => line.textContent);
      const [to, ...text] = lines;
      found.push({
        to, subject: document.getElementById(`mail/${i}/subject`).textContent,
        text: text.join('\n'), links: [...card.querySelectorAll('a')].map(({href}) => href),
      });
    }
    return found;
  });
  await tab.close();
  await page.bringToFront();  // a tab that nobody sees draws once a second
  const prefix = words['mailbox.to'].replace('{email}', '');
  return mails.map((mail) => ({...mail, to: mail.to.replace(prefix, '')}));
}

/** One mail, to this address, and no other. */
export async function theOnlyMail(page, host, to) {
  const mails = await mailsOf(page, host);
  assert.deepEqual(mails.map((mail) => mail.to), [to]);
  return mails[0];
}

// ---- what the browser keeps ----

/** Runs in the page: every entry of every store of every database, and the two storages. */
async function readAll(only) {
  const asPromise = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = only ? [] : [{...localStorage}, {...sessionStorage}];
  const texts = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder().decode(value) : value;
  for (const {name} of await indexedDB.databases()) {
    if (only && name !== only) continue;
    const opening = indexedDB.open(name);
    // It was wiped in the meantime: reading must not make it anew, in the page's way.
    opening.onupgradeneeded = () => opening.transaction.abort();
    const database = await asPromise(opening).catch(() => null);
    if (!database) continue;
    database.onversionchange = () => database.close();  // never in the page's way
    try {
      for (const store of database.objectStoreNames) {
        const entries = await asPromise(database.transaction(store).objectStore(store).getAll());
        found.push(...entries.map((entry) => entry !== null && typeof entry === 'object' &&
          !(entry instanceof ArrayBuffer || ArrayBuffer.isView(entry))
          ? Object.values(entry).map(texts) : texts(entry)));
      }
    } finally {
      database.close();
    }
  }
  return JSON.stringify(found);
}

/** Everything that this origin keeps in the browser, as one text. */
export const everythingKept = (page) => page.evaluate(readAll);

/** What is kept of the drafts, as one text; "[]" where nothing is. */
export const draftsKept = (page) => within(20_000, 'reading the drafts',
                                          page.evaluate(readAll, 'laurel-desk'));

/** Wipes the origin's databases, as a browser does that needs the room. */
export async function wipeDatabases(context, page, origin) {
  const devTools = await context.newCDPSession(page);
  await within(10_000, 'wiping', devTools.send(
    'Storage.clearDataForOrigin', {origin, storageTypes: 'indexeddb'}));
  await devTools.detach();
}

/** What takes longer than it ever should says so, instead of holding up all tests after it. */
function within(ms, what, promise) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done after ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until the browser has acknowledged that it keeps `text`. */
export async function untilKept(page, text) {
  const end = Date.now() + 20_000;
  while (!(await draftsKept(page)).includes(text)) {
    assert.ok(Date.now() < end, `"${text}" is not kept: ${await draftsKept(page)}`);
    await new Promise((passed) => setTimeout(passed, 20));
  }
}

/** Waits until nothing is kept any more. */
export async function untilNothingKept(page) {
  const end = Date.now() + 20_000;
  for (;;) {
    const kept = JSON.parse(await draftsKept(page)).filter((entry) => entry !== '');
    const entries = kept.filter((entry) => String(entry).includes('drafts'));
    if (entries.length === 0) return;
    assert.ok(Date.now() < end, `kept: ${entries}`);
    await new Promise((passed) => setTimeout(passed, 20));
  }
}
