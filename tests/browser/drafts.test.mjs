// What was typed for a registration and is not sent yet: it survives a reload, a killed tab, a
// killed browser and a wiped storage, in every step and in several tabs. The password is never kept.
import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {after, before, test} from 'node:test';

import {launchToKill} from './support/browser.mjs';
import {
  newTab, openBrowser, openDesk, settled, shows, signIn, signOutButton, valueOf, watch,
} from './support/desk.mjs';
import {onFreshHosts} from './support/fresh_hosts.mjs';
import {bothHosts, mara, words} from './support/hosts.mjs';
import {
  agreed, ana, atStep, certificateNumber, certificateTick, country, createButton, draftsKept,
  everythingKept, fillStepOne, firstName, lastName, password, takeStepOne, theOnlyMail,
  tickCertificate, untilKept, untilNothingKept, wipeDatabases,
} from './support/registration.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

const {onBothHosts, onServer} = onFreshHosts(() => browser);

/** Everything of step 1 is as she typed it, but for the password. */
async function stepOneIsThere(page) {
  const typed = {};
  for (const key of ['first_name', 'last_name', 'email', 'country']) {
    typed[key] = await valueOf(page, `registration/${key}`);
  }
  const {first_name, last_name, email, country: from} = ana;
  assert.deepEqual(typed, {first_name, last_name, email, country: from});
  assert.ok(await agreed(page).isChecked());
  assert.equal(await valueOf(page, 'registration/password'), '');
}

const restored = (page, key, value) => page.waitForFunction(
  ([id, wanted]) => document.getElementById(id)?.value === wanted, [key, value], {polling: 20});

const stepOneRestored = async (page) => {
  await restored(page, 'registration/last_name', ana.last_name);
  await settled(page);
  await stepOneIsThere(page);
};

const stepTwoRestored = async (page) => {
  await atStep(page, 2);
  assert.equal(await valueOf(page, 'certificates/number'), ana.certificate);
  assert.ok(await certificateTick(page, ana.certificate).isChecked());
};

// ---- a reload ----

onServer('promise 23: step 1 survives a reload, and the password is nowhere', {},
            async (page, host) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await page.getByRole('button', {name: words['password.show_name']}).click();
  await settled(page);
  await untilKept(page, ana.last_name);
  assert.ok(!(await everythingKept(page)).includes(ana.password));
  await page.reload();
  await stepOneRestored(page);
  await password(page).fill(ana.password);
  await createButton(page).click();
  await atStep(page, 2);
  assert.ok(!(await everythingKept(page)).includes(ana.password), 'nor when it is sent');
});

onBothHosts('promise 23: an unsaved profile survives a closed tab; signing out leaves nothing of it', {},
            async (page, host, context) => {
  await openDesk(page, host.address());
  await signIn(page, mara);
  await page.goto(host.address('ipma', '#/profile'));
  await shows(page, words['profile.basic']);
  // She stays signed in as long as a tab is open.
  const next = await newTab(context, host.address('ipma', '#/profile'));
  await shows(next, words['profile.basic']);
  await page.locator('[id="edit_profile/biography"]').fill('Fifteen years of bridges.');
  await untilKept(page, 'Fifteen years');
  await page.close();
  await next.reload();
  await restored(next, 'edit_profile/biography', 'Fifteen years of bridges.');
  await settled(next);
  await signOutButton(next).click();
  await untilNothingKept(next);
});

onBothHosts('promise 23: steps 2 and 3 survive a reload and lead to one mail', {},
            async (page, host) => {
  await takeStepOne(page, host, ana);
  await tickCertificate(page, ana.certificate);
  await page.getByRole('checkbox', {name: /newsletter/}).check();
  await untilKept(page, '"newsletter\\\\\\":true');
  await page.reload();
  await stepTwoRestored(page);
  assert.ok(await page.getByRole('checkbox', {name: /newsletter/}).isChecked());
  await createButton(page).click();
  await atStep(page, 3);
  await settled(page);
  await page.reload();
  await atStep(page, 3);
  await shows(page, words['mail_sent.text'].replace('{email}', ana.email));
  await theOnlyMail(page, host, ana.email);
});

onServer('drafts of one association are not shown at another', {}, async (page, host) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await untilKept(page, ana.last_name);
  await openDesk(page, host.address('ima', '#/register'));
  await page.getByRole('button', {name: words['password.show_name']}).click();
  await settled(page);
  assert.equal(await lastName(page).inputValue(), '');
  await openDesk(page, host.address('ipma', '#/register'));
  await stepOneRestored(page);
});

onServer('promise 23: a tab in the background takes nothing away', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await untilKept(page, ana.last_name);
  const hidden = await context.newPage();
  await hidden.addInitScript(() => { self.requestAnimationFrame = () => 1; });  // as browsers do
  const joining = hidden.waitForResponse(/laurel-joining/);
  await hidden.goto(host.address('ipma', '#/register'));
  await (await joining).finished();
  await hidden.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await sleep(1000);  // what it should not do would be done by now
  assert.match(await draftsKept(page), new RegExp(ana.last_name));
  await page.reload();
  await stepOneRestored(page);
});

onServer('promise 23: after a day the drafts are gone from the browser', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await untilKept(page, ana.last_name);
  await page.close();
  const later = await context.newPage();
  await later.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 25 * 3600 * 1000;
  });
  await openDesk(later, host.address('ipma', '#/register'));
  await untilNothingKept(later);
  assert.equal(await lastName(later).inputValue(), '');
});

// ---- killed ----

onServer('promise 23: a tab that crashes loses nothing of step 1', {},
            async (page, host, context) => {
  page.expectTrouble(/the page crashed/);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await untilKept(page, ana.last_name);
  await crash(page, context);
  const again = await newTab(context, host.address('ipma', '#/register'));
  await stepOneRestored(again);
  assert.ok(!(await everythingKept(again)).includes(ana.password));
});

onBothHosts('promise 23: a tab that crashes loses nothing of step 2', {},
            async (page, host, context) => {
  page.expectTrouble(/the page crashed/);
  await takeStepOne(page, host, ana);
  await tickCertificate(page, ana.certificate);
  await untilKept(page, `"ticked\\\\\\":[\\\\\\"${ana.certificate}`);
  await crash(page, context);
  const again = await newTab(context, host.address('ipma', '#/register/certificates'));
  await stepTwoRestored(again);
  await createButton(again).click();
  await atStep(again, 3);
  await theOnlyMail(again, host, ana.email);
});

/** Its renderer dies, as when the system takes its memory. */
async function crash(page, context) {
  const devTools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devTools.send('Page.crash').catch(() => {});  // nobody is left to answer
  await crashed;
  await page.close();
}

const start = async (profile) => {
  const killable = await launchToKill(profile);
  await killable.page.addInitScript(watch);
  killable.page.setDefaultTimeout(10_000);
  return killable;
};

for (const {name, start: startHost} of bothHosts) {
  test(`promise 23: SIGKILL of the browser in steps 1 and 2 (${name})`, async (t) => {
    const host = await startHost();
    const profile = await mkdtemp(join(tmpdir(), 'laurel-drafts-'));
    let running = null;
    const killed = async () => {
      await running.kill();
      running = null;
    };
    t.after(async () => {
      await running?.kill();
      await host.close();
      await rm(profile, {recursive: true, force: true, maxRetries: 5});
    });
    running = await start(profile);
    await openDesk(running.page, host.address('ipma', '#/register'));
    await fillStepOne(running.page, ana);
    await untilKept(running.page, '"agreed\\\\\\":true');
    await killed();

    running = await start(profile);
    await openDesk(running.page, host.address('ipma', '#/register'));
    await stepOneRestored(running.page);
    await password(running.page).fill(ana.password);
    await createButton(running.page).click();
    await atStep(running.page, 2);
    await tickCertificate(running.page, ana.certificate);
    await untilKept(running.page, `"ticked\\\\\\":[\\\\\\"${ana.certificate}`);
    await killed();

    running = await start(profile);
    await openDesk(running.page, host.address('ipma', '#/register/certificates'));
    await stepTwoRestored(running.page);
    await createButton(running.page).click();
    await atStep(running.page, 3);
    await theOnlyMail(running.page, host, ana.email);
  });
}

// ---- storage that is full or gone ----

const megabyte = 1024 * 1024;

/** Fills what is left of the origin's quota, to the last KiB. */
const fillQuota = (page) => page.evaluate(async () => {
  const asPromise = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const request = indexedDB.open('filler', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('junk', {autoIncrement: true});
  const database = await asPromise(request);
  const put = (size) => new Promise((resolve) => {
    const transaction = database.transaction('junk', 'readwrite');
    transaction.objectStore('junk').put(crypto.getRandomValues(new Uint8Array(size)));
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  let filled = 0;
  for (const size of [65536, 16384, 4096, 1024]) {
    while (filled < 64 * 1024 * 1024 && await put(size)) filled += size;
  }
  database.close();
  return filled;
});

onBothHosts('promise 22: with a quota of 3 MiB that is full, what is not kept is told', {},
            async (page, host, context) => {
  const devTools = await context.newCDPSession(page);
  await devTools.send('Storage.overrideQuotaForOrigin',
                      {origin: host.origin, quotaSize: 3 * megabyte});
  await openDesk(page, host.address('ipma', '#/register'));
  const filled = await fillQuota(page);
  assert.ok(filled < 4 * megabyte, `the quota holds: ${filled} bytes`);
  const long = 'Anastazija '.repeat(3000).trim();
  await firstName(page).fill(long);
  await lastName(page).fill(ana.last_name);
  await settled(page);
  const told = page.getByText(words['problem.storage_denied']);
  const end = Date.now() + 5000;
  let kept = false;
  while (!kept && !(await told.isVisible()) && Date.now() < end) {
    kept = (await draftsKept(page)).includes(long);
  }
  assert.ok(kept || await told.isVisible(), 'neither kept nor told');
  // Told or not, the page goes on.
  await fillStepOne(page, ana);
  assert.equal(await valueOf(page, 'registration/last_name'), ana.last_name);
});

onBothHosts('promise 25: storage wiped in use: what is typed then is kept again', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await firstName(page).fill(ana.first_name);
  await untilKept(page, ana.first_name);
  await wipeDatabases(context, page, host.origin);
  assert.ok(!(await draftsKept(page)).includes(ana.first_name));
  await fillStepOne(page, ana);
  await untilKept(page, '"agreed\\\\\\":true');
  await page.reload();
  await stepOneRestored(page);
  await password(page).fill(ana.password);
  await createButton(page).click();
  await atStep(page, 2);
});

onBothHosts('promise 25: storage wiped in step 2: nothing typed is lost, and the way goes on', {},
            async (page, host, context) => {
  await takeStepOne(page, host, ana);
  await wipeDatabases(context, page, host.origin);
  await certificateNumber(page).fill(ana.certificate);
  await createButton(page).click();
  const heading = page.getByRole('heading', {level: 1});
  await heading.filter({hasText: new RegExp(
    `${words['mail_sent.title']}|${words['registration.title']}`)}).waitFor();
  if ((await heading.innerText()) === words['registration.title']) {
    // The demo's backend was in what was wiped, and with it the registration.
    assert.notEqual(host.name, 'server');
    await shows(page, words['problem.expired']);
    await stepOneIsThere(page);
    await password(page).fill(ana.password);
    await createButton(page).click();
    await atStep(page, 2);
    await createButton(page).click();
  }
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});

onBothHosts('promise 24: a page of a newer version takes the drafts’ database: told, never silent',
            {}, async (page, host) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await firstName(page).fill(ana.first_name);
  await untilKept(page, ana.first_name);
  await page.evaluate(() => new Promise((opened, failed) => {
    const request = indexedDB.open('laurel-desk', 2);
    request.onsuccess = () => { request.result.close(); opened(); };
    request.onerror = () => failed(request.error);
    setTimeout(() => failed(new Error('the page holds on to the database')), 5000);
  }));
  await lastName(page).fill(ana.last_name);
  await shows(page, words['problem.other_version']);
});

/** As a later version would, whose database has another schema. In the page or in the worker. */
const openAsLater = (database) => `{
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function(name, version) {
    return open.call(this, name, name === '${database}' ? version + 1 : version);
  };
}`;

onBothHosts('promise 24: an older version that holds on to the database: asked to be closed', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await firstName(page).fill(ana.first_name);
  await untilKept(page, ana.first_name);
  const database = host.name === 'server' ? 'laurel-desk' : 'laurel-demo';
  await page.goto(`${host.origin}/`);
  await page.evaluate((name) => new Promise((held) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => { self.connection = request.result; held(); };
  }), database);

  const later = await context.newPage();
  await later.addInitScript(openAsLater(database));
  await later.route('**/worker-boot.*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: openAsLater(database) + await response.text()});
  });
  await openDesk(later, host.address('ipma', '#/register'));
  await shows(later, words['problem.storage_blocked']);
  await page.close();
  await later.getByText(words['problem.storage_blocked']).waitFor({state: 'detached'});
  await restored(later, 'registration/first_name', ana.first_name);
  await fillStepOne(later, ana);
  await createButton(later).click();
  await atStep(later, 2);
});

// ---- several tabs ----

onBothHosts('promise 24: two tabs in the middle of the steps go on, each to its end', {},
            async (page, host, context) => {
  await takeStepOne(page, host, ana);
  await tickCertificate(page, ana.certificate);
  await untilKept(page, `"ticked\\\\\\":[\\\\\\"${ana.certificate}`);
  const other = await newTab(context, host.address('ipma', '#/register/certificates'));
  await stepTwoRestored(other);
  await createButton(other).click();
  await atStep(other, 3);
  await theOnlyMail(other, host, ana.email);
  // The first tab shows step 2 still. Its button sends no second mail.
  await page.bringToFront();
  assert.ok(await certificateTick(page, ana.certificate).isChecked());
  await createButton(page).click();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});

onServer('promise 24: what is typed in two tabs is what the last one typed', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await firstName(page).fill('Anka');
  await untilKept(page, 'Anka');
  const other = await newTab(context, host.address('ipma', '#/register'));
  await restored(other, 'registration/first_name', 'Anka');
  await fillStepOne(other, ana);
  await untilKept(other, '"agreed\\\\\\":true');
  await page.close();
  await other.reload();
  await stepOneRestored(other);
});

// ---- back and forward ----

onServer('back and forward in the middle of the steps lose nothing and send one mail', {},
            async (page, host) => {
  await takeStepOne(page, host, ana);
  await tickCertificate(page, ana.certificate);
  await settled(page);
  await page.goBack();
  await atStep(page, 1);
  await stepOneIsThere(page);
  await page.goForward();
  await stepTwoRestored(page);
  await createButton(page).click();
  await atStep(page, 3);
  await page.goBack();
  await stepTwoRestored(page);
  await page.goForward();
  await atStep(page, 3);
  await page.goBack();
  await atStep(page, 2);
  await createButton(page).click();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});

onServer('what is ticked at the moment of leaving is kept', {}, async (page, host) => {
  await takeStepOne(page, host, ana);
  await tickCertificate(page, ana.certificate);
  await settled(page);
  // On a machine that is busy: no frame between the tick and the new address.
  await page.evaluate(() => {
    const ask = self.requestAnimationFrame;
    self.requestAnimationFrame = (callback) => setTimeout(() => ask(callback), 200);
    addEventListener('hashchange', () => { self.requestAnimationFrame = ask; }, {once: true});
    document.getElementById('certificates/newsletter').click();
    location.hash = '#/register';
  });
  await atStep(page, 1);
  await page.goBack();
  await stepTwoRestored(page);
  assert.ok(await page.getByRole('checkbox', {name: /newsletter/}).isChecked());
});

onServer('back to step 1, another country, and on: the second registration counts', {},
            async (page, host) => {
  await takeStepOne(page, host, ana);
  await page.goBack();
  await atStep(page, 1);
  await country(page).fill('Croatia');
  await password(page).fill(ana.password);
  await createButton(page).click();
  await atStep(page, 2);
  await createButton(page).click();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});
