// Changing the password and the e-mail address in a real browser, on both hosts: by pointer and by
// keyboard, with the mails on the way.
import assert from 'node:assert/strict';
import {after, before} from 'node:test';

import {
  dashboardOf, fillIn, focused, newTab, openBrowser, openDesk, passwordField, settled, shows, showsProblem,
  signIn, signInForm, signOut, submitButton, tabTo,
} from './support/desk.mjs';
import {
  changeEmail, changePassword, confirmEmail, currentPassword, newEmail, newPassword, openAccount,
  savePassword, sendLink,
} from './support/account.mjs';
import {onFreshHosts} from './support/fresh_hosts.mjs';
import {mara, words} from './support/hosts.mjs';
import {atTitle, mailsOf} from './support/registration.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

const {onBothHosts, onServer} = onFreshHosts(() => browser);

const chosen = 'thistle ferry under snow';
const address = 'mara.new@example.org';
const sent = words['account.email_sent'].replace('{email}', address);

async function openProfile(page, host) {
  await openDesk(page, host.address());
  await signIn(page, mara);
  await openAccount(page, host);
}

/** From the dashboard, since signing in leads back to where one was. */
async function leave(page, host) {
  await page.goto(host.address('ipma', '#/dashboard'));
  await dashboardOf(page, mara);
  await signOut(page);
}

onBothHosts('a password is changed; this tab and another stay signed in', {},
            async (page, host, context) => {
  await openProfile(page, host);
  const other = await newTab(context, host.address('ipma', '#/dashboard'));
  await dashboardOf(other, mara);
  await page.bringToFront();  // a tab that nobody sees draws once a second
  await changePassword(page).click();
  await currentPassword(page).fill('not the password');
  await newPassword(page).fill(chosen);
  await savePassword(page).click();
  await showsProblem(page, words['password.wrong']);
  assert.equal(await focused(page), 'summary/title');
  assert.equal(await currentPassword(page).getAttribute('aria-invalid'), 'true');
  await currentPassword(page).fill(mara.password);
  await savePassword(page).click();
  await shows(page, words['account.password_saved']);
  assert.equal(await focused(page), 'account/title');
  await page.reload();
  await shows(page, words['account.title']);
  await other.bringToFront();
  await other.reload();
  await dashboardOf(other, mara);
  await page.bringToFront();
  const [mail] = await mailsOf(page, host);
  assert.equal(mail.to, mara.email);
  await leave(page, host);
  await fillIn(page, mara);
  await submitButton(page).click();
  await showsProblem(page, words['sign_in.wrong']);
  await signIn(page, {...mara, password: chosen});
});

onBothHosts('a new address is confirmed in another tab', {}, async (page, host, context) => {
  await openProfile(page, host);
  await changeEmail(page).click();
  await newEmail(page).fill(address);
  await currentPassword(page).fill(mara.password);
  await sendLink(page).click();
  await shows(page, sent);
  const mails = await mailsOf(page, host);
  assert.deepEqual(mails.map(({to}) => to).sort(), [mara.email, address].sort());
  const link = mails.find(({to}) => to === address).links[0];
  const tab = await newTab(context, link);
  await confirmEmail(tab).click();
  await atTitle(tab, words['email_confirm.done_title']);
  await page.bringToFront();
  await page.locator('[id="account/present_email/value"]').getByText(address).waitFor();
  const again = await newTab(context, link);
  await confirmEmail(again).click();
  await atTitle(again, words['activation.expired_title']);
  await page.bringToFront();
  await leave(page, host);
  await signIn(page, {...mara, email: address});
});

onServer('both with the keyboard alone', {}, async (page, host, context) => {
  await openProfile(page, host);
  const type = async (key, text) => {
    await tabTo(page, key);
    await page.keyboard.type(text);
  };
  await tabTo(page, 'account/password/open');
  await page.keyboard.press('Enter');
  await type('account/current_password', mara.password);
  await type('account/new_password', chosen);
  await page.keyboard.press('Enter');
  await shows(page, words['account.password_saved']);
  await tabTo(page, 'account/email/open');
  await page.keyboard.press('Space');
  await type('account/new_email', address);
  await type('account/current_password', chosen);
  await page.keyboard.press('Enter');
  await shows(page, sent);
  const mails = await mailsOf(page, host);
  page = await newTab(context, mails.find(({to}) => to === address).links[0]);
  await tabTo(page, 'mail_link/submit');
  await page.keyboard.press('Enter');
  await atTitle(page, words['email_confirm.done_title']);
});

onServer("where nobody is signed in, the account's password confirms the address", {},
            async (page, host) => {
  await openProfile(page, host);
  await changeEmail(page).click();
  await newEmail(page).fill(address);
  await currentPassword(page).fill(mara.password);
  await sendLink(page).click();
  await shows(page, sent);
  const mails = await mailsOf(page, host);
  await signOut(page);
  await openDesk(page, mails.find(({to}) => to === address).links[0]);
  await confirmEmail(page).click();
  await shows(page, words['email_confirm.prove']);
  await passwordField(page).fill(mara.password);
  await confirmEmail(page).click();
  await atTitle(page, words['email_confirm.done_title']);
  await page.goto(host.address('ipma', '#/profile'));
  await signInForm(page);
  await fillIn(page, {...mara, email: address});
  await submitButton(page).click();
  await shows(page, words['account.title']);
});

onServer('on a phone of 320 px nothing is cut', {viewport: {width: 320, height: 640}},
            async (page, host) => {
  const noSideways = async () => assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  await openProfile(page, host);
  await changePassword(page).click();
  await savePassword(page).click();
  await showsProblem(page, words['account.new_missing']);
  await noSideways();
  await changeEmail(page).click();
  await newEmail(page).waitFor();
  await settled(page);
  await noSideways();
});
