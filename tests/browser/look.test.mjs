// Other ways to look: high contrast, dark and light, no motion.
import assert from 'node:assert/strict';

import {isDrawn, openDesk, settled, submitButton} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {boxOf, groundOf, picture} from './support/pixels.mjs';

const luminance = ([r, g, b]) => [r, g, b].map((part) => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** The colour in the box that is furthest from its ground, and the ground. */
function strongestContrast(shot, box) {
  const ground = groundOf(shot, box);
  let best = 1;
  for (let y = Math.floor(box.y * shot.ratio); y < (box.y + box.height) * shot.ratio; y += 1) {
    for (let x = Math.floor(box.x * shot.ratio); x < (box.x + box.width) * shot.ratio; x += 1) {
      const at = (y * shot.width + x) * 4;
      best = Math.max(best, contrast([...shot.data.subarray(at, at + 3)], ground));
    }
  }
  return best;
}

for (const colorScheme of ['light', 'dark']) {
  figure(`high contrast, ${colorScheme}: the words are drawn with a contrast of 7`,
         {colorScheme, contrast: 'more', deviceScaleFactor: 2,
          viewport: {width: 1280, height: 1100}}, async (page) => {
           await openDesk(page, host.address());
           assert.ok(await isDrawn(page));
           const shot = await picture(page);
           for (const key of ['page/title', 'page/lead', 'sign_in/email/label',
                              'footer/address', 'footer/contact', 'newsletter/title',
                              'sign_in/submit']) {
             const measured = strongestContrast(shot, await boxOf(page.locator(`[id="${key}"]`)));
             assert.ok(measured >= 7, `${key}: ${measured.toFixed(2)}`);
           }
         });
}

figure('dark and light follow the system while the page is open', {colorScheme: 'light'},
       async (page) => {
         await openDesk(page, host.address());
         const corner = {x: 20, y: 300, width: 40, height: 40};
         const light = groundOf(await picture(page), corner);
         await page.emulateMedia({colorScheme: 'dark'});
         await settled(page);
         const dark = groundOf(await picture(page), corner);
         assert.ok(luminance(light) > 0.8 && luminance(dark) < 0.1, `${light} ${dark}`);
       });

figure('reduced motion: nothing moves by itself', {reducedMotion: 'reduce'}, async (page) => {
  await openDesk(page, host.address());
  await submitButton(page).click();
  await settled(page);
  const moving = await page.evaluate(() => [
    document.getAnimations().length,
    ...[...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
      .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none' ||
        style.scrollBehavior === 'smooth').map(() => 1)]);
  assert.deepEqual(moving, [0]);
});
