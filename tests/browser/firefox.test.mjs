// Firefox, driven over WebDriver BiDi: what members of "any modern browser" go through, with WebGL
// and without it, where the mirror is the page.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {launch} from './support/browser.mjs';
import {bothHosts, mara, words} from './support/hosts.mjs';
import {ana} from './support/registration.mjs';
import {becomeMember, byKey, isDrawn, says, signIn, started} from './support/smoke.mjs';

const browsers = new Map();

before(async () => {
  for (const webGl of [true, false]) browsers.set(webGl, await launch({firefox: true, webGl}));
});

after(async () => {
  for (const browser of browsers.values()) await browser.close();
});

/** A test on each host, drawn and plain, on a page that has no troubles. */
function everywhere(title, fragment, body) {
  for (const [{name, start}, webGl] of bothHosts.flatMap((host) => [[host, true], [host, false]])) {
    test(`Firefox: ${title}, ${webGl ? 'drawn' : 'plain'} (${name})`, async (t) => {
      const host = await start();
      t.after(() => host.close());
      const page = await browsers.get(webGl).newPage();
      t.after(() => page.close());
      const troubles = [];
      page.on('pageerror', (error) => troubles.push(String(error)));
      await page.goto(host.address('ipma', fragment));
      await started(page);
      assert.equal(await isDrawn(page), webGl);
      await body(page, host);
      assert.equal(await isDrawn(page), webGl);
      assert.deepEqual(troubles, []);
    });
  }
}

everywhere('sign in, reload, sign out', '#/login', async (page) => {
  await signIn(page, mara);
  await says(page, 'IPMA Level C – Certified Project Manager');
  assert.equal(await page.evaluate(() => location.hash), '#/dashboard');
  await page.reload();
  await says(page, 'IPMA Level C – Certified Project Manager');
  await page.click(byKey('header/sign_out'));
  await says(page, words['sign_in.signed_out']);
  assert.equal(await page.evaluate(() => document.querySelector('[type=email]').value), '');
});

everywhere('register, activate by mail, sign in', '#/',
           (page, host) => becomeMember(page, host, ana));
