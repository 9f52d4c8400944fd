// Signing in and out in a real browser, on both hosts: by pointer, keyboard, touch and password
// manager, before the program has arrived, in several tabs, and when it does not work.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';

import {browser, on, onBothHosts} from './support/both_hosts.mjs';
import {
  countsOf, dashboardOf, emailField, fillIn, focused, greeting, isDrawn, openDesk,
  passwordField, problem, settled, shows, showsProblem, signIn, signInForm, signOut, signOutButton,
  submitButton, valueOf, withPage,
} from './support/desk.mjs';
import {hanako, mara, newcomer, site, startOffline, startServer, words} from './support/hosts.mjs';
import {boxOf, differing, picture} from './support/pixels.mjs';

const untilFocused = (page, key) =>
  page.waitForFunction((id) => document.activeElement?.id === id, key, {polling: 20});
const untilAt = (page, fragment) =>
  page.waitForFunction((hash) => location.hash === hash, fragment, {polling: 20});

// ---- the ordinary way ----

onBothHosts('a member signs in, stays in over a reload and signs out', {}, async (page, host) => {
  await openDesk(page, host.address());
  assert.ok(await isDrawn(page));
  await signIn(page, mara);
  await shows(page, 'IPMA Level C – Certified Project Manager');
  assert.equal(new URL(page.url()).hash, '#/dashboard');
  await page.reload();
  await dashboardOf(page, mara);
  assert.equal(new URL(page.url()).hash, '#/dashboard');
  await signOut(page);
  await shows(page, words['sign_in.signed_out']);
  assert.equal(await valueOf(page, 'sign_in/email'), '');
  assert.equal(await valueOf(page, 'sign_in/password'), '');
  await page.reload();
  await signInForm(page);
});

// The order in which Tab goes through the page, from its top.
const tabOrderOn = (host) => [
  'page/skip', 'header/home', 'header/search', 'header/search/submit', 'navigation/home',
  'navigation/education', 'navigation/events', 'navigation/member-associations',
  'navigation/organisations', ...(host.name === 'server' ? [] : ['demo/mailbox']),
  'sign_in/email', 'sign_in/password', 'sign_in/password/show', 'sign_in/remember',
  'sign_in/submit', 'sign_in/forgot', 'sign_in/register', 'newsletter/email', 'newsletter/submit',
  'footer/about', 'footer/terms-of-service', 'footer/user-agreement', 'footer/privacy-policy',
  'footer/cookie-policy', 'footer/contact', 'footer/elsewhere/Blog', 'footer/elsewhere/LinkedIn',
  'footer/elsewhere/YouTube', 'footer/mail',
];

onBothHosts('by keyboard alone, in the order of the screen', {}, async (page, host) => {
  await openDesk(page, host.address());
  const tabOrder = tabOrderOn(host);
  const seen = [];
  for (const expected of tabOrder) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    if (expected === 'sign_in/email') await page.keyboard.type(mara.email);
    if (expected === 'sign_in/password') await page.keyboard.type(mara.password);
    if (expected === 'sign_in/remember') await page.keyboard.press('Space');
  }
  assert.deepEqual(seen, tabOrder);
  assert.ok(await page.getByRole('checkbox', {name: words['sign_in.remember']}).isChecked());
  while (await focused(page) !== 'sign_in/submit') await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await dashboardOf(page, mara);
  await untilFocused(page, 'page/title');
  while (await focused(page) !== 'header/sign_out') await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await signInForm(page);
  await untilFocused(page, 'page/title');
});

onBothHosts('Enter in a field signs in', {}, async (page, host) => {
  await openDesk(page, host.address());
  await fillIn(page, mara);
  await passwordField(page).press('Enter');
  await dashboardOf(page, mara);
});

for (const colorScheme of ['light', 'dark']) {
  // The whole page is in view, so that nothing scrolls.
  on('server', `whatever has the keyboard's focus shows it, ${colorScheme}`,
     {colorScheme, viewport: {width: 1280, height: 1100}}, async (page, host) => {
       await openDesk(page, host.address());
       const calm = await picture(page);
       for (const key of tabOrderOn(host)) {
         await page.keyboard.press('Tab');
         await settled(page);
         const box = await boxOf(page.locator(`[id="${key}"]`), 6);
         const changed = differing(calm, await picture(page), box);
         // A line of two pixels around the whole element, at least.
         const ring = 2 * 2 * (box.width + box.height - 24);
         assert.ok(changed >= ring, `${key}: ${changed} pixels of ${ring} changed`);
       }
     });
}

on('server', 'a press by pointer leaves no ring on buttons', {}, async (page, host) => {
  await openDesk(page, host.address());
  const show = page.getByRole('button', {name: words['password.show_name']});
  const box = await boxOf(show, 4);
  await show.click();
  await page.getByRole('button', {name: words['password.hide_name']}).click();
  await page.mouse.move(5, 300);
  await settled(page);
  const pressed = await picture(page);
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  assert.equal(differing(pressed, await picture(page), box), 0);
});

on('server', 'a finger that misses the words presses what they name', {
  viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true,
}, async (page, host) => {
  await openDesk(page, host.address());
  const box = page.getByRole('checkbox', {name: words['sign_in.remember']});
  const label = await page.locator('[id="sign_in/remember/label"]').boundingBox();
  const square = {x: label.x - 24, y: label.y + label.height / 2};
  await page.touchscreen.tap(square.x, square.y - 18);  // above its square of 24 px
  assert.ok(await box.isChecked());
  await page.touchscreen.tap(label.x + label.width / 2, label.y - 8);
  assert.ok(!await box.isChecked());

  await page.locator('[id="header/menu"]').tap();
  await settled(page);
  const events = await page.locator('[id="navigation/events"]').boundingBox();
  await page.touchscreen.tap(events.x + events.width - 4, events.y - 10);
  await untilAt(page, '#/events');
});

// ---- password managers ----

// As Bitwarden, 1Password and the browsers' own do: the fields are not focused, the value is set by
// the element's own setter, and events may follow.
const fillUnfocused = (page, member, events) => page.evaluate(({member, events}) => {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const fill = (input, value) => {
    set.call(input, value);
    for (const type of events) input.dispatchEvent(new Event(type, {bubbles: true}));
  };
  const {form} = document.querySelector('input[type=password]');
  fill(form.querySelector('input[autocomplete=username]'), member.email);
  fill(form.querySelector('input[type=password][autocomplete=current-password]'), member.password);
}, {member, events});

for (const [how, events] of [['with events', ['input', 'change']], ['without any event', []]]) {
  onBothHosts(`figure: autofill: a script fills both unfocused fields ${how} and signs in`, {},
              async (page, host) => {
    await openDesk(page, host.address());
    await fillUnfocused(page, mara, events);
    await settled(page);
    assert.equal(await focused(page), '');
    assert.equal(await valueOf(page, 'sign_in/email'), mara.email);
    await submitButton(page).click();
    await dashboardOf(page, mara);
  });
}

on('server', 'what a password manager fills in silence survives frames', {}, async (page, host) => {
  await openDesk(page, host.address());
  await fillUnfocused(page, mara, []);
  await page.getByRole('checkbox', {name: words['sign_in.remember']}).check();
  await page.setViewportSize({width: 700, height: 700});
  await emailField(page).hover();
  await settled(page);
  assert.equal(await valueOf(page, 'sign_in/email'), mara.email);
  assert.equal(await valueOf(page, 'sign_in/password'), mara.password);
});

for (const width of [320, 1280]) {
  on('server', `fields are where a password manager looks for them, at ${width} px`,
     {viewport: {width, height: 800}}, async (page, host) => {
       await openDesk(page, host.address());
       const fields = await page.evaluate(() => {
         const {form} = document.querySelector('input[type=password]');
         return [...form.querySelectorAll('input:not([type=checkbox])')].map((input) => {
           const box = input.getBoundingClientRect();
           const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
           return {id: input.id, type: input.type, name: input.name,
                   autocomplete: input.autocomplete, hit: hit?.id, opacity:
                   getComputedStyle(input).opacity, large: box.width >= 30 && box.height >= 15,
                   oneForm: input.form === form};
         });
       });
       const common = {opacity: '1', large: true, oneForm: true};
       assert.deepEqual(fields, [
         {id: 'sign_in/email', hit: 'sign_in/email', type: 'email', name: 'email',
          autocomplete: 'username', ...common},
         {id: 'sign_in/password', hit: 'sign_in/password', type: 'password', name: 'password',
          autocomplete: 'current-password', ...common},
       ]);
       // Nor do they look elsewhere: the newsletter's and the search's are no account's.
       assert.equal(await page.locator(
         'input:is([autocomplete=username], [autocomplete=current-password])').count(), 2);
     });
}

on('server', 'no field has a font below 16 px: iOS would zoom', {}, async (page, host) => {
  await openDesk(page, host.address());
  const sizes = await page.evaluate(
    () => [...document.querySelectorAll('input:not([type=checkbox])')].map(
      (input) => parseFloat(getComputedStyle(input).fontSize)));
  assert.equal(sizes.length, 4, 'search, e-mail address, password, newsletter');
  assert.ok(sizes.every((size) => size >= 16), sizes.join());
});

// ---- before the program has arrived ----

/** Holds the program back until the returned function is called. */
async function holdProgram(page) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route('**/laurel-page.*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

onBothHosts('figure: sign-in fields usable before the wasm arrives, nothing is lost', {},
            async (page, host) => {
  const release = await holdProgram(page);
  await page.goto(host.address(), {waitUntil: 'commit'});
  await emailField(page).click();
  await page.keyboard.type(mara.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(mara.password);
  await page.keyboard.press('Enter');
  assert.equal(await isDrawn(page), false);
  assert.equal(await submitButton(page).getAttribute('aria-disabled'), 'true');
  assert.equal(await valueOf(page, 'sign_in/email'), mara.email);
  release();
  await dashboardOf(page, mara);
});

onBothHosts('typing goes on while the program arrives', {}, async (page, host) => {
  const release = await holdProgram(page);
  await page.goto(host.address(), {waitUntil: 'commit'});
  await emailField(page).click();
  await page.keyboard.type(mara.email.slice(0, 7));
  release();
  await page.keyboard.type(mara.email.slice(7, 12));
  await page.waitForSelector('html.drawn', {state: 'attached'});
  await settled(page);
  assert.equal(await focused(page), 'sign_in/email');
  await page.keyboard.type(mara.email.slice(12));
  assert.equal(await valueOf(page, 'sign_in/email'), mara.email);
  await passwordField(page).fill(mara.password);
  await page.keyboard.press('Enter');
  await dashboardOf(page, mara);
});

onBothHosts('a program that never arrives is told, and the form stays', {}, async (page, host) => {
  page.expectTrouble(/laurel-page|wasm|Aborted|fetch/i);
  await page.route('**/laurel-page.*', (route) => route.abort());
  await page.goto(host.address());
  await problem(page).getByText(/could not be loaded completely/).waitFor();
  assert.ok(await emailField(page).isVisible());
});

// ---- small screens and touch ----

onBothHosts('on a phone of 320 px, by touch', {
  viewport: {width: 320, height: 640}, deviceScaleFactor: 2, hasTouch: true, isMobile: true,
}, async (page, host) => {
  const noSideways = async () => assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  await openDesk(page, host.address());
  await noSideways();
  await emailField(page).tap();
  await page.keyboard.type(mara.email);
  await passwordField(page).tap();
  await page.keyboard.type(mara.password);
  await page.getByText(words['sign_in.remember']).tap();
  assert.ok(await page.getByRole('checkbox', {name: words['sign_in.remember']}).isChecked());
  await submitButton(page).tap();
  await dashboardOf(page, mara);
  await noSideways();
  await signOutButton(page).tap();
  await signInForm(page);
});

// ---- addresses ----

onBothHosts('back and forward go through the views, and out with one press', {},
  async (page, host) => {
    await page.goto('about:blank');
    await openDesk(page, host.address());
    await signIn(page, mara);
    await page.evaluate(() => { location.hash = '#/nowhere'; });
    await page.getByRole('heading', {level: 1, name: words['not_found.title']}).waitFor();
    await page.goBack();
    await dashboardOf(page, mara);
    await page.goForward();
    await page.getByRole('heading', {level: 1, name: words['not_found.title']}).waitFor();
    await page.getByRole('link', {name: words['not_found.home']}).click();
    await dashboardOf(page, mara);
    await untilAt(page, '#/dashboard');
    await page.goBack();
    await page.getByRole('heading', {level: 1, name: words['not_found.title']}).waitFor();
    await page.goBack();
    await dashboardOf(page, mara);
    await page.goBack();
    assert.equal(page.url(), 'about:blank');
  });

onBothHosts('promise 25: the demo asks to keep its storage once somebody has signed in', {},
  async (page, host) => {
    await page.addInitScript(() => {
      self.asked = 0;
      StorageManager.prototype.persist = async () => { self.asked += 1; return true; };
    });
    await openDesk(page, host.address('ipma', '#/login'));
    assert.equal(await page.evaluate(() => self.asked), 0);
    await signIn(page, mara);
    await page.getByRole('link', {name: words['members.title']}).first().click();
    await settled(page);
    assert.equal(await page.evaluate(() => self.asked), host.name === 'server' ? 0 : 1);
  });

onBothHosts('a deep link asks to sign in first and then leads where it points', {},
  async (page, host) => {
    await openDesk(page, host.address('ipma', '#/profile'));
    await signInForm(page);
    await fillIn(page, mara);
    await submitButton(page).click();
    await untilAt(page, '#/profile');
    const another = await page.context().newPage();
    await another.goto(host.address('ipma', '#/dashboard'));
    await dashboardOf(another, mara);
    const front = await page.context().newPage();
    await front.goto(host.address());
    await dashboardOf(front, mara);
  });

onBothHosts('promise 17: an account of one association opens nothing at another', {},
            async (page, host) => {
  await openDesk(page, host.address());
  await signIn(page, mara);
  const other = await page.context().newPage();
  await openDesk(other, host.address('ima', '#/dashboard'));
  await signInForm(other);
  await shows(other, 'MyIMA');
});

on('server', 'promise 11: a page that is shown again shows nothing of a session that has ended', {},
   async (page, host, context) => {
  page.expectTrouble(/status of 401/);
  await openDesk(page, host.address());
  await signIn(page, mara);
  await context.clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await signInForm(page);
  await shows(page, words['sign_in.ended']);
});

// ---- several tabs ----

onBothHosts('two tabs agree on who is signed in', {}, async (page, host, context) => {
  await openDesk(page, host.address());
  const other = await context.newPage();
  await openDesk(other, host.address());
  // A tab behind another one is told at once and shows it when it comes to the front.
  await page.bringToFront();
  await signIn(page, mara);
  await other.bringToFront();
  await dashboardOf(other, mara);
  await signOut(other);
  await page.bringToFront();
  await signInForm(page);
  await shows(page, words['sign_in.signed_out']);
  await signIn(page, hanako);
  await other.bringToFront();
  await dashboardOf(other, hanako);
});

onBothHosts('the other tab goes on when the first is closed', {}, async (page, host, context) => {
  await openDesk(page, host.address());
  const other = await context.newPage();
  await openDesk(other, host.address());
  await page.close();
  await signIn(other, mara);
  await other.reload();
  await dashboardOf(other, mara);
});

// ---- when it does not work ----

onBothHosts(
  'promise 3: a wrong password and an unknown member are told alike; nothing typed is lost', {},
  async (page, host) => {
    await openDesk(page, host.address());
    const told = [];
    for (const email of [hanako.email, 'nobody@example.org']) {
      await fillIn(page, {email, password: 'not-the-password'});
      await submitButton(page).click();
      await showsProblem(page, words['sign_in.wrong']);
      await untilFocused(page, 'summary/title');
      assert.equal(await valueOf(page, 'sign_in/email'), email);
      assert.equal(await valueOf(page, 'sign_in/password'), 'not-the-password');
      told.push(await page.locator('main').innerText());
    }
    assert.equal(told[0], told[1]);
    await signIn(page, hanako);
  });

onBothHosts('what is missing is told at its field and linked from a summary', {},
  async (page, host) => {
    await openDesk(page, host.address());
    await submitButton(page).click();
    await showsProblem(page, words['email.missing']);
    await untilFocused(page, 'summary/title');
    for (const [field, message] of [[emailField(page), words['email.missing']],
                                    [passwordField(page), words['password.missing']]]) {
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      const described = await field.getAttribute('aria-describedby');
      assert.equal(await page.locator(`[id="${described}"]`).innerText(), message);
    }
    await page.getByRole('link', {name: words['password.missing']}).click();
    await untilFocused(page, 'sign_in/password');
    await signIn(page, mara);
  });

/** Runs before the page's scripts: what the demo's worker is asked for stands in `self.toWorker`. */
const listenToWorker = () => {
  self.toWorker = [];
  const {postMessage} = Worker.prototype;
  Worker.prototype.postMessage = function(message, ...rest) {
    const {kind, request} = message;
    if (kind === 'request') self.toWorker.push(`${request.method} ${request.path}`);
    return postMessage.call(this, message, ...rest);
  };
};

onBothHosts('a double click signs in once', {initScript: listenToWorker}, async (page, host) => {
  const toServer = [];
  page.on('request', (request) => {
    toServer.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await openDesk(page, host.address());
  await fillIn(page, mara);
  await submitButton(page).dblclick();
  await dashboardOf(page, mara);
  const asked = host.name === 'server' ? toServer : await page.evaluate(() => self.toWorker);
  const posted = asked.filter((request) => request.startsWith('POST'));
  assert.deepEqual(posted, ['POST /api/v1/ipma/session']);
});

on('server', 'a slow answer is waited for, visibly', {}, async (page, host) => {
  await openDesk(page, host.address());
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route('**/api/v1/ipma/session', async (route) => {
    if (route.request().method() === 'POST') await released;
    await route.continue();
  });
  await fillIn(page, mara);
  await submitButton(page).click();
  await page.getByRole('button', {name: words['sign_in.busy']}).waitFor();
  await settled(page);
  assert.equal(await submitButton(page).getAttribute('aria-disabled'), 'true');
  // Waiting takes no frames: not one for as long as a second.
  const {asked, draws} = await countsOf(page);
  assert.equal(await valueOf(page, 'sign_in/email'), mara.email);
  await sleep(1000);
  const after = await countsOf(page);
  assert.deepEqual([after.asked, after.draws], [asked, draws]);
  release();
  await dashboardOf(page, mara);
});

test('a server that is down is told; when it is back, the same press works',
  withPage(() => browser, {}, async (page) => {
    const host = await startServer();
    try {
      await openDesk(page, host.address());
      await host.stop();
      page.expectTrouble(/laurel-(desk|common)/);  // which is loaded at the same time
      await fillIn(page, mara);
      await submitButton(page).click();
      await showsProblem(page, words['problem.offline']);
      assert.equal(await valueOf(page, 'sign_in/email'), mara.email);
      assert.equal(await valueOf(page, 'sign_in/password'), mara.password);
      await host.start();
      await submitButton(page).click();
      await dashboardOf(page, mara);
      await host.stop();
      await signOutButton(page).click();
      await showsProblem(page, words['problem.offline']);
      assert.ok(await greeting(page, mara).isVisible());
      await host.start();
      await signOut(page);
    } finally {
      await host.close();
    }
  }));

const problemJson = 'application/problem+json';
const json = 'application/json';
const rubbish = [
  ['noise', {status: 200, contentType: json, body: Buffer.from([0, 255, 254, 10, 123])}, 'rubbish'],
  ['half of JSON', {status: 200, contentType: json, body: '{"member_id":"x","first_na'}, 'rubbish'],
  ['another shape', {status: 200, contentType: json, body: '{"member_id":7,"first_name":[]}'},
   'rubbish'],
  ['no body', {status: 200, contentType: json, body: ''}, 'rubbish'],
  ['nothing at all', {status: 204}, 'rubbish'],
  ['a page of HTML', {status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>'}, 'rubbish'],
  ['a proxy’s error page', {status: 502, contentType: 'text/html', body: '<h1>502</h1>'},
   'unavailable'],
  ['deep JSON', {status: 200, contentType: json, body: '['.repeat(200_000)}, 'rubbish'],
  ['a huge body', {status: 200, contentType: json, body: `"${'x'.repeat(5_000_000)}"`}, null],
  ['a redirection', {status: 302, headers: {location: '/ipma/'}}, 'offline'],
  ['a teapot', {status: 418, contentType: problemJson, body: '{"status":418}'}, 'rubbish'],
  ['a problem without words', {status: 503, contentType: problemJson, body: 'null'}, 'unavailable'],
];

on('server', 'whatever rubbish the backend answers, the page says so and goes on', {},
   async (page, host) => {
     page.expectTrouble(/Failed to load resource/);
     await openDesk(page, host.address());
     await fillIn(page, mara);
     for (const [what, reply, message] of rubbish) {
       const answered = new Promise((resolve) => page.route(
         '**/api/v1/ipma/session', (route) => route.fulfill(reply).then(resolve), {times: 1}));
       await submitButton(page).click();
       await answered;
       await problem(page).waitFor({state: 'attached'});
       await page.getByRole('button', {name: words['sign_in.submit'], exact: true}).waitFor();
       await settled(page);
       const told = await problem(page).innerText();
       const expected = message
         ? [words[`problem.${message}`]]
         : ['offline', 'rubbish'].map((name) => words[`problem.${name}`]);
       assert.ok(expected.some((text) => told.includes(text)), `${what}: ${told}`);
       assert.equal(await valueOf(page, 'sign_in/email'), mara.email, what);
       assert.equal(await valueOf(page, 'sign_in/password'), mara.password, what);
     }
     await submitButton(page).click();
     await dashboardOf(page, mara);
   });

on('server', 'a dashboard that cannot be read offers to try again', {}, async (page, host) => {
  await openDesk(page, host.address());
  await page.route('**/api/v1/ipma/dashboard', (route) => route.fulfill(
    {status: 200, contentType: json, body: '{"certificates":"many"}'}));
  await fillIn(page, newcomer);
  await submitButton(page).click();
  await showsProblem(page, words['problem.rubbish']);
  await page.unroute('**/api/v1/ipma/dashboard');
  await page.getByRole('button', {name: words['problem.retry']}).click();
  await shows(page, words['dashboard.none_linked']);
  assert.equal(await problem(page).count(), 0);
});

// ---- where nothing can be kept ----

test('promise 24: where the browser keeps nothing, the offline demo says so and works',
  withPage(() => browser, {}, async (page) => {
    const script = readdirSync(join(site, 'static')).find(
      (name) => /^worker-boot\..*js$/.test(name));
    const denied = "Object.defineProperty(self, 'indexedDB', {get() {" +
      "throw new DOMException('denied', 'SecurityError');}});\n";
    const boot = readFileSync(join(site, 'static', script), 'utf8');
    const host = await startOffline({routes: {
      [`/static/${script}`]: (request, response) => response
        .writeHead(200, {'content-type': 'text/javascript'}).end(denied + boot),
    }});
    try {
      await openDesk(page, host.address());
      await shows(page, words['problem.storage_denied']);
      await signIn(page, mara);
      await signOut(page);
    } finally {
      await host.close();
    }
  }));

on('offline demo', 'promise 24: a demo of a newer version takes the records: told, never silent', {},
   async (page, host) => {
     await openDesk(page, host.address());
     await signIn(page, mara);
     await page.evaluate(() => new Promise((opened, failed) => {
       const request = indexedDB.open('laurel-demo', 2);
       request.onsuccess = () => { request.result.close(); opened(); };
       request.onerror = () => failed(request.error);
       setTimeout(() => failed(new Error('the worker holds on to the database')), 5000);
     }));
     await page.goto(host.address('ipma', '#/certificates'));
     await shows(page, words['problem.other_version']);
   });
