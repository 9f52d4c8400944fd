// From a page of ours, with a member's cookies: bodies that are no request, and pages that are not
// ours. The server refuses in its own words and goes on.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {serveStatic} from './support/browser.mjs';
import {openBrowser, openDesk, signIn, signOut, withPage} from './support/desk.mjs';
import {mara, site, startServer} from './support/hosts.mjs';

let browser;
let host;

before(async () => {
  browser = await openBrowser();
  host = await startServer();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

const inPage = (title, body) => test(title, withPage(() => browser, {}, body));

/** Sends a request from within the page; the reply, or how it failed. */
const send = (page, path, {method = 'POST', type = 'application/json', body, repeat} = {}) =>
  page.evaluate(async ({path, method, type, body, repeat}) => {
    const content = Array.isArray(body) ? new Uint8Array(body)
      : repeat ? repeat.text.repeat(repeat.times) + (body ?? '') : body;
    try {
      const response = await fetch(path, {
        method, body: content, headers: type === null ? {} : {'Content-Type': type}});
      return {status: response.status, type: response.headers.get('Content-Type'),
              text: await response.text()};
    } catch (error) {
      return {status: 0, text: String(error)};
    }
  }, {path, method, type, body, repeat});

const session = '/api/v1/ipma/session';
const right = JSON.stringify({email: mara.email, password: mara.password, remember: false});

const bodies = [
  ['nothing', {body: ''}],
  ['half an object', {body: '{"email":"a@b.c","password":'}],
  ['a list', {body: '[]'}],
  ['null', {body: 'null'}],
  ['numbers for text', {body: '{"email":1,"password":2,"remember":false}'}],
  ['a field missing', {body: '{"email":"a@b.c"}'}],
  ['the same field twice', {body: right.replace('}', ',"email":"x@y.z"}')}],
  ['two values', {body: `${right}${right}`}],
  ['a comment', {body: `/* */${right}`}],
  ['NaN', {body: '{"email":NaN}'}],
  ['bad UTF-8', {body: [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]}],
  ['half a surrogate', {body: right.replace('mara', '\\ud800')}],
  ['a NUL', {body: right.replace('mara', 'ma\u0000ra')}],
  ['50,000 lists in each other', {repeat: {text: '[', times: 50_000}}],
  ['objects in each other', {repeat: {text: '{"a":', times: 10_000}}],
  ['a megabyte', {repeat: {text: 'x', times: 1_000_000}}],
  ['a password of 60 KB', {body: right.replace(mara.password, 'p'.repeat(60_000))}],
  ['an address of 10 KB', {body: right.replace(mara.email, `${'a'.repeat(10_000)}@example.org`)}],
];

const secrets = /SQL|sqlite|exception|stack|\.cpp|std::|otter/i;

inPage('promise 19: malformed and oversized JSON gets a 4xx problem, and the page goes on',
       async (page) => {
         await openDesk(page, host.address());
         for (const [what, request] of bodies) {
           const reply = await send(page, session, request);
           assert.ok(reply.status >= 400 && reply.status < 500, `${what}: ${reply.status}`);
           assert.match(reply.type, /^application\/problem\+json/, what);
           assert.equal(JSON.parse(reply.text).status, reply.status, what);
           assert.doesNotMatch(reply.text, secrets, what);
           assert.ok(reply.text.length < 1000, what);
         }
         await signIn(page, mara);
         await signOut(page);
       });

inPage('promise 12: a body that a foreign form can send is refused', async (page) => {
  await openDesk(page, host.address());
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data',
                      null]) {
    const reply = await send(page, session, {type, body: right});
    assert.equal(reply.status, 403, `${type}`);
  }
});

inPage('promise 12: another origin, with the member’s cookies, changes and learns nothing',
       async (page, context) => {
         await openDesk(page, host.address());
         await signIn(page, mara);
         const sessions = () => send(page, '/api/v1/ipma/sessions', {method: 'GET', type: null});
         const before = await sessions();
         // Another port of this machine: the same site, so that Lax cookies go along.
         const elsewhere = await serveStatic(site, {headers: {}});
         try {
           const foreign = await context.newPage();
           foreign.expectTrouble(/CORS|ERR_FAILED/);
           await foreign.goto(elsewhere.origin);
           const answered = [];
           foreign.on('response', (response) => {
             if (response.request().method() === 'POST') answered.push(response.status());
           });
           const learnt = await foreign.evaluate(async ([address, body]) => {
             const attempt = (options) => fetch(address, {credentials: 'include', ...options})
               .then((response) => `${response.type} ${response.status}`, () => 'refused');
             return [
               await attempt({}),
               await attempt({method: 'DELETE'}),
               await attempt({method: 'POST', body,
                              headers: {'Content-Type': 'application/json'}}),
               await attempt({method: 'POST', body, mode: 'no-cors'}),
             ];
           }, [`${host.origin}${session}`, right]);
           assert.deepEqual(learnt, ['refused', 'refused', 'refused', 'opaque 0']);
           assert.deepEqual(answered, [403]);
         } finally {
           await elsewhere.close();
         }
         const count = (reply) => JSON.parse(reply.text).sessions.length;
         assert.equal(count(await sessions()), count(before));
       });

inPage('promises 17 and 18: extra fields are ignored, unlisted methods refused', async (page) => {
  await openDesk(page, host.address());
  const extra = right.replace('}', ',"role":"staff","member_id":"x"}');
  assert.equal((await send(page, session, {body: extra})).status, 200);
  const reply = await send(page, session, {method: 'PATCH', body: right});
  assert.equal(reply.status, 405);
});

inPage('promise 12: no cookie can be read by a script', async (page, context) => {
  await openDesk(page, host.address());
  await signIn(page, mara);
  assert.equal(await page.evaluate(() => document.cookie), '');
  const cookies = await context.cookies();
  assert.ok(cookies.length >= 1);
  for (const cookie of cookies) {
    assert.match(cookie.name, /^__Host-/);
    assert.ok(cookie.httpOnly && cookie.secure && cookie.path === '/', cookie.name);
    assert.match(cookie.sameSite, /Lax|Strict/);
  }
  const kept = await page.evaluate(() => JSON.stringify([{...localStorage}, {...sessionStorage}]));
  assert.doesNotMatch(kept, /otter|mara/i);
});

inPage('the content security policy stops what is not ours, and the test sees it', async (page) => {
  page.expectTrouble(/Content Security Policy|content security policy/i);
  await openDesk(page, host.address());
  const [injected, ...violated] = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'self.injected = true';
    document.body.append(script);
    const image = new Image();
    image.src = 'https://elsewhere.example/x.png';
    const {violations} = self.laurelTest;
    return new Promise((done) => {
      const look = () => violations.length < 2 ? setTimeout(look, 10)
        : done([self.injected ?? false, ...violations]);
      look();
    });
  });
  assert.equal(injected, false);
  assert.ok(violated.some((text) => text.startsWith('script-src')), violated.join());
  assert.ok(violated.some((text) => text.startsWith('img-src')), violated.join());
  await page.evaluate(() => { self.laurelTest.violations.length = 0; });
});
