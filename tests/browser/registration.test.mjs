// Becoming a member in a real browser, on both hosts: the three steps, the mails, the forgotten
// password and the newsletter, by pointer, keyboard and touch.
// (What goes wrong on the way is in registration_trouble.test.mjs and drafts.test.mjs.)
import assert from 'node:assert/strict';
import {after, before} from 'node:test';

import {
  dashboardOf, fillIn, focused, isDrawn, newTab, openBrowser, openDesk, settled, shows,
  showsProblem, signIn, signInForm, signOut, submitButton, tabTo, valueOf,
} from './support/desk.mjs';
import {onFreshHosts} from './support/fresh_hosts.mjs';
import {mara, words} from './support/hosts.mjs';
import {
  activate, activateButton, ana, atStep, atTitle, certificateNumber, certificateTick,
  confirmButton, createButton, fillStepOne, mailsOf, newPassword, newsletterEmail, password,
  register, searchButton, takeStepOne, theOnlyMail, typeStepOne, untilKept, untilNothingKept,
} from './support/registration.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

const {onBothHosts, onServer} = onFreshHosts(() => browser);

// ---- the ordinary way ----

onBothHosts('a visitor registers, activates the account by mail and sees her certificate', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/'));
  assert.ok(await isDrawn(page));
  await page.getByRole('link', {name: words['landing.start']}).click();
  await atStep(page, 1);
  await fillStepOne(page, ana);
  await createButton(page).click();
  await atStep(page, 2);
  assert.equal(new URL(page.url()).hash, '#/register/certificates');
  assert.equal(await focused(page), 'page/title');
  await certificateNumber(page).fill(ana.certificate);
  await searchButton(page).click();
  await shows(page, 'A… K…');
  assert.doesNotMatch(await page.locator('main').innerText(), /Kos/, 'the owner is masked');
  await certificateTick(page, ana.certificate).check();
  await createButton(page).click();
  await atStep(page, 3);
  await shows(page, words['mail_sent.text'].replace('{email}', ana.email));

  const mail = await theOnlyMail(page, host, ana.email);
  assert.equal(mail.links.length, 1);
  const tab = await newTab(context, mail.links[0]);
  await activateButton(tab).click();
  await signInForm(tab);
  await shows(tab, words['activation.done']);
  await signIn(tab, ana);
  await shows(tab, ana.certificate);
  assert.equal((await mailsOf(tab, host)).length, 1);

  const again = await newTab(context, mail.links[0]);
  await activateButton(again).click();
  await shows(again, words['activation.expired_title']);
});

onServer('the same with the keyboard alone', {}, async (page, host, context) => {
  const type = async (key, text) => {
    await tabTo(page, key);
    await page.keyboard.type(text);
  };
  const press = async (key, name = 'Enter') => {
    await tabTo(page, key);
    await page.keyboard.press(name);
  };
  await openDesk(page, host.address('ipma', '#/'));
  await press('landing/start');
  await atStep(page, 1);
  await typeStepOne(page, ana);
  await press('registration/agreed', 'Space');
  await press('registration/submit', 'Space');
  await atStep(page, 2);
  await type('certificates/number', ana.certificate);
  await page.keyboard.press('Enter');
  await certificateTick(page, ana.certificate).waitFor();
  await press(`candidate/${ana.certificate}/tick`, 'Space');
  await press('certificates/submit');
  await atStep(page, 3);
  const [mail] = await mailsOf(page, host);
  page = await newTab(context, mail.links[0]);
  await press('mail_link/submit');
  await signInForm(page);
  await type('sign_in/email', ana.email);
  await type('sign_in/password', ana.password);
  await page.keyboard.press('Enter');
  await dashboardOf(page, ana);
  await shows(page, ana.certificate);
});

onServer('on a phone of 320 px, by touch', {
  viewport: {width: 320, height: 640}, deviceScaleFactor: 2, hasTouch: true, isMobile: true,
}, async (page, host) => {
  const noSideways = async (where) => assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= 320), where);
  await openDesk(page, host.address('ipma', '#/'));
  await noSideways('the landing page');
  await page.getByRole('link', {name: words['landing.start']}).tap();
  await atStep(page, 1);
  await createButton(page).tap();
  await showsProblem(page, words['first_name.missing']);
  await noSideways('step 1 with errors');
  await fillStepOne(page, ana);
  await createButton(page).tap();
  await atStep(page, 2);
  await certificateNumber(page).tap();
  await page.keyboard.type(ana.certificate);
  await searchButton(page).tap();
  await certificateTick(page, ana.certificate).tap();
  assert.ok(await certificateTick(page, ana.certificate).isChecked());
  await noSideways('step 2 with a result');
  await createButton(page).tap();
  await atStep(page, 3);
  await noSideways('step 3');
  const [mail] = await mailsOf(page, host);
  await openDesk(page, mail.links[0]);
  await noSideways('the activation');
  await activateButton(page).tap();
  await signInForm(page);
  await signIn(page, ana);
  await shows(page, ana.certificate);
  await noSideways('the dashboard');
});

onServer('what is missing in step 1 is told at each field, all at once', {},
            async (page, host) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await createButton(page).click();
  const expected = {
    'registration/first_name': 'first_name.missing', 'registration/last_name': 'last_name.missing',
    'registration/email': 'email.missing', 'registration/country': 'country.missing',
    'registration/password': 'password.missing', 'registration/agreed': 'registration.not_agreed',
  };
  await showsProblem(page, words['first_name.missing']);
  assert.equal(await focused(page), 'summary/title');
  for (const [key, message] of Object.entries(expected)) {
    const field = page.locator(`[id="${key}"]`);
    assert.equal(await field.getAttribute('aria-invalid'), 'true', key);
    const described = (await field.getAttribute('aria-describedby')).split(' ');
    const texts = await Promise.all(
      described.map((id) => page.locator(`[id="${id}"]`).innerText()));
    assert.ok(texts.includes(words[message]), `${key}: ${texts}`);
    await page.getByRole('link', {name: words[message], exact: true}).click();
    await page.waitForFunction((id) => document.activeElement?.id === id, key, {polling: 20});
  }
});

onServer('promise 1: a password that many use, or that holds the name, is refused at its field',
            {}, async (page, host) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, {...ana, password: 'password1'});
  const refused = [
    ['password1', 'password.too_common'], ['short', 'password.too_short'],
    ['ana.kos@example.org', 'password.too_personal']];
  for (const [weak, message] of refused) {
    await password(page).fill(weak);
    await createButton(page).click();
    await showsProblem(page, words[message]);
    assert.equal(await valueOf(page, 'registration/password'), weak);
    assert.equal(await valueOf(page, 'registration/first_name'), ana.first_name);
  }
  await password(page).fill(ana.password);
  await createButton(page).click();
  await atStep(page, 2);
});

onServer('promise 3: an address that has an account already is told alike; the mail differs', {},
            async (page, host) => {
  const told = [];
  for (const address of ['nobody.yet@example.org', mara.email]) {
    await register(page, host, {...ana, email: address, certificate: null});
    const text = await page.locator('main').innerText();
    told.push(text.replaceAll(address, '…'));
    await page.goto('about:blank');
  }
  assert.equal(told[0], told[1]);
  await openDesk(page, host.address());
  const mails = await mailsOf(page, host);
  assert.deepEqual(mails.map((mail) => mail.to), [mara.email, 'nobody.yet@example.org']);
  assert.notEqual(mails[0].text, mails[1].text);
  await signIn(page, mara);
});

// ---- the forgotten password ----

onBothHosts('a forgotten password is replaced by mail', {}, async (page, host, context) => {
  const chosen = 'eleven herons near the weir';
  await openDesk(page, host.address());
  await page.getByRole('link', {name: words['sign_in.forgot']}).click();
  await atTitle(page, words['forgotten.title']);
  await page.getByRole('textbox', {name: words['sign_in.email'], exact: true}).fill(mara.email);
  await page.getByRole('button', {name: words['forgotten.submit'], exact: true}).click();
  await atTitle(page, words['forgotten.sent_title']);
  const {links} = await theOnlyMail(page, host, mara.email);
  const tab = await newTab(context, links[0]);
  await newPassword(tab).fill('short');
  await tab.keyboard.press('Enter');
  await showsProblem(tab, words['password.too_short']);
  await newPassword(tab).fill(chosen);
  await tab.keyboard.press('Enter');
  await signInForm(tab);
  await shows(tab, words['new_password.done']);
  await fillIn(tab, mara);
  await submitButton(tab).click();
  await showsProblem(tab, words['sign_in.wrong']);
  await signIn(tab, {...mara, password: chosen});
  await signOut(tab);

  const again = await newTab(context, links[0]);
  await newPassword(again).fill('another one altogether');
  await again.keyboard.press('Enter');
  await shows(again, words['new_password.expired']);
  await again.getByRole('link', {name: words['new_password.again']}).click();
  await atTitle(again, words['forgotten.title']);
});

onServer('promise 3: a forgotten password of an unknown address is told alike', {},
            async (page, host) => {
  const told = [];
  for (const address of ['nobody.yet@example.org', mara.email]) {
    await openDesk(page, host.address('ipma', '#/forgot-password'));
    await page.getByRole('textbox', {name: words['sign_in.email'], exact: true}).fill(address);
    await page.keyboard.press('Enter');
    await atTitle(page, words['forgotten.sent_title']);
    told.push((await page.locator('main').innerText()).replaceAll(address, '…'));
    await page.goto('about:blank');
  }
  assert.equal(told[0], told[1]);
});

// ---- the newsletter ----

onBothHosts('the newsletter is subscribed in the footer and confirmed by mail', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/'));
  const subscribe = page.getByRole('button', {name: words['newsletter.submit'], exact: true});
  await subscribe.click();
  await shows(page, words['email.missing']);
  assert.equal(await focused(page), 'newsletter/email');
  await newsletterEmail(page).fill('reader@example.org');
  await subscribe.dblclick();
  await shows(page, words['newsletter.mail_sent'].replace('{email}', 'reader@example.org'));
  const mail = await theOnlyMail(page, host, 'reader@example.org');
  const link = mail.links.find((address) => address.includes('#/newsletter/confirm/'));
  const tab = await newTab(context, link);
  await confirmButton(tab).click();
  await atTitle(tab, words['newsletter.confirmed_title']);
  // Nothing is confirmed by a token that nobody was sent.
  await tab.goto('about:blank');
  await openDesk(tab, host.address('ipma', `#/newsletter/confirm/${'A'.repeat(43)}`));
  await confirmButton(tab).click();
  await shows(tab, words['newsletter.confirm_expired']);
});

// ---- advice on passwords ----

/** The scripts of the advice that the page has asked for. */
const watchAdvice = (page) => {
  const asked = [];
  page.on('request', (request) => {
    if (/\/advice_\w+\.\w+\.js$/.test(request.url())) asked.push(request.url());
  });
  return asked;
};

onServer('advice on a new password comes when one is typed, and its scripts no earlier', {},
            async (page, host) => {
  const asked = watchAdvice(page);
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, {...ana, password: ''});
  assert.deepEqual(asked, []);
  await password(page).fill('abcdef');
  await shows(page, words['advice.very_weak']);
  assert.equal(asked.length, 2);
  await password(page).fill('');
  await page.getByText(/^Strength:/).waitFor({state: 'detached'});
  await password(page).fill(ana.password);
  await shows(page, words['advice.strong']);
  assert.equal(asked.length, 2, 'loaded once');
});

onServer('without the advice’s scripts the form works all the same', {}, async (page, host) => {
  page.expectTrouble(/ERR_FAILED/);
  await page.route('**/advice_*', (route) => route.abort());
  const asked = watchAdvice(page);
  await takeStepOne(page, host, ana);
  assert.ok(asked.length > 0);
  await openDesk(page, host.address());
  await fillIn(page, mara);
  await submitButton(page).click();
  await dashboardOf(page, mara);
});

// ---- what is left behind ----

onBothHosts('promise 27: once she is a member, nothing of the registration is kept', {},
            async (page, host) => {
  await register(page, host, ana);
  await untilKept(page, ana.certificate);
  await activate(page, host);
  await untilNothingKept(page);
  await signIn(page, ana);
  await signOut(page);
  await untilNothingKept(page);
});

onBothHosts('promise 27: signing out wipes what was typed for a registration', {},
            async (page, host, context) => {
  await openDesk(page, host.address('ipma', '#/register'));
  await fillStepOne(page, ana);
  await untilKept(page, ana.last_name);
  const tab = await newTab(context, host.address());
  await signIn(tab, mara);
  await signOut(tab);
  await page.close();
  await tab.reload();
  await settled(tab);
  await untilNothingKept(tab);
});
