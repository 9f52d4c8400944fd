// Laurel's page in a test: opening it, waiting for it, counting what it draws, and making sure that
// nothing goes wrong unseen.
//
//   const browser = await openBrowser();
//   test('…', withPage(browser, {colorScheme: 'dark'}, async (page) => {
//     await openDesk(page, host.address('ipma'));
//     await signIn(page, mara);
//   }));
//
// A page fails its test when it has an uncaught error, writes an error to the console or breaks its
// content security policy, unless the test expects that and says so: page.expectTrouble(/…/).
import assert from 'node:assert/strict';

import {chromium} from 'playwright-core';

import {chromiumArguments, chromiumPath} from './browser.mjs';
import {words} from './hosts.mjs';

/** One browser for a whole file; every test gets a context of its own in it. */
export const openBrowser = ({args = []} = {}) => chromium.launch({
  executablePath: chromiumPath(), headless: true, chromiumSandbox: false,
  args: [...chromiumArguments, ...args],
});

// ---- what a page does, counted from within ----

/** Runs before the page's own scripts; `settled` needs it. */
export function watch() {
  const counts = {asked: 0, waiting: 0, frames: 0, draws: 0, timers: 0};
  self.laurelTest = {counts, violations: []};
  const ask = self.requestAnimationFrame.bind(self);
  self.requestAnimationFrame = (callback) => {
    counts.asked += 1;
    counts.waiting += 1;
    return ask((time) => {
      counts.waiting -= 1;
      counts.frames += 1;
      callback(time);
    });
  };
  for (const name of ['setTimeout', 'setInterval']) {
    const start = self[name].bind(self);
    self[name] = (...all) => {
      counts.timers += 1;
      return start(...all);
    };
  }
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced',
                      'clear']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function(...all) {
      counts.draws += 1;
      return draw.apply(this, all);
    };
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    self.laurelTest.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
  });
}

/** {asked, waiting, frames, draws, timers} since the page was loaded: calls of
 * requestAnimationFrame, those not called back yet, those called back, WebGL draws and clears, timers
 * started. */
export const countsOf = (page) => page.evaluate(() => ({...self.laurelTest.counts}));

// ---- pages and their troubles ----

/** Runs `body(page, context)` in a context with these options and ends it. */
export const withPage = (browser, options, body) => async (t) => {
  const context = await browser().newContext({viewport: {width: 1280, height: 800}, ...options});
  context.setDefaultTimeout(10_000);
  await context.addInitScript(watch);
  if (options.initScript) await context.addInitScript(options.initScript);
  const watched = watchTroubles(context);
  try {
    const page = await context.newPage();
    await body(page, context, t);
    watched.check(await violationsIn(context));
  } finally {
    await context.close();
  }
};

async function violationsIn(context) {
  const all = await Promise.all(context.pages().map(
    (page) => page.evaluate(() => self.laurelTest?.violations ?? []).catch(() => [])));
  return all.flat().map((violation) => `content security policy: ${violation}`);
}

// What the browser itself notes about a reply of the API is no trouble: the screen tells it.
const isReplyNote = (message) =>
  message.text().startsWith('Failed to load resource') &&
  /\/api\/v1\//.test(message.location().url);

function watchTroubles(context) {
  const troubles = [];
  const expected = [];
  const note = (text) => {
    if (!expected.some((pattern) => pattern.test(text))) troubles.push(text);
  };
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isReplyNote(message)) {
      note(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('page', (page) => {
    page.expectTrouble = (pattern) => expected.push(pattern);
    page.on('crash', () => note('the page crashed'));
  });
  return {
    check: (violations) => assert.deepEqual([...troubles, ...violations], []),
  };
}

// ---- opening ----

const poll = {polling: 20};

/** The program has shown its first frame, drawn or plain, and waits for something to happen. */
export const settled = (page) => page.waitForFunction(() => {
  const desk = document.getElementById('desk');
  return desk?.style.getPropertyValue('--height') && self.laurelTest.counts.waiting === 0;
}, null, poll);

/** Another tab of the same browser. */
export async function newTab(context, address) {
  const page = await context.newPage();
  await openDesk(page, address);
  return page;
}

export const isDrawn = (page) =>
  page.evaluate(() => document.documentElement.classList.contains('drawn'));

/** With `plain`, as a browser's translation makes it: the mirror is the page. */
export const setPlain = (page, plain) => page.evaluate((on) => {
  document.documentElement.classList.toggle('translated-ltr', on);
  // The page learns of its new size in the next rendering.
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}, plain);

/** A style sheet that the content security policy does not see. */
export const addStyle = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return new Promise(requestAnimationFrame);
}, css);

export async function openDesk(page, address) {
  await page.goto(address);
  await settled(page);
}

// ---- the screens ----

export const emailField = (page) => page.getByRole('textbox', {name: words['sign_in.email']});
export const passwordField = (page) =>
  page.getByLabel(words['sign_in.password'], {exact: true});
export const submitButton = (page) => page.locator('[id="sign_in/submit"]');
export const signOutButton = (page) =>
  page.getByRole('button', {name: words['shell.sign_out'], exact: true});
export const greeting = (page, member) => page.getByRole('heading', {
  level: 1, name: words['dashboard.greeting'].replace('{name}', member.first_name), exact: true,
});
/** A drawn alert groups what lies elsewhere, so it has no size of its own. */
export const problem = (page) => page.getByRole('alert').filter({hasText: /./});

export async function fillIn(page, {email, password}) {
  await emailField(page).fill(email);
  await passwordField(page).fill(password);
}

export async function signIn(page, member) {
  await fillIn(page, member);
  await submitButton(page).click();
  await dashboardOf(page, member);
}

/**
 * A session at the server, where signing in is not what is tested: without the form, before the page
 * is opened.
 */
export async function haveSession(page, host, {email, password}) {
  const reply = await page.context().request.post(`${host.origin}/api/v1/ipma/session`, {
    headers: {origin: host.origin}, data: {email, password, remember: false}});
  assert.equal(reply.status(), 200);
}

/** The dashboard with its content, drawn. */
export async function dashboardOf(page, member) {
  await greeting(page, member).waitFor();
  await page.getByRole('heading', {level: 2, name: 'IPMA certificates'}).waitFor();
  await settled(page);
}

/** Waits for the sign-in form, as after signing out. */
export async function signInForm(page) {
  await submitButton(page).waitFor();
  await page.waitForFunction(() => location.hash === '#/login', null, poll);
  await settled(page);
}

export async function signOut(page) {
  await signOutButton(page).click();
  await signInForm(page);
}

/** Waits until an alert says `message`. */
export async function showsProblem(page, message) {
  await problem(page).getByText(message).waitFor();
  await settled(page);
}

export const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Goes on with Tab until the element with this key has the focus. */
export async function tabTo(page, key) {
  const seen = [];
  while (await focused(page) !== key) {
    assert.ok(seen.length < 60, `${key} is not reached by Tab: ${seen}`);
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
  }
}

export const valueOf = (page, key) =>
  page.evaluate((id) => document.getElementById(id).value, key);

/** Waits until the page says `text` somewhere. */
export const shows = (page, text) => page.getByText(text).first().waitFor();
