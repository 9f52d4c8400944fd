// What a frame costs where a table has 10,000 rows: at most 2 ms of the main thread, at its beginning
// and far down; beside it the same table with 20 rows, for how long the table is should not matter. A
// frame that scrolling needs makes the elements of rows that were not there: it should not be noticed.
// Where the machine is slow, as fixed work beside it shows, the limits are as many times higher.
import assert from 'node:assert/strict';

import {figure, host} from '../browser/support/figures.mjs';
import {openTable} from '../browser/support/long_table.mjs';
import {forgetFrames, frameTimes, median, slowness, timeFrames} from './frames.mjs';

const rows = 10_000;
const fewRows = 20;
const most = 2;  // milliseconds
const mostScrolled = 1000 / 60;  // a display's frame
const moves = 200;
const scrolls = 100;

/** Makes frames by moving the pointer from one row's link to another's and back. */
async function moveThePointer(page) {
  await forgetFrames(page);
  await page.evaluate((count) => new Promise((done) => {
    const view = (element) => {
      const box = element.getBoundingClientRect();
      return box.top > 0 && box.bottom < innerHeight;
    };
    const links = [...document.querySelectorAll('#mirror td a')].filter(view);
    let left = count;
    const step = () => {
      if (left === 0) return done();
      left -= 1;
      const target = links[left % 2];
      const box = target.getBoundingClientRect();
      target.dispatchEvent(new PointerEvent('pointerover', {
        bubbles: true, clientX: box.x + 4, clientY: box.y + 4, pointerType: 'mouse'}));
      setTimeout(step, 20);
    };
    step();
  }), moves);
  const times = await frameTimes(page);
  assert.ok(times.length >= moves / 2, `${times.length} frames`);
  return median(times);
}

/** Goes down by the height of the window; each step needs a frame, with rows that were not there. */
async function scrollDown(page) {
  await forgetFrames(page);
  for (let i = 0; i < scrolls; ++i) {
    await page.evaluate(() => self.scrollBy({top: innerHeight, behavior: 'instant'}));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  const times = (await frameTimes(page)).filter((ms) => ms > 0.05);  // without this test's own
  assert.ok(times.length >= scrolls / 2, `${times.length} frames`);
  return median(times);
}

figure(`a frame of a table of ${rows} rows ≤ ${most} ms`, {initScript: timeFrames},
       async (page, context, t) => {
         await openTable(page, host, fewRows);
         const few = await moveThePointer(page);
         t.diagnostic(`${fewRows} rows, pointer moves: ${few.toFixed(2)} ms a frame (median)`);

         const other = await context.newPage();
         await openTable(other, host, rows);
         const top = await moveThePointer(other);
         const scrolled = await scrollDown(other);
         const middle = await moveThePointer(other);
         const slow = await slowness(other);
         t.diagnostic(`the machine: ${slow.toFixed(2)} × as slow as where the limits were set`);
         const check = (what, ms, limit) => {
           const share = ms / (limit * slow);
           t.diagnostic(`${rows} rows, ${what}: ${ms.toFixed(2)} ms a frame (median), ` +
             `${share.toFixed(2)} of the limit, ${(ms / few).toFixed(2)} × the short table`);
           assert.ok(share <= 1, `${what}: ${ms} ms`);
         };
         check('pointer moves', top, most);
         check('pointer moves, far down', middle, most);
         check('scrolled by a window', scrolled, mostScrolled);
       });
