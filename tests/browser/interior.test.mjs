// The program's second part (src/app/interior/model.h) in a real browser: when it is loaded, what a
// member sees until it is here, and where it cannot be.
import assert from 'node:assert/strict';

import {on, onBothHosts} from './support/both_hosts.mjs';
import {
  dashboardOf, emailField, fillIn, openDesk, problem, settled, shows, showsProblem, submitButton,
} from './support/desk.mjs';
import {mara, words} from './support/hosts.mjs';

const interior = '**/laurel-interior.*.wasm';
const opening = words['shell.opening'].replace('{platform}', 'my.ipma');
const retry = (page) => page.getByRole('button', {name: words['problem.retry']});

/** Every request for the second part, as it is made. */
function watch(page) {
  const requests = [];
  page.on('request', (request) => {
    if (request.url().includes('laurel-interior')) requests.push(request);
  });
  return requests;
}

onBothHosts('the first screens do without the second part; another screen loads it once', {},
            async (page, host) => {
              const requests = watch(page);
              for (const fragment of ['#/', '#/login', '#/nowhere']) {
                await page.goto('about:blank');
                await openDesk(page, host.address('ipma', fragment));
                await settled(page);
              }
              assert.equal(requests.length, 0);
              await page.goto(host.address('ipma', '#/register'));
              await page.getByRole('textbox', {name: words['registration.first_name']}).waitFor();
              await page.goto(host.address('ipma', '#/events'));
              await shows(page, words['events.title']);
              assert.equal(requests.length, 1);
            });

onBothHosts('it is loaded when a visitor goes to a field', {}, async (page, host) => {
  const requests = watch(page);
  await openDesk(page, host.address());
  const [request] = await Promise.all([
    page.waitForRequest(interior), emailField(page).focus()]);
  await request.response();
  await fillIn(page, mara);
  await submitButton(page).click();
  await dashboardOf(page, mara);
  assert.equal(requests.length, 1);
});

on('server', 'on a slow network it comes while a member signs in', {}, async (page, host) => {
  const requests = watch(page);
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route(interior, async (route) => {
    await released;
    await route.continue();
  });
  await page.route('**/api/v1/ipma/session', async (route) => {
    if (route.request().method() === 'POST') assert.equal(requests.length, 1);
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

onBothHosts('a second part that does not arrive is told; the button loads it', {},
            async (page, host) => {
              page.expectTrouble(/laurel-interior/);
              await page.route(interior, (route) => route.abort());
              await openDesk(page, host.address('ipma', '#/register'));
              await showsProblem(page, words['problem.offline']);
              await page.unroute(interior);
              await retry(page).click();
              await page.getByRole('textbox', {name: words['registration.first_name']}).waitFor();
              assert.equal(await problem(page).count(), 0);
            });

on('server', 'a page that is older than what is deployed says so', {}, async (page, host) => {
  page.expectTrouble(/laurel-interior/);
  await page.route(interior, (route) => route.fulfill({status: 404}));
  await openDesk(page, host.address('ipma', '#/events'));
  await showsProblem(page, words['problem.outdated']);
});

on('server', 'half of the second part is no second part', {}, async (page, host) => {
  page.expectTrouble(/laurel-interior/);
  await page.route(interior, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({response, body: body.subarray(0, body.length / 2)});
  });
  await openDesk(page, host.address('ipma', '#/events'));
  await showsProblem(page, words['problem.offline']);
  await page.unroute(interior);
  await retry(page).click();
  await shows(page, words['events.title']);
});
