// WebKit, as in Safari and GNOME's browser, driven over WebDriver: what members of "any modern
// browser" go through.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {mara, startOffline, startServer, words} from './support/hosts.mjs';
import {inkIn, pictureOf} from './support/pixels.mjs';
import {ana} from './support/registration.mjs';
import {becomeMember, byKey, isDrawn, says, signIn, started} from './support/smoke.mjs';
import {launchWebKit} from './support/webkit.mjs';

let browser;

before(async () => {
  browser = await launchWebKit();
});

after(() => browser?.close());

/** The words of the element with this key are seen, drawn or plain. */
async function isSeen(page, key) {
  const [width, {x, y, width: wide, height}] = await page.evaluate((id) => [
    innerWidth, document.getElementById(id).getBoundingClientRect().toJSON()], key);
  const shot = pictureOf(await page.screenshot(), 1);
  const picture = {...shot, ratio: shot.width / width};
  assert.ok(inkIn(picture, {x, y, width: wide, height}), `${key} is seen`);
}

// WebKit keeps the session's cookie, which is `Secure`, of HTTPS alone.
const starts = [() => startServer({secure: true}), startOffline];

/** A test on each host, drawn where there is WebGL. */
function onBothHosts(title, fragment, body) {
  for (const [i, name] of ['server', 'offline demo'].entries()) {
    test(`WebKit: ${title} (${name})`, async (t) => {
      const host = await starts[i]();
      t.after(() => host.close());
      const page = await browser.newPage();
      t.after(() => page.close());
      await page.goto(host.address('ipma', fragment));
      await started(page);
      const webGl = await page.evaluate(
        () => document.createElement('canvas').getContext('webgl2') !== null);
      t.diagnostic(`WebGL 2: ${webGl}, drawn: ${await isDrawn(page)}`);
      assert.equal(await isDrawn(page), webGl);
      await isSeen(page, 'page/title');
      await body(page, host);
      assert.equal(await isDrawn(page), webGl);
    });
  }
}

onBothHosts('sign in, reload, sign out', '#/login', async (page) => {
  await signIn(page, mara);
  await says(page, 'IPMA Level C – Certified Project Manager');
  assert.equal(await page.evaluate(() => location.hash), '#/dashboard');
  await isSeen(page, 'page/title');
  await page.reload();
  await says(page, 'IPMA Level C – Certified Project Manager');
  await page.click(byKey('header/sign_out'));
  await says(page, words['sign_in.signed_out']);
  assert.equal(await page.evaluate(() => document.getElementById('sign_in/email').value), '');
});

onBothHosts('register, activate by mail, sign in', '#/', async (page, host) => {
  await becomeMember(page, host, ana);
  await isSeen(page, 'page/title');
});
