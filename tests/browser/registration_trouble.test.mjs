// Becoming a member where not all goes well: double clicks, slow and lost connections, lost
// answers, a backend that refuses. What is wrong is told, nothing typed is lost, and pressing again
// does it once.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {
  focused, newTab, openBrowser, openDesk, problem, settled, shows, showsProblem, valueOf, withPage,
} from './support/desk.mjs';
import {onFreshHosts} from './support/fresh_hosts.mjs';
import {mara, startOffline, words} from './support/hosts.mjs';
import {
  activateButton, ana, atStep, atTitle, certificateTick, createButton, fillStepOne, mailsOf,
  newPassword, newsletterEmail, register, takeStepOne, theOnlyMail, tickCertificate,
} from './support/registration.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

const {onBothHosts, onServer} = onFreshHosts(() => browser);

/** The paths of the requests that change something, as they are sent. */
function watchPosts(page) {
  const posts = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
  });
  return posts;
}

const registrations = '/api/v1/ipma/registrations';
const completions = '/api/v1/ipma/registrations/complete';

const nothingIsLost = async (page) => {
  for (const key of ['first_name', 'last_name', 'email', 'country', 'password']) {
    assert.equal(await valueOf(page, `registration/${key}`), ana[key], key);
  }
};

// ---- the mail is read elsewhere ----

onServer('on a phone that knows nothing of the registration the link asks for its password', {},
         async (page, host, context, t) => {
  await register(page, host, ana);
  const {links} = await theOnlyMail(page, host, ana.email);
  const options = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};
  await withPage(() => browser, options, async (phone) => {
    phone.expectTrouble(/status of 400/);
    await openDesk(phone, links[0]);
    await activateButton(phone).tap();
    await shows(phone, words['activation.prove']);
    assert.equal(await focused(phone), 'mail_link/password');
    await phone.keyboard.type('violet-harbour');
    await phone.keyboard.press('Enter');
    await showsProblem(phone, words['password.wrong']);
    assert.equal(await valueOf(phone, 'mail_link/password'), 'violet-harbour');
    await phone.locator('[id="mail_link/password"]').fill(ana.password);
    await phone.keyboard.press('Enter');
    await shows(phone, words['activation.done']);
  })(t);
});

// ---- pressed more than once ----

onBothHosts('a double click on “Create account” makes one registration and one mail', {},
            async (page, host) => {
  const posts = watchPosts(page);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await createButton(page).dblclick();
  await atStep(page, 2);
  // Step 2's button stands elsewhere: the second click of the first is not its first.
  assert.deepEqual(await mailsOf(page, host), []);
  await createButton(page).dblclick();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
  if (host.name === 'server') assert.deepEqual(posts, [registrations, completions]);
});

onServer('five presses of Enter in a row send one registration', {}, async (page, host) => {
  const posts = watchPosts(page);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await page.locator('[id="registration/password"]').focus();
  for (let i = 0; i < 5; i += 1) page.keyboard.press('Enter');
  await atStep(page, 2);
  await settled(page);
  if (host.name === 'server') assert.deepEqual(posts, [registrations]);
  await createButton(page).click();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});

onBothHosts('the mail is sent again when it is asked for', {}, async (page, host) => {
  await register(page, host, ana);
  await page.getByRole('button', {name: words['mail_sent.again'], exact: true}).click();
  await shows(page, words['mail_sent.sent_again']);
  const mails = await mailsOf(page, host);
  assert.deepEqual(mails.map((mail) => mail.to), [ana.email, ana.email]);
  // Whichever of them she opens, its link works.
  const tab = await newTab(page.context(), mails[0].links[0]);
  await activateButton(tab).click();
  await shows(tab, words['activation.done']);
});

// ---- slow ----

onServer('a slow network: what goes on is told, and presses meanwhile do nothing more', {},
         async (page, host, context) => {
  const posts = watchPosts(page);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false, latency: 1500, downloadThroughput: 4000, uploadThroughput: 4000});
  await createButton(page).click();
  await page.getByRole('button', {name: words['registration.busy'], exact: true}).waitFor();
  assert.equal(await createButton(page).getAttribute('aria-disabled'), 'true');
  await createButton(page).press('Enter');
  await createButton(page).dispatchEvent('click');
  await nothingIsLost(page);
  await atStep(page, 2);
  await createButton(page).click();
  await page.getByRole('button', {name: words['registration.busy'], exact: true}).waitFor();
  await createButton(page).dispatchEvent('click');
  await atStep(page, 3);
  assert.deepEqual(posts, [registrations, completions]);
  await theOnlyMail(page, host, ana.email);
});

// ---- offline ----

onServer('offline in the middle: it is told, nothing is lost, and the next press works', {},
         async (page, host, context) => {
  page.expectTrouble(/advice_\w+\.\w+\.js/);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await context.setOffline(true);
  for (let i = 0; i < 2; i += 1) {
    await createButton(page).click();
    await showsProblem(page, words['problem.offline']);
    await nothingIsLost(page);
  }
  await context.setOffline(false);
  await createButton(page).click();
  await atStep(page, 2);
  await tickCertificate(page, ana.certificate);
  await context.setOffline(true);
  await createButton(page).click();
  await showsProblem(page, words['problem.offline']);
  assert.ok(await certificateTick(page, ana.certificate).isChecked());
  await context.setOffline(false);
  await createButton(page).click();
  await atStep(page, 3);
  const {links} = await theOnlyMail(page, host, ana.email);
  const tab = await newTab(context, links[0]);
  await context.setOffline(true);
  await activateButton(tab).click();
  await showsProblem(tab, words['problem.offline']);
  await context.setOffline(false);
  await activateButton(tab).click();
  await shows(tab, words['activation.done']);
});

onServer('a server that is down in the middle of the steps, and comes back', {},
         async (page, host) => {
  await takeStepOne(page, host, ana);
  await tickCertificate(page, ana.certificate);
  await host.stop();
  await createButton(page).click();
  await showsProblem(page, words['problem.offline']);
  assert.ok(await certificateTick(page, ana.certificate).isChecked());
  await host.start();
  await createButton(page).click();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});

test('the offline demo needs no connection for any of it',
     withPage(() => browser, {}, async (page, context) => {
       const host = await startOffline();
       try {
         // The worker is there once it has answered.
         await openDesk(page, host.address('ipma', '#/mailbox'));
         await page.locator('[id="mailbox/none"]').waitFor({state: 'attached'});
         await openDesk(page, host.address('ipma', '#/register'));
         await context.setOffline(true);
         page.expectTrouble(/ERR_INTERNET_DISCONNECTED/);  // the advice's scripts
         await fillStepOne(page, ana);
         await createButton(page).click();
         await atStep(page, 2);
         await tickCertificate(page, ana.certificate);
         await createButton(page).click();
         await atStep(page, 3);
       } finally {
         await context.setOffline(false);
         await host.close();
       }
     }));

// ---- the answer is lost ----

/** The server does what is asked, and its next answer on this path never arrives. */
const loseAnswer = (page, path) => page.route(`**${path}`, async (route) => {
  await route.fetch();
  await route.abort('connectionreset');
}, {times: 1});

onServer('promise 16: an answer that is lost: pressing again does it once', {},
         async (page, host) => {
  page.expectTrouble(/ERR_CONNECTION_RESET/);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await loseAnswer(page, registrations);
  await createButton(page).click();
  await showsProblem(page, words['problem.offline']);
  await nothingIsLost(page);
  await createButton(page).click();
  await atStep(page, 2);
  await loseAnswer(page, completions);
  await createButton(page).click();
  await showsProblem(page, words['problem.offline']);
  await createButton(page).click();
  await atStep(page, 3);
  await theOnlyMail(page, host, ana.email);
});

onServer('promise 16: an activation whose answer is lost: pressing again tells that it is done', {},
         async (page, host) => {
  page.expectTrouble(/ERR_CONNECTION_RESET/);
  await register(page, host, ana);
  const {links} = await theOnlyMail(page, host, ana.email);
  await openDesk(page, links[0]);
  await loseAnswer(page, '/api/v1/ipma/activations');
  await activateButton(page).click();
  await showsProblem(page, words['problem.offline']);
  await activateButton(page).click();
  await page.getByText(new RegExp(
    `${words['activation.done']}|${words['activation.expired_title']}`)).first().waitFor();
  // The account is active since the first press: that must not look like a failure.
  assert.equal(await page.getByText(words['activation.expired_title']).count(), 0);
});

onServer('promise 16: a new password whose answer is lost: pressing again tells that it is saved', {},
         async (page, host) => {
  page.expectTrouble(/ERR_CONNECTION_RESET/);
  await openDesk(page, host.address('ipma', '#/forgot-password'));
  await page.getByRole('textbox', {name: words['sign_in.email'], exact: true}).fill(mara.email);
  await page.keyboard.press('Enter');
  await atTitle(page, words['forgotten.sent_title']);
  const {links} = await theOnlyMail(page, host, mara.email);
  await openDesk(page, links[0]);
  await loseAnswer(page, '/api/v1/ipma/password-resets/complete');
  await newPassword(page).fill('eleven herons near the weir');
  await page.keyboard.press('Enter');
  await showsProblem(page, words['problem.offline']);
  await newPassword(page).press('Enter');
  await page.getByText(new RegExp(
    `${words['new_password.done']}|${words['new_password.expired']}`)).first().waitFor();
  assert.equal(await page.getByText(words['new_password.expired']).count(), 0);
});

onServer('promise 16: a newsletter whose answer is lost is subscribed once', {},
         async (page, host) => {
  page.expectTrouble(/ERR_CONNECTION_RESET/);
  await openDesk(page, host.address('ipma', '#/'));
  await newsletterEmail(page).fill('reader@example.org');
  await loseAnswer(page, '/api/v1/ipma/newsletter/subscriptions');
  const subscribe = page.getByRole('button', {name: words['newsletter.submit'], exact: true});
  await subscribe.click();
  await shows(page, words['problem.offline']);
  assert.equal(await newsletterEmail(page).inputValue(), 'reader@example.org');
  await subscribe.click();
  await shows(page, words['newsletter.mail_sent'].replace('{email}', 'reader@example.org'));
  await theOnlyMail(page, host, 'reader@example.org');
});

// ---- the backend refuses, or talks rubbish ----

const answers = [
  ['too many tries', {status: 429, headers: {'retry-after': '90'}, body: JSON.stringify({
    status: 429, code: 'too_many_tries', title: 'Too many', retry_after_s: 90})},
   /Too many tries/],
  ['a busy server', {status: 503, body: '{"status":503}'}, words['problem.unavailable']],
  ['noise', {status: 200, body: 'x'}, words['problem.rubbish']],
  ['no body', {status: 204}, words['problem.rubbish']],
];

onServer('whatever the backend answers to step 1, it is told, and the next press works', {},
         async (page, host) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  for (const [what, reply, message] of answers) {
    const answered = new Promise((resolve) => page.route(
      `**${registrations}`, (route) => route.fulfill(
        {contentType: 'application/problem+json', ...reply}).then(resolve), {times: 1}));
    await createButton(page).click();
    await answered;
    await problem(page).getByText(message).waitFor().catch(async () => {
      assert.fail(`${what}: ${await problem(page).allInnerTexts()}`);
    });
    await page.getByRole('button', {name: words['registration.submit'], exact: true}).waitFor();
    await nothingIsLost(page);
  }
  await createButton(page).click();
  await atStep(page, 2);
});

onServer('a registration that the backend has forgotten begins again, with what was typed', {},
         async (page, host) => {
  await takeStepOne(page, host, ana);
  await page.route(`**${completions}`, (route) => route.fulfill({
    status: 410, contentType: 'application/problem+json',
    body: JSON.stringify({status: 410, code: 'gone', title: 'Gone'})}), {times: 1});
  await createButton(page).click();
  await atTitle(page, words['registration.title']);
  await showsProblem(page, words['problem.expired']);
  assert.equal(await valueOf(page, 'registration/email'), ana.email);
  assert.equal(await valueOf(page, 'registration/password'), '');
});
