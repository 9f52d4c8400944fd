// web/transport by fetch, in real Chromium: every request gets one answer, whatever happens.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {launch, openProgram, programDirectory, serveStatic} from './support/browser.mjs';

let site;
let browser;
let page;
let seen;  // the last request that a route got

const answer = (status, headers, body) => (request, response) => {
  response.writeHead(status, headers);
  response.end(body);
};

const routes = {
  '/api/echo': (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const {method, headers} = request;
      seen = {method, headers, body: Buffer.concat(chunks).toString()};
      response.writeHead(201, {'content-type': 'application/json'});
      response.end('{"name":"Łaurel 月桂"}');
    });
  },
  '/api/empty': answer(204, {}, undefined),
  '/api/busy': answer(429, {'content-type': 'application/problem+json', 'retry-after': '30'}, '{}'),
  '/api/date': answer(503, {'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT'}, ''),
  '/api/large': answer(200, {'content-type': 'text/plain'}, 'x'.repeat(1024 * 1024 + 1)),
  '/api/full': answer(200, {'content-type': 'text/plain'}, 'x'.repeat(1024 * 1024)),
  '/api/elsewhere': answer(302, {location: 'https://example.org/'}),
  '/api/redirected': answer(302, {location: '/api/echo'}),
  '/api/cut': (request, response) => {
    response.writeHead(200, {'content-length': '100'});
    response.write('{"half":');
    setTimeout(() => request.socket.destroy(), 50);
  },
  '/api/slow': (request, response) => setTimeout(() => response.end('late'), 800),
  '/api/never': () => {},
};

before(async () => {
  site = await serveStatic(programDirectory('transport'), {routes});
  browser = await launch();
  page = await openProgram(await browser.newPage(), `${site.origin}/`);
  await page.command('open');
});

after(async () => {
  await browser?.close();
  await site?.close();
});

let lastId = 0;
const send = (path, method = 'GET', body = '', key = '') =>
  page.command('send', ++lastId, method, path, body, key);

test('a request arrives as it was sent, and its answer as well', async () => {
  await page.context().addCookies([{name: 'session', value: 'abc', url: site.origin}]);
  assert.deepEqual(await send('/api/echo', 'POST', '{"e":"é"}', 'key-1'),
                   ['answered', '201', 'application/json', '{"name":"Łaurel 月桂"}', '']);
  assert.equal(seen.method, 'POST');
  assert.equal(seen.body, '{"e":"é"}');
  assert.equal(seen.headers['content-type'], 'application/json');
  assert.equal(seen.headers['idempotency-key'], 'key-1');
  assert.equal(seen.headers.cookie, 'session=abc');
  assert.equal(seen.headers.origin, site.origin);
  await send('/api/echo', 'DELETE');
  assert.equal(seen.method, 'DELETE');
  assert.equal(seen.headers['content-type'], undefined);
  assert.equal(seen.headers['idempotency-key'], undefined);
});

test('status, type and Retry-After are told', async () => {
  assert.deepEqual(await send('/api/empty'), ['answered', '204', '', '', '']);
  assert.deepEqual(await send('/api/busy'),
                   ['answered', '429', 'application/problem+json', '{}', '30']);
  assert.deepEqual(await send('/api/date'), ['answered', '503', '', '', '']);
  assert.equal((await send('/nothing-here'))[1], '404');
});

test('an answer over 1 MiB is not taken', async () => {
  assert.deepEqual(await send('/api/large'), ['too_large', '0', '', '', '']);
  const [outcome, , , body] = await send('/api/full');
  assert.equal(outcome, 'answered');
  assert.equal(body.length, 1024 * 1024);
});

test('a redirect is never followed', async () => {
  seen = null;
  assert.equal((await send('/api/elsewhere'))[0], 'network_failure');
  assert.equal((await send('/api/redirected'))[0], 'network_failure');
  assert.equal(seen, null);
});

test('an answer that breaks off is a network failure', async () => {
  assert.equal((await send('/api/cut'))[0], 'network_failure');
});

test('no network is a network failure', async () => {
  await page.context().setOffline(true);
  assert.deepEqual(await send('/api/echo'), ['network_failure', '0', '', '', '']);
  await page.context().setOffline(false);
  assert.equal((await send('/api/echo'))[0], 'answered');
});

test('a cancelled request’s late answer is dropped', async () => {
  await page.evaluate(() => { self.command('send', '9001', 'GET', '/api/slow', '', ''); });
  await page.command('cancel', 9001);
  await new Promise((passed) => setTimeout(passed, 1000));
  assert.deepEqual(await page.events(), []);
});

test('a server that never answers is a timeout after 15 s', async () => {
  if (process.env.LAUREL_LONG) {
    const start = Date.now();
    assert.deepEqual(await send('/api/never'), ['timeout', '0', '', '', '']);
    const took = Date.now() - start;
    assert.ok(took > 14_000 && took < 17_000, `${took} ms`);
    return;
  }
  await page.clock.install();
  let outcome = null;
  const answered = send('/api/never').then((reply) => { outcome = reply; });
  await page.clock.runFor(14_999);
  assert.equal(outcome, null);
  await page.clock.runFor(1);
  await answered;
  assert.deepEqual(outcome, ['timeout', '0', '', '', '']);
  await page.clock.resume();
});

test('tabs of one association tell each other that who is signed in has changed', async () => {
  const other = await openProgram(await browser.newPage(), `${site.origin}/`);
  const foreign = await openProgram(await browser.newPage(), `${site.origin}/`);
  await page.command('listen', 'ipma');
  await other.command('listen', 'ipma');
  await foreign.command('listen', 'ima');
  await page.command('announce');
  await other.waitForFunction(() => self.events.length > 0);
  assert.deepEqual(await other.events(), ['session changed']);
  assert.deepEqual(await page.events(), []);
  assert.deepEqual(await foreign.events(), []);
  await other.close();
  await foreign.close();
});
