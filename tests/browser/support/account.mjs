// The account's card on the profile's screen.
//
//   await openAccount(page, host);      // somebody is signed in
//   await changePassword(page).click();
import {settled, shows} from './desk.mjs';
import {words} from './hosts.mjs';

const button = (name) => (page) =>
  page.getByRole('button', {name: words[name], exact: true});

export const changeEmail = button('account.change_email');
export const changePassword = button('account.change_password');
export const sendLink = button('forgotten.submit');
export const savePassword = button('new_password.submit');
export const confirmEmail = button('email_confirm.submit');

const field = (name) => (page) => page.getByLabel(words[name], {exact: true});

export const newEmail = field('account.new_email');
export const currentPassword = field('account.current_password');
export const newPassword = field('new_password.password');

export async function openAccount(page, host) {
  await page.goto(host.address('ipma', '#/profile'));
  await shows(page, words['account.title']);
  await settled(page);
}
