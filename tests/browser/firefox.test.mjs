// Firefox, driven over WebDriver BiDi: what members of "any modern browser" go through, with WebGL
// and without it, where the mirror is the page.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {launch} from './support/browser.mjs';
import {bothHosts, mara, words} from './support/hosts.mjs';

const browsers = new Map();
const hosts = new Map();

before(async () => {
  for (const webGl of [true, false]) browsers.set(webGl, await launch({firefox: true, webGl}));
  for (const {name, start} of bothHosts) hosts.set(name, await start());
});

after(async () => {
  for (const browser of browsers.values()) await browser.close();
  for (const host of hosts.values()) await host.close();
});

const byKey = (key) => `[id="${key}"]`;
const says = (page, text) => page.waitForFunction(
  (wanted) => document.getElementById('mirror').textContent.includes(wanted),
  {timeout: 20_000, polling: 50}, text);

const started = (page) => page.waitForFunction(
  () => document.getElementById('desk').style.getPropertyValue('--height') !== '',
  {timeout: 20_000, polling: 50});

const isDrawn = (page) => page.evaluate(() => document.documentElement.classList.contains('drawn'));

for (const [name, webGl] of bothHosts.flatMap(({name}) => [[name, true], [name, false]])) {
  test(`Firefox: sign in, reload, sign out, ${webGl ? 'drawn' : 'plain'} (${name})`, async () => {
    const host = hosts.get(name);
    const page = await browsers.get(webGl).newPage();
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(host.address());
    await started(page);
    assert.equal(await isDrawn(page), webGl);
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
    assert.equal(await isDrawn(page), webGl);
    assert.deepEqual(troubles, []);
    await page.close();
  });
}
