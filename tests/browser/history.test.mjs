// Back and forward as between ordinary pages: to the place that somebody left, and no further than they
// went. What has the focus keeps it when its screen is drawn anew.
import assert from 'node:assert/strict';

import {on, onBothHosts} from './support/both_hosts.mjs';
import {focused, openDesk, settled, shows, signIn} from './support/desk.mjs';
import {mara, words} from './support/hosts.mjs';

const lastMember = (page) => page.locator('[id^="member/"][id$="/name"]').last();
const memberPage = (page) =>
  page.locator('[id="member/profile"]').waitFor({state: 'attached'});  // a group has no size of its own
const place = (page) => page.evaluate(() => scrollY);
const untilAt = (page, fragment) =>
  page.waitForFunction((wanted) => location.hash === wanted, fragment);

async function openMembers(page, host) {
  await openDesk(page, host.address());
  await signIn(page, mara);
  await page.goto(host.address('ipma', '#/members'));
  await lastMember(page).waitFor();
  await settled(page);
}

onBothHosts('back leads to the place in a list, and to the link that was followed',
            {viewport: {width: 390, height: 500}}, async (page, host) => {
  await openMembers(page, host);
  const key = await lastMember(page).getAttribute('id');
  await lastMember(page).focus();
  await settled(page);
  const left = await place(page);
  assert.ok(left > 300, `the list is longer than the window: ${left}`);
  await page.keyboard.press('Enter');
  await memberPage(page);
  await settled(page);
  assert.equal(await focused(page), 'page/title');
  assert.ok(await place(page) < 100);
  await page.goBack();
  await lastMember(page).waitFor();
  await settled(page);
  assert.equal(await focused(page), key);
  assert.equal(await place(page), left);
  const covered = await page.evaluate(() => {
    const canvas = document.getElementById('canvas').getBoundingClientRect();
    return canvas.top <= 0 && canvas.bottom >= innerHeight;
  });
  assert.ok(covered, 'what is in view is drawn');
  await page.goForward();
  await memberPage(page);
  await settled(page);
  assert.ok(await place(page) < 100);
});

on('server', 'the title keeps the focus when the member whom it names arrives', {},
   async (page, host) => {
     await openMembers(page, host);
     let release;
     const held = new Promise((done) => { release = done; });
     await page.route('**/members/*', async (route) => {
       await held;
       await route.continue();
     });
     const name = await lastMember(page).textContent();
     await lastMember(page).click();
     await shows(page, words['page.loading']);
     await settled(page);
     assert.equal(await focused(page), 'page/title');
     release();
     await page.getByRole('heading', {level: 1, name}).waitFor();
     await settled(page);
     assert.equal(await focused(page), 'page/title');
   });

on('server', 'where a button is gone, the title has the focus', {}, async (page, host) => {
  await openDesk(page, host.address('ipma', '#/'));
  await page.route('**/events', (route) => route.abort());
  await page.goto(host.address('ipma', '#/events'));
  const retry = page.getByRole('button', {name: words['problem.retry']});
  await retry.waitFor();
  await page.unroute('**/events');
  await retry.focus();
  await page.keyboard.press('Enter');
  await retry.waitFor({state: 'detached'});
  await settled(page);
  assert.equal(await focused(page), 'page/title');
});

onBothHosts('who stays with what is not saved keeps the way back', {}, async (page, host) => {
  await openDesk(page, host.address('ipma', '#/events'));
  await page.goto(host.address('ipma', '#/login'));
  await settled(page);
  await signIn(page, mara);
  await page.goto(host.address('ipma', '#/profile'));
  await shows(page, words['profile.basic']);
  await page.locator('[id="edit_profile/company"]').fill('Riverside Works');
  await settled(page);

  const asked = async () => {
    await shows(page, words['profile.leaving']);
    await untilAt(page, '#/profile');
    await settled(page);
    assert.equal(await focused(page), 'edit_profile/leaving/title');
  };
  const answer = (word) => page.getByRole('button', {name: words[word]}).click();
  await page.evaluate(() => history.back());
  await asked();
  await answer('profile.stay');
  await page.getByRole('link', {name: words['events.title']}).first().click();
  await asked();
  await answer('profile.stay');
  await page.evaluate(() => history.back());
  await asked();
  await answer('profile.discard');
  await untilAt(page, '#/dashboard');
  // The profile is where it was, and before it the dashboard, to which signing in had led.
  await page.evaluate(() => history.back());
  await untilAt(page, '#/profile');
  await page.evaluate(() => history.back());
  await untilAt(page, '#/dashboard');
  await page.evaluate(() => history.back());
  await untilAt(page, '#/events');
});
