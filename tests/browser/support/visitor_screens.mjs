// The screens of visitors, in the same form as in screens.mjs: the landing page, the way to an
// account, what a mail's link opens, and what everybody may read. The answers come from answers.mjs,
// so that they are the same everywhere and no limit on mails is used up.
import {confirmEmail} from './account.mjs';
import {answerAll, answerProblem} from './answers.mjs';
import {openDesk, settled, shows, showsProblem} from './desk.mjs';
import {words} from './hosts.mjs';
import {
  activateButton, ana, atStep, atTitle, certificateTick, confirmButton, createButton, fillStepOne,
  newPassword, newsletterEmail, tickCertificate,
} from './registration.mjs';

const token = 'A'.repeat(43);

/** Opens the address, with every answer ready; a pointer at rest in a corner lights nothing. */
async function open(page, host, fragment) {
  await answerAll(page);
  await openDesk(page, host.address('ipma', fragment));
  await page.mouse.move(2, 400);
  await settled(page);
}

const opened = (fragment, text) => async (page, host) => {
  await open(page, host, fragment);
  await shows(page, text);
  await settled(page);
};

async function stepTwo(page, host) {
  await open(page, host, '#/register');
  await fillStepOne(page, ana);
  await createButton(page).press('Enter');
  await atStep(page, 2);
}

const linkScreens = [
  {name: 'activation', reach: opened(`#/activate/${token}`, words['activation.submit'])},
  {name: 'activation-expired', reach: async (page, host) => {
    await open(page, host, `#/activate/${token}`);
    await answerProblem(page, 'activations', 410, 'gone');
    await activateButton(page).press('Enter');
    await atTitle(page, words['activation.expired_title']);
  }},
  {name: 'activation-password', reach: async (page, host) => {
    await open(page, host, `#/activate/${token}`);
    await answerProblem(page, 'activations', 400, 'invalid',
                        {errors: [{field: 'password', code: 'missing'}]});
    await activateButton(page).press('Enter');
    await shows(page, words['activation.prove']);
  }},
  {name: 'activation-offline', reach: async (page, host) => {
    await open(page, host, `#/activate/${token}`);
    await page.route('**/activations', (route) => route.abort());
    await activateButton(page).press('Enter');
    await showsProblem(page, words['problem.offline']);
  }},
  {name: 'forgotten', reach: opened('#/forgot-password', words['forgotten.submit'])},
  {name: 'forgotten-errors', reach: async (page, host) => {
    await open(page, host, '#/forgot-password');
    await page.locator('[id="forgotten/submit"]').press('Enter');
    await showsProblem(page, words['email.missing']);
  }},
  {name: 'forgotten-sent', reach: async (page, host) => {
    await open(page, host, '#/forgot-password');
    await page.locator('[id="forgotten/email"]').fill(ana.email);
    await page.keyboard.press('Enter');
    await atTitle(page, words['forgotten.sent_title']);
  }},
  {name: 'new-password', reach: async (page, host) => {
    await open(page, host, `#/reset-password/${token}`);
    await newPassword(page).fill(ana.password);
    await shows(page, words['advice.strong']);
    await settled(page);
  }},
  {name: 'new-password-expired', reach: async (page, host) => {
    await open(page, host, `#/reset-password/${token}`);
    await answerProblem(page, 'password-resets/complete', 410, 'gone');
    await newPassword(page).fill(ana.password);
    await page.keyboard.press('Enter');
    await atTitle(page, words['activation.expired_title']);
  }},
  {name: 'email-confirm',
   reach: opened(`#/email/confirm/${token}`, words['email_confirm.submit'])},
  {name: 'email-confirm-password', reach: async (page, host) => {
    await open(page, host, `#/email/confirm/${token}`);
    await answerProblem(page, 'email/confirmations', 400, 'invalid',
                        {errors: [{field: 'password', code: 'missing'}]});
    await confirmEmail(page).press('Enter');
    await shows(page, words['email_confirm.prove']);
  }},
  {name: 'newsletter-errors', reach: async (page, host) => {
    await open(page, host, '#/');
    await page.locator('[id="newsletter/submit"]').press('Enter');
    await shows(page, words['email.missing']);
    await settled(page);
  }},
  {name: 'newsletter-sent', reach: async (page, host) => {
    await open(page, host, '#/');
    await newsletterEmail(page).fill('reader@example.org');
    await page.keyboard.press('Enter');
    await shows(page, words['newsletter.mail_sent'].replace('{email}', 'reader@example.org'));
    await settled(page);
  }},
  {name: 'newsletter-confirm',
   reach: opened(`#/newsletter/confirm/${token}`, words['newsletter.confirm_submit'])},
  {name: 'newsletter-confirmed', reach: async (page, host) => {
    await open(page, host, `#/newsletter/confirm/${token}`);
    await confirmButton(page).press('Enter');
    await atTitle(page, words['newsletter.confirmed_title']);
  }},
  {name: 'newsletter-cancel',
   reach: opened(`#/newsletter/unsubscribe/${token}`, words['newsletter.cancel_submit'])},
];

const registrationScreens = [
  {name: 'registration', reach: opened('#/register', words['registration.title'])},
  {name: 'registration-filled', reach: async (page, host) => {
    await open(page, host, '#/register');
    await fillStepOne(page, {...ana, password: 'summer2026'});
    await page.getByText(/^Strength:/).waitFor();
    await settled(page);
  }},
  {name: 'registration-errors', reach: async (page, host) => {
    await open(page, host, '#/register');
    await createButton(page).press('Enter');
    await showsProblem(page, words['first_name.missing']);
  }},
  {name: 'registration-limit', reach: async (page, host) => {
    await open(page, host, '#/register');
    await fillStepOne(page, ana);
    await shows(page, words['advice.strong']);
    await answerProblem(page, 'registrations', 429, 'too_many_tries', {retry_after_s: 90});
    await createButton(page).press('Enter');
    await showsProblem(page, /^Too many tries/);
  }},
  {name: 'certificates', reach: stepTwo},
  {name: 'certificates-errors', reach: async (page, host) => {
    await stepTwo(page, host);
    await page.locator('[id="certificates/search"]').press('Enter');
    await showsProblem(page, words['certificates.nothing_asked']);
  }},
  {name: 'certificates-found', reach: async (page, host) => {
    await stepTwo(page, host);
    await tickCertificate(page, ana.certificate);
    await certificateTick(page, 'SI-19-D-01152').waitFor();
    await settled(page);
  }},
  {name: 'certificates-none', reach: async (page, host) => {
    await stepTwo(page, host);
    await page.route('**/registrations/search', (route) => route.fulfill(
      {contentType: 'application/json', body: '{"certificates":[]}'}));
    await page.locator('[id="certificates/number"]').fill('XX-00-Z-00000');
    await page.keyboard.press('Enter');
    await shows(page, words['certificates.none']);
    await settled(page);
  }},
  {name: 'mail-sent', reach: async (page, host) => {
    await stepTwo(page, host);
    await createButton(page).press('Enter');
    await atStep(page, 3);
  }},
  {name: 'mail-sent-again', reach: async (page, host) => {
    await stepTwo(page, host);
    await createButton(page).press('Enter');
    await atStep(page, 3);
    await page.locator('[id="mail_sent/again"]').press('Enter');
    await shows(page, words['mail_sent.sent_again']);
    await settled(page);
  }},
];

export const visitorScreens = [
  {name: 'landing', reach: opened('#/', words['landing.start'])},
  {name: 'landing-menu', reach: async (page, host) => {
    await page.setViewportSize({width: 390, height: 844});
    await open(page, host, '#/');
    await page.getByRole('button', {name: words['navigation.menu'], exact: true}).press('Enter');
    await page.getByRole('navigation').waitFor({state: 'attached'});
    await settled(page);
  }},
  ...registrationScreens,
  ...linkScreens,
  {name: 'education', reach: opened('#/education', 'Agile leadership in practice')},
  {name: 'events', reach: opened('#/events', 'World Congress')},
  {name: 'member-associations', reach: opened('#/member-associations', 'GPM')},
  {name: 'organisations', reach: opened('#/organisations', 'Alpine Project School')},
  {name: 'organisations-trouble', reach: async (page, host) => {
    await page.route('**/organisations', (route) => route.abort());
    await openDesk(page, host.address('ipma', '#/organisations'));
    await showsProblem(page, words['problem.offline']);
  }},
  {name: 'text', reach: opened('#/about/privacy-policy', 'What we keep')},
  {name: 'search', reach: opened('#/search/project', 'World Congress')},
  {name: 'search-none', reach: opened('#/search/nothing', words['search.none'])},
];
