// The program's later parts (src/app/part.h) in a real browser: when each is loaded, what a member sees
// until it is here, and where it cannot be.
import assert from 'node:assert/strict';

import {on, onBothHosts} from './support/both_hosts.mjs';
import {
  dashboardOf, emailField, fillIn, openDesk, problem, settled, shows, showsProblem, signIn,
  submitButton,
} from './support/desk.mjs';
import {mara, words} from './support/hosts.mjs';

const first = '**/laurel-page.*.wasm';
const file = (part) => `**/laurel-${part}.*.wasm`;
const opening = words['shell.opening'].replace('{platform}', 'my.ipma');
const retry = (page) => page.getByRole('button', {name: words['problem.retry']});
const firstName = (page) => page.getByRole('textbox', {name: words['registration.first_name']});

/** The names of the parts that are asked for, in that order, the first module's with them. */
function watch(page) {
  const parts = [];
  page.on('request', (request) => {
    const [, part] = /laurel-(\w[\w-]*)\.\w+\.wasm/.exec(request.url()) ?? [];
    if (part && part !== 'worker') parts.push(part);
  });
  return parts;
}

const later = (parts) => parts.filter((part) => part !== 'page').sort();

/** Keeps a file from arriving; returns what lets it go on. */
async function hold(page, pattern) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

onBothHosts('the first screens do without the later parts; another screen loads its own once', {},
            async (page, host) => {
              const parts = watch(page);
              for (const fragment of ['#/', '#/login', '#/nowhere', '#/constructor']) {
                await page.goto('about:blank');
                await openDesk(page, host.address('ipma', fragment));
                await settled(page);
              }
              assert.deepEqual(later(parts), []);
              await page.goto(host.address('ipma', '#/register'));
              await firstName(page).waitFor();
              assert.deepEqual(later(parts), ['common', 'joining']);
              await page.goto(host.address('ipma', '#/events'));
              await shows(page, words['events.title']);
              await page.goto(host.address('ipma', '#/register'));
              await firstName(page).waitFor();
              assert.deepEqual(later(parts), ['common', 'joining', 'public-pages']);
            });

onBothHosts('the desk is loaded when a visitor goes to a field', {}, async (page, host) => {
  const parts = watch(page);
  await openDesk(page, host.address());
  const [request] = await Promise.all([
    page.waitForRequest(file('desk')), emailField(page).focus()]);
  await request.response();
  await fillIn(page, mara);
  await submitButton(page).click();
  await dashboardOf(page, mara);
  assert.deepEqual(later(parts), ['common', 'desk']);
});

for (const [fragment, part] of [['#/register/certificates', 'joining'], ['#/verify/token', 'public-pages'],
                                ['#/members?country=AT', 'desk']]) {
  onBothHosts(`what ${fragment} needs is asked for before the first module has run`, {},
              async (page, host) => {
                const parts = watch(page);
                const release = await hold(page, first);
                await Promise.all([page.waitForRequest(file(part)), page.waitForRequest(file('common')),
                                   page.goto(host.address('ipma', fragment))]);
                assert.deepEqual(later(parts), ['common', part].sort());
                release();
                await settled(page);
                await page.waitForFunction(() => document.documentElement.matches('.drawn'));
                assert.deepEqual([...parts].sort(), ['common', 'page', part].sort());
              });
}

on('server', 'where somebody was signed in, the desk is asked for before the first module has run', {},
   async (page, host) => {
     await openDesk(page, host.address());
     await signIn(page, mara);
     await page.goto('about:blank');
     const release = await hold(page, first);
     await Promise.all([page.waitForRequest(file('desk')), page.goto(host.address('ipma', '#/'))]);
     release();
     await dashboardOf(page, mara);
   });

on('server', 'on a slow network the desk comes while a member signs in', {}, async (page, host) => {
  const parts = watch(page);
  const release = await hold(page, file('desk'));
  await page.route('**/api/v1/ipma/session', async (route) => {
    if (route.request().method() === 'POST') assert.deepEqual(later(parts), ['common', 'desk']);
    await route.continue();
  });
  await openDesk(page, host.address());
  await fillIn(page, mara);
  await submitButton(page).click();
  await page.getByRole('heading', {name: opening}).waitFor();
  await settled(page);
  release();
  await dashboardOf(page, mara);
});

for (const missing of ['joining', 'common']) {
  onBothHosts(`where ${missing} does not arrive that is told; the button loads it`, {},
              async (page, host) => {
                page.expectTrouble(/laurel-/);
                await page.route(file(missing), (route) => route.abort());
                await openDesk(page, host.address('ipma', '#/register'));
                await showsProblem(page, words['problem.offline']);
                await page.unroute(file(missing));
                await retry(page).click();
                await firstName(page).waitFor();
                assert.equal(await problem(page).count(), 0);
              });
}

on('server', 'a part that does not arrive keeps no other one away', {}, async (page, host) => {
  page.expectTrouble(/laurel-joining/);
  await page.route(file('joining'), (route) => route.abort());
  await openDesk(page, host.address('ipma', '#/register'));
  await showsProblem(page, words['problem.offline']);
  await page.goto(host.address('ipma', '#/events'));
  await shows(page, words['events.title']);
  assert.equal(await problem(page).count(), 0);
});

for (const outdated of ['public-pages', 'common']) {
  on('server', `a page that is older than the ${outdated} that is deployed says so`, {},
     async (page, host) => {
       page.expectTrouble(/laurel-/);
       await page.route(file(outdated), (route) => route.fulfill({status: 404}));
       await openDesk(page, host.address('ipma', '#/events'));
       await showsProblem(page, words['problem.outdated']);
     });
}

on('server', 'half of a part is no part', {}, async (page, host) => {
  page.expectTrouble(/laurel-public-pages/);
  await page.route(file('public-pages'), async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({response, body: body.subarray(0, body.length / 2)});
  });
  await openDesk(page, host.address('ipma', '#/events'));
  await showsProblem(page, words['problem.offline']);
  await page.unroute(file('public-pages'));
  await retry(page).click();
  await shows(page, words['events.title']);
});
