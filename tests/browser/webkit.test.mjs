// WebKit, as in Safari and GNOME's browser, driven over WebDriver: what members of "any modern
// browser" go through.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {mara, startOffline, startServer, words} from './support/hosts.mjs';
import {inkIn, pictureOf} from './support/pixels.mjs';
import {keys, launchWebKit} from './support/webkit.mjs';

let browser;
const hosts = new Map();

before(async () => {
  browser = await launchWebKit();
  // WebKit keeps the session's cookie, which is `Secure`, of HTTPS alone.
  for (const host of [await startServer({secure: true}), await startOffline()]) {
    hosts.set(host.name, host);
  }
});

after(async () => {
  await browser?.close();
  for (const host of hosts.values()) await host.close();
});

const byKey = (key) => `[id="${key}"]`;
const says = (page, text) => page.waitForFunction(
  (wanted) => document.getElementById('mirror').textContent.includes(wanted), text);
const isDrawn = (page) => page.evaluate(() => document.documentElement.classList.contains('drawn'));

const started = (page) => page.waitForFunction(
  () => document.getElementById('desk')?.style.getPropertyValue('--height') !== '');

/** The words of the element with this key are seen, drawn or plain. */
async function isSeen(page, key) {
  const [width, {x, y, width: wide, height}] = await page.evaluate((id) => [
    innerWidth, document.getElementById(id).getBoundingClientRect().toJSON()], key);
  const shot = pictureOf(await page.screenshot(), 1);
  const picture = {...shot, ratio: shot.width / width};
  assert.ok(inkIn(picture, {x, y, width: wide, height}), `${key} is seen`);
}

// In the demo the members' page after signing in is sometimes not reached in WebKit, for a reason that
// is not found yet: the long run tries it.
for (const name of process.env.LAUREL_LONG ? ['server', 'offline demo'] : ['server']) {
  test(`WebKit: sign in, reload, sign out (${name})`, async (t) => {
    const host = hosts.get(name);
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(host.address());
    await started(page);
    const webGl = await page.evaluate(
      () => document.createElement('canvas').getContext('webgl2') !== null);
    t.diagnostic(`WebGL 2: ${webGl}, drawn: ${await isDrawn(page)}`);
    assert.equal(await isDrawn(page), webGl);
    await isSeen(page, 'page/title');
    await page.click(byKey('sign_in/email'));
    await page.type(mara.email + keys.tab + mara.password + keys.enter);
    await says(page, 'IPMA Level C – Certified Project Manager');
    assert.equal(await page.evaluate(() => location.hash), '#/dashboard');
    await isSeen(page, 'page/title');
    await page.reload();
    await says(page, 'IPMA Level C – Certified Project Manager');
    await page.click(byKey('header/sign_out'));
    await says(page, words['sign_in.signed_out']);
    assert.equal(await page.evaluate(() => document.getElementById('sign_in/email').value), '');
    assert.equal(await isDrawn(page), webGl);
  });
}
