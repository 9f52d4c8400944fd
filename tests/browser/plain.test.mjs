// The page without a canvas: where WebGL is missing or lost, in forced colours, under a browser's
// translation and in print, the mirror is the page.
import assert from 'node:assert/strict';

import {axeViolations} from './support/accessibility.mjs';
import {isDrawn, openDesk, setPlain, settled, signIn, signOut} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {mara} from './support/hosts.mjs';
import {boxOf, differing, inkIn, picture} from './support/pixels.mjs';

/** The page without a canvas: everything visible by itself, and signing in works. */
async function worksPlain(page) {
  assert.equal(await isDrawn(page), false);
  assert.equal(await page.locator('#canvas').isVisible(), false);
  await signIn(page, mara);
  const invisible = await page.evaluate(() => [...document.querySelectorAll('#mirror *')]
    .filter((element) => element.childElementCount === 0 && element.textContent.trim() !== '' &&
      !element.classList.contains('reveal'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return getComputedStyle(element).color === 'rgba(0, 0, 0, 0)' || box.width < 2 ||
        box.height < 2;
    }).map((element) => element.id));
  assert.deepEqual(invisible, []);
  assert.deepEqual(await overlaps(page), []);
  assert.ok(await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  await signOut(page);
}

/** Pairs of texts that lie on each other. */
const overlaps = (page) => page.evaluate(() => {
  const kinds = '#mirror :is(h1,h2,h3,p,dt,dd,label,button,input,a)';
  const leaves = [...document.querySelectorAll(kinds)]
    .filter((element) => !element.classList.contains('reveal'));
  const boxes = leaves.map((element) => element.getBoundingClientRect());
  const pairs = [];
  leaves.forEach((a, i) => leaves.slice(i + 1).forEach((b, k) => {
    const [p, q] = [boxes[i], boxes[i + 1 + k]];
    const width = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const height = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (width > 1 && height > 1 && !a.contains(b)) pairs.push(`${a.id} ${b.id}`);
  }));
  return pairs;
});

for (const width of [320, 1280]) {
  const viewport = {width, height: 800};
  figure(`no canvas: WebGL is missing: the mirror is the page, at ${width} px`, {
    viewport,
    initScript: () => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function(kind, ...rest) {
        return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
      };
    },
  }, async (page) => {
    await openDesk(page, host.address());
    await worksPlain(page);
  });

  figure(`no canvas: forced colours: the mirror is the page, at ${width} px`,
         {viewport, forcedColors: 'active'}, async (page) => {
           await openDesk(page, host.address());
           await worksPlain(page);
           await page.emulateMedia({forcedColors: 'none'});
           await page.waitForSelector('html.drawn', {state: 'attached'});
         });
}

figure('no canvas: browser translation: the mirror is the page', {}, async (page) => {
  await openDesk(page, host.address());
  await setPlain(page, true);
  await worksPlain(page);
  await setPlain(page, false);
  await settled(page);
  assert.ok(await isDrawn(page));
});

// How a translator shows (document.js, watchTranslators), and how it does when the words are the old ones.
const translators = {
  'by the language (Safari)': [() => { document.documentElement.lang = 'de'; },
                               () => { document.documentElement.lang = 'en'; }],
  'by marks (Edge)': [
    () => document.querySelector('title').setAttribute('_msttexthash', '1'),
    () => document.querySelector('title').removeAttribute('_msttexthash')],
  'by the words alone': [
    () => { document.querySelector('#mirror h1').firstChild.data = 'Anmelden'; }, null],
};
for (const [name, [translate, restore]] of Object.entries(translators)) {
  figure(`no canvas: a translation that shows ${name}: the mirror is the page`, {},
         async (page) => {
           await openDesk(page, host.address());
           assert.ok(await isDrawn(page));
           await page.evaluate(translate);
           await page.waitForSelector('html:not(.drawn)', {state: 'attached'});
           await worksPlain(page);
           if (!restore) return;
           await page.evaluate(restore);
           await page.waitForSelector('html.drawn', {state: 'attached'});
         });
}

figure('no canvas: a lost context: the mirror is the page until it is restored', {},
       async (page) => {
         await openDesk(page, host.address());
         const before = await picture(page);
         await page.evaluate(() => {
           self.lost = document.getElementById('canvas').getContext('webgl2')
             .getExtension('WEBGL_lose_context');
           self.lost.loseContext();
         });
         await page.waitForSelector('html:not(.drawn)', {state: 'attached'});
         await worksPlain(page);
         await page.goto('about:blank');
         await openDesk(page, host.address());
         await page.evaluate(() => {
           self.lost = document.getElementById('canvas').getContext('webgl2')
             .getExtension('WEBGL_lose_context');
           self.lost.loseContext();
         });
         await page.waitForSelector('html:not(.drawn)', {state: 'attached'});
         await page.evaluate(() => self.lost.restoreContext());
         await page.waitForSelector('html.drawn', {state: 'attached'});
         await settled(page);
         assert.equal(differing(before, await picture(page)), 0);
         await signIn(page, mara);
         assert.ok(await isDrawn(page));
       });

figure('no canvas: print shows the document', {}, async (page) => {
  await openDesk(page, host.address());
  await signIn(page, mara);
  await page.emulateMedia({media: 'print'});
  assert.equal(await page.locator('#canvas').isVisible(), false);
  const texts = await page.evaluate(() => [...document.querySelectorAll(
    '#mirror :is(h1,h2,h3,p,dt,dd)')].map((element) => {
      const style = getComputedStyle(element);
      return {id: element.id, position: style.position, color: style.color,
              height: element.getBoundingClientRect().height};
    }));
  assert.ok(texts.length >= 40);
  for (const {id, position, color, height} of texts) {
    assert.equal(position, 'static', id);
    assert.notEqual(color, 'rgba(0, 0, 0, 0)', id);
    assert.ok(height > 10, id);
  }
  assert.deepEqual(await overlaps(page), []);
  const shot = await picture(page, {fullPage: true});
  for (const key of ['page/title', 'profile/name', 'certificates/title']) {
    assert.ok(inkIn(shot, await boxOf(page.locator(`[id="${key}"]`))), key);
  }
  assert.deepEqual((await axeViolations(page)).filter((v) => v.startsWith('color-contrast')), []);
  const pdf = await page.pdf();
  assert.ok(pdf.length > 5000 && pdf.subarray(0, 5).toString() === '%PDF-');
  await page.emulateMedia({media: 'screen'});
  assert.ok(await page.locator('#canvas').isVisible());
});
