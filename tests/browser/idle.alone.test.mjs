// What the page costs: nothing while nothing happens, little while something does, and what a first
// visit loads.
import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import {test} from 'node:test';

import {
  countsOf, emailField, openDesk, setPlain, settled, signIn, submitButton, withPage,
} from './support/desk.mjs';
import {browser, figure, host} from './support/figures.mjs';
import {mara} from './support/hosts.mjs';
import {boxOf} from './support/pixels.mjs';

const idleSeconds = process.env.LAUREL_LONG ? 30 : 10;

/** What the page did in the meantime; nothing of it may be anything but 0. */
async function activity(page, meanwhile) {
  const before = await countsOf(page);
  await meanwhile();
  const after = await countsOf(page);
  return Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
}

const nothing = {asked: 0, waiting: 0, frames: 0, draws: 0, timers: 0};

test(`figure: idle for 30 s (${idleSeconds} s here): 0 frames, 0 draws, 0 requestAnimationFrame`,
     async () => {
       // At the same time, each in a window of its own.
       const states = {
         'a field has the focus': async (page) => emailField(page).focus(),
         'the dashboard': async (page) => signIn(page, mara),
         'without a canvas': async (page) => setPlain(page, true),
       };
       const done = {};
       await Promise.all(Object.entries(states).map(([name, reach]) => withPage(
         () => browser, {}, async (page) => {
           await openDesk(page, host.address());
           await reach(page);
           await settled(page);
           done[name] = await activity(page, () => sleep(idleSeconds * 1000));
         })()));
       for (const name of Object.keys(states)) assert.deepEqual(done[name], nothing, name);
     });

figure('idle: a pointer that moves within one element asks for no frame', {}, async (page) => {
  await openDesk(page, host.address());
  const box = await boxOf(submitButton(page));
  await page.mouse.move(box.x + 20, box.y + 10);
  await settled(page);
  assert.deepEqual(await activity(page, async () => {
    for (let step = 0; step < 40; step += 1) {
      await page.mouse.move(box.x + 20 + step * 6, box.y + 10 + (step % 20));
    }
  }), nothing);
  // It is no dead page: leaving the button is drawn.
  const left = await activity(page, async () => {
    await page.mouse.move(5, 300);
    await settled(page);
  });
  assert.ok(left.draws > 0);
});

figure('idle: scrolling a short page draws nothing', {viewport: {width: 1280, height: 800}},
       async (page) => {
         await openDesk(page, host.address());
         const room = await page.evaluate(
           () => document.documentElement.scrollHeight - innerHeight);
         assert.ok(room > 20, `${room} px to scroll`);
         await page.mouse.move(2, 300);  // what scrolls past the pointer would light up
         await settled(page);
         const did = await activity(page, async () => {
           await page.evaluate(() => new Promise((done) => {
             addEventListener('scrollend', done, {once: true});
             scrollTo({top: 1000, behavior: 'smooth'});
           }));
         });
         assert.equal(await page.evaluate(() => scrollY), room);
         assert.deepEqual(did, nothing);
       });

figure('mirror: at most 100 ms behind (median of 15)', {}, async (page, context, t) => {
  await openDesk(page, host.address());
  const delays = await page.evaluate(async () => {
    const button = document.getElementById('sign_in/password/show');
    const delays = [];
    for (let round = 0; round < 15; round += 1) {
      const changed = new Promise((done) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          done(performance.now());
        }).observe(button, {attributes: true, attributeFilter: ['aria-label']});
      });
      const pressed = performance.now();
      button.click();
      delays.push(await changed - pressed);
    }
    return delays;
  });
  delays.sort((a, b) => a - b);
  t.diagnostic(delays.map((delay) => delay.toFixed(1)).join());
  assert.ok(delays[7] <= 100, `${delays[7]} ms`);
});

figure('first visit: everything that the sign-in needs in at most 250 KB', {},
       async (page, context, t) => {
         await openDesk(page, host.address());
         await signIn(page, mara);
         const loaded = await page.evaluate(() => ['navigation', 'resource']
           .flatMap((type) => performance.getEntriesByType(type))
           .filter(({name}) => !/\/api\/|icon/.test(name))  // Chromium looks for an icon at each route
           .map(({name, encodedBodySize}) => [new URL(name).pathname, encodedBodySize]));
         for (const [name, size] of loaded) t.diagnostic(`${size} ${name}`);
         const total = loaded.reduce((sum, [, size]) => sum + size, 0);
         t.diagnostic(`${total} in all`);
         assert.equal(loaded.filter(([name]) => name.endsWith('.wasm')).length, 3);
         const kept = loaded.map(([name]) => name).filter((name) => name.startsWith('/static/'));
         assert.equal(new Set(kept).size, kept.length, 'something is loaded twice');
         assert.ok(total > 50_000 && total <= 250_000, `${total}`);
       });
