// Firefox, driven over WebDriver BiDi: what members of "any modern browser" go through.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {launch} from './support/browser.mjs';
import {bothHosts, mara, words} from './support/hosts.mjs';

let browser;
const hosts = new Map();

before(async () => {
  browser = await launch({firefox: true});
  for (const {name, start} of bothHosts) hosts.set(name, await start());
});

after(async () => {
  await browser?.close();
  for (const host of hosts.values()) await host.close();
});

const byKey = (key) => `[id="${key}"]`;
const says = (page, text) => page.waitForFunction(
  (wanted) => document.getElementById('mirror').textContent.includes(wanted),
  {timeout: 20_000, polling: 50}, text);

/** Without WebGL, as on machines where Firefox has none, the mirror is the page. */
const started = (page) => page.waitForFunction(
  () => document.getElementById('desk').style.getPropertyValue('--height') !== '',
  {timeout: 20_000, polling: 50});

for (const {name} of bothHosts) {
  test(`Firefox: sign in, reload, sign out (${name})`, async (t) => {
    const host = hosts.get(name);
    const page = await browser.newPage();
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(host.address());
    await started(page);
    t.diagnostic(`drawn: ${await page.evaluate(
      () => document.documentElement.classList.contains('drawn'))}`);
    await page.click(byKey('sign_in/email'));
    await page.keyboard.type(mara.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(mara.password);
    await page.keyboard.press('Enter');
    await says(page, 'IPMA Level C – Certified Project Manager');
    assert.equal(await page.evaluate(() => location.hash), '#/dashboard');
    await page.reload();
    await says(page, 'IPMA Level C – Certified Project Manager');
    await page.click(byKey('header/sign_out'));
    await says(page, words['sign_in.signed_out']);
    assert.equal(await page.evaluate(() => document.querySelector('[type=email]').value), '');
    assert.deepEqual(troubles, []);
    await page.close();
  });
}
