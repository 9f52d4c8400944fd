// What people go through in any modern browser, with no more of a page than Firefox's (puppeteer)
// and WebKit's (webkit.mjs) both have: goto, click, keyboard, evaluate and waitForFunction.
//
//   await page.goto(host.address());
//   await started(page);
//   await signIn(page, mara);
//   await says(page, 'IPMA Level C – Certified Project Manager');
import {words} from './hosts.mjs';
import {mailsOf, typeStepOne} from './registration.mjs';

export const byKey = (key) => `[id="${key}"]`;

/** Waits until the function gives something true; says what the page shows when it never does. */
async function until(page, body, ...all) {
  try {
    await page.waitForFunction(body, {timeout: 20_000, polling: 50}, ...all);
  } catch (cause) {
    const shown = await page.evaluate(() => `${location.hash}: ${document.body.innerText}`);
    throw new Error(`in vain: ${body} ${all}\nThe page shows ${shown}`, {cause});
  }
}

/** Waits until the page says `text` somewhere, drawn or plain. */
export const says = (page, text) => until(
  page, (wanted) => document.getElementById('mirror').textContent.includes(wanted), text);

/** The program has shown its first frame. */
export const started = (page) => until(
  page, () => document.getElementById('desk')?.style.getPropertyValue('--height') !== '');

const exists = (page, key) => until(page, (id) => document.getElementById(id) !== null, key);

export const isDrawn = (page) =>
  page.evaluate(() => document.documentElement.classList.contains('drawn'));

/** At the sign-in form. */
export async function signIn(page, member) {
  await page.click(byKey('sign_in/email'));
  await page.keyboard.type(member.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(member.password);
  await page.keyboard.press('Enter');
}

/** Looks for the certificate and ticks it. */
async function tick(page, number) {
  await page.click(byKey('certificates/number'));
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  const key = `candidate/${number}/tick`;
  await exists(page, key);
  await page.click(byKey(key));
  await until(page, (id) => document.getElementById(id).checked, key);
}

/** Follows the link of the newest mail; in the demo from its mailbox, as a visitor does. */
async function followLink(page, host) {
  if (host.name === 'server') {
    const [mail] = await mailsOf(page, host);
    await page.goto(mail.links[0]);
  } else {
    await page.click(byKey('demo/mailbox'));
    await exists(page, 'mail/0');
    await page.click(`${byKey('mail/0')} a`);
  }
}

/** From the landing page to the account: three steps, the mail, its link, and signing in. */
export async function becomeMember(page, host, visitor) {
  await page.click(byKey('landing/start'));
  await says(page, words['registration.title']);
  await typeStepOne(page, visitor);
  await page.click(byKey('registration/agreed'));
  await page.click(byKey('registration/submit'));
  await says(page, words['certificates.title']);
  await tick(page, visitor.certificate);
  await page.click(byKey('certificates/submit'));
  await says(page, words['mail_sent.text'].replace('{email}', visitor.email));
  await followLink(page, host);
  await exists(page, 'mail_link/submit');
  await page.click(byKey('mail_link/submit'));
  await says(page, words['activation.done']);
  await signIn(page, visitor);
  await says(page, words['dashboard.greeting'].replace('{name}', visitor.first_name));
  await says(page, visitor.certificate);
}
