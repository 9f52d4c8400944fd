// Every screen and state that a member can meet, and how to get there: for the tests that hold on
// all of them, and for the screenshots.
//
//   for (const screen of screens) await screen.reach(page, host);   // host: startServer()
import {
  dashboardOf, fillIn, haveSession, openDesk, settled, shows, showsProblem, submitButton,
} from './desk.mjs';
import {hanako, mara, newcomer, words} from './hosts.mjs';
import {
  changeEmail, changePassword, currentPassword, newEmail, newPassword, savePassword, sendLink,
} from './account.mjs';
import {answerAll, answerProblem} from './answers.mjs';
import {painted} from './paint.mjs';
import {visitorScreens} from './visitor_screens.mjs';

const api = '**/api/v1/ipma/**';

const signedIn = (member) => async (page, host) => {
  await haveSession(page, host, member);
  await openDesk(page, host.address('ipma', '#/dashboard'));
  await dashboardOf(page, member);
  // The focus is on the heading; a pointer at rest in a corner lights nothing.
  await page.mouse.move(2, 400);
  await settled(page);
};

const opened = (member, fragment, text) => async (page, host) => {
  await haveSession(page, host, member);
  await openDesk(page, host.address('ipma', fragment));
  await shows(page, text);
  await page.mouse.move(2, 400);
  await settled(page);
};

/** As Mara, at the fragment's screen. */
const goneTo = (fragment, text) => opened(mara, fragment, text);

/** The same, with answers of answers.mjs. */
const shown = (fragment, text) => async (page, host) => {
  await answerAll(page);
  await goneTo(fragment, text)(page, host);
};

/** A picture that shows how it lies. */
const gradient = (page) => painted(page, {
  width: 600, height: 400, type: 'image/png', stops: [[0, '#7fb3d5'], [1, '#1a5276']]});

export const screens = [
  ...visitorScreens,
  {name: 'sign-in', reach: (page, host) => openDesk(page, host.address())},
  {name: 'sign-in-filled', reach: async (page, host) => {
    await openDesk(page, host.address());
    await fillIn(page, mara);
    await page.getByRole('checkbox').check();
    await settled(page);
  }},
  {name: 'sign-in-errors', reach: async (page, host) => {
    await openDesk(page, host.address());
    await submitButton(page).press('Enter');
    await showsProblem(page, words['email.missing']);
  }},
  {name: 'sign-in-refused', reach: async (page, host) => {
    await openDesk(page, host.address());
    await fillIn(page, {email: 'nobody@example.org', password: 'not-the-password'});
    const refusal = {status: 401, code: 'wrong_credentials', title: 'Wrong'};
    await page.route(api, (route) => route.fulfill({
      status: 401, contentType: 'application/problem+json', body: JSON.stringify(refusal)}));
    await submitButton(page).press('Enter');
    await showsProblem(page, words['sign_in.wrong']);
  }},
  {name: 'sign-in-offline', reach: async (page, host) => {
    await openDesk(page, host.address());
    await fillIn(page, mara);
    await page.route(api, (route) => route.abort());
    await submitButton(page).press('Enter');
    await showsProblem(page, words['problem.offline']);
  }},
  {name: 'sign-in-busy', reach: async (page, host) => {
    await openDesk(page, host.address());
    await fillIn(page, mara);
    await page.route(api, () => {});  // never answered
    await submitButton(page).press('Enter');
    await page.getByRole('button', {name: words['sign_in.busy']}).waitFor();
    await settled(page);
  }},
  {name: 'signed-out', reach: async (page, host) => {
    await signedIn(mara)(page, host);
    await page.getByRole('button', {name: words['shell.sign_out']}).press('Enter');
    await shows(page, words['sign_in.signed_out']);
    await settled(page);
  }},
  {name: 'dashboard', reach: signedIn(mara)},
  {name: 'dashboard-japanese', reach: signedIn(hanako)},
  {name: 'dashboard-empty', reach: signedIn(newcomer)},
  {name: 'dashboard-trouble', reach: async (page, host) => {
    await signedIn(mara)(page, host);
    await page.route('**/api/v1/ipma/dashboard', (route) => route.abort());
    await page.reload();
    await showsProblem(page, words['problem.offline']);
  }},
  {name: 'my-certificates', reach: opened(mara, '#/certificates', 'DE-24-B-01877')},
  {name: 'certificate',
   reach: opened(mara, '#/certificates/DE-21-C-09358', words['certificate.proof'])},
  {name: 'certificate-level-d',
   reach: opened(mara, '#/certificates/DE-16-D-22140', words['certificate.none_at_level_d'])},
  {name: 'proof', reach: async (page, host) => {
    await opened(mara, '#/proof/DE-24-B-01877', words['proof.verify'])(page, host);
    await page.getByRole('img', {name: /^QR code: /}).waitFor();
    await settled(page);
  }},
  {name: 'verification', reach: async (page, host) => {
    await opened(mara, '#/certificates/DE-24-B-01877', words['certificate.proof'])(page, host);
    await page.getByRole('link', {name: words['certificates.verification']}).press('Enter');
    await shows(page, words['verification.title']);
    await shows(page, 'DE-24-B-01877');
    await settled(page);
  }},
  {name: 'verification-unknown', reach: async (page, host) => {
    await openDesk(page, host.address('ipma', '#/verify/never-was'));
    await shows(page, words['verification.unknown_title']);
    await settled(page);
  }},
  {name: 'members', reach: shown('#/members', 'Ida Berg')},
  {name: 'members-nobody', reach: goneTo('#/members?words=zzyzx&country=SE',
                                         words['members.nobody'])},
  {name: 'members-trouble', reach: async (page, host) => {
    await page.route('**/directory', (route) => route.abort());
    await goneTo('#/members', words['problem.offline'])(page, host);
  }},
  {name: 'member', reach: shown('#/members/ida', 'Skyline Works')},
  {name: 'member-private', reach: shown('#/members/private', words['member.shows_no_more'])},
  {name: 'profile', reach: goneTo('#/profile', words['profile.basic'])},
  {name: 'profile-problems', reach: async (page, host) => {
    await goneTo('#/profile', words['profile.basic'])(page, host);
    await page.locator('[id="edit_profile/first_name"]').fill('');
    await page.getByRole('button', {name: words['profile.save']}).press('Enter');
    await page.locator('[id="summary/title"]').waitFor();
    await settled(page);
  }},
  {name: 'account-problems', reach: async (page, host) => {
    await goneTo('#/profile', words['profile.basic'])(page, host);
    await changePassword(page).press('Enter');
    await currentPassword(page).fill('not the password');
    await newPassword(page).fill('thistle ferry under snow');
    await shows(page, words['advice.strong']);
    await answerProblem(page, 'password', 400, 'invalid',
                        {errors: [{field: 'current_password', code: 'wrong'}]});
    await savePassword(page).press('Enter');
    await showsProblem(page, words['password.wrong']);
  }},
  {name: 'account-mail-sent', reach: async (page, host) => {
    await answerAll(page);
    await goneTo('#/profile', words['profile.basic'])(page, host);
    await changeEmail(page).press('Enter');
    await newEmail(page).fill('mara.new@example.org');
    await currentPassword(page).fill(mara.password);
    await sendLink(page).press('Enter');
    await shows(page, words['account.email_sent'].replace('{email}', 'mara.new@example.org'));
    await settled(page);
  }},
  {name: 'devices', reach: async (page, host) => {
    const session = (device, current, signedInAt, lastSeen) => ({
      session_id: device.replaceAll(' ', '-'), device, current,
      signed_in: Date.parse(signedInAt), last_seen: Date.parse(lastSeen)});
    await page.route('**/api/v1/ipma/sessions', (route) => route.fulfill({json: {sessions: [
      session('Firefox on Linux', true, '2026-11-02T09:00Z', '2026-11-21T18:00Z'),
      session('Safari on iPhone', false, '2026-10-30T07:30Z', '2026-11-19T21:15Z')]}}));
    await goneTo('#/devices', 'Safari on iPhone')(page, host);
  }},
  {name: 'profile-leaving', reach: async (page, host) => {
    await goneTo('#/profile', words['profile.basic'])(page, host);
    await page.locator('[id="edit_profile/company"]').fill('Riverside Works');
    await page.goto(host.address('ipma', '#/dashboard'));
    await shows(page, words['profile.leaving']);
    await settled(page);
  }},
  {name: 'profile-preview', reach: async (page, host) => {
    await goneTo('#/profile', words['profile.basic'])(page, host);
    await page.getByRole('button', {name: words['privacy.preview']}).press('Enter');
    await shows(page, words['privacy.preview_title']);
    await page.locator('[id="edit_profile/seen/name"]').waitFor();
    await settled(page);
  }},
  {name: 'profile-photo', reach: async (page, host) => {
    await goneTo('#/profile', words['profile.basic'])(page, host);
    await page.locator('[id="photo/file"]').setInputFiles(
      {name: 'me.png', mimeType: 'image/png', buffer: await gradient(page)});
    await page.locator('[id="photo/crop"]').waitFor();
    await settled(page);
  }},
  {name: 'opening', reach: async (page, host) => {
    await page.route(api, () => {});
    await page.goto(host.address('ipma', '#/dashboard'));
    await shows(page, words['shell.opening'].replace('{platform}', 'my.ipma'));
    await settled(page);
  }},
  {name: 'opening-trouble', reach: async (page, host) => {
    await page.route(api, (route) => route.abort());
    await page.goto(host.address('ipma', '#/dashboard'));
    await showsProblem(page, words['problem.offline']);
  }},
  {name: 'not-found', reach: async (page, host) => {
    await openDesk(page, host.address('ipma', '#/nowhere'));
    await shows(page, words['not_found.title']);
    await settled(page);
  }},
  {name: 'ima-landing', reach: (page, host) => openDesk(page, host.address('ima', '#/'))},
  {name: 'ima-sign-in', reach: (page, host) => openDesk(page, host.address('ima', '#/login'))},
  {name: 'chooser', isDesk: false, reach: async (page, host) => {
    await page.goto(`${host.origin}/`);
    await page.getByRole('link').first().waitFor();
  }},
].map((screen) => ({isDesk: true, ...screen}));

