// What the mirror costs a frame at 300 nodes: at most 1 ms of JavaScript, measured where the pointer
// goes to and fro and where every node moves; and what a frame costs in all. The certificates of a
// member with many of them have the nodes. Where the machine is slow, as fixed work beside it shows,
// the limit is as many times higher.
import assert from 'node:assert/strict';

import {openDesk, settled, shows, signIn} from '../browser/support/desk.mjs';
import {figure, host} from '../browser/support/figures.mjs';
import {mara} from '../browser/support/hosts.mjs';
import {forgetFrames, frameTimes, median, slowness, timeFrames} from './frames.mjs';

const nodes = 300;
const certificateCount = 12;  // make that many nodes
const frames = 200;
const built = new URL('../../build/web/web/page', import.meta.url).pathname;

const numberOf = (i) => `DE-24-B-${String(i).padStart(5, '0')}`;

/** Lets the member have `count` certificates. */
const certificates = '**/api/v1/ipma/certificates';
const giveCertificates = (page, count) => page.route(certificates, async (route) => {
  const response = await route.fetch();
  const content = await response.json();
  const [first] = content.certificates;
  content.certificates = Array.from({length: count}, (_, i) => ({...first, number: numberOf(i)}));
  await route.fulfill({response, json: content});
});

/** A profile names functions as the JavaScript does, and what is deployed has short names. */
const withNames = (page) => page.route('**/laurel-page.*.js', (route) => route.fulfill({
  path: `${built}/laurel-page.js`, contentType: 'text/javascript'}));

/** Milliseconds of a frame that the functions of the mirror took, from a sampling profile. */
function mirrorShare(profile, names) {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map();
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
  }
  const inMirror = (id) => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      if (names.includes(byId.get(at).callFrame.functionName)) return true;
    }
    return false;
  };
  let microseconds = 0;
  profile.samples.forEach((id, i) => {
    if (inMirror(id)) microseconds += profile.timeDeltas[i];
  });
  return microseconds / 1000;
}

/** Makes `frames` frames by moving the pointer from one element to another and back. */
async function hoverToAndFro(page) {
  await page.evaluate((count) => new Promise((done) => {
    const desk = document.getElementById('desk');
    const targets = [document.getElementById('header/sign_out'),
                     document.getElementById('footer/contact')];
    let left = count;
    const step = () => {
      if (left === 0) return done();
      left -= 1;
      const box = targets[left % 2].getBoundingClientRect();
      targets[left % 2].dispatchEvent(new PointerEvent('pointerover', {
        bubbles: true, clientX: box.x + 4, clientY: box.y + 4, pointerType: 'mouse'}));
      setTimeout(step, 20);
    };
    desk.dispatchEvent(new PointerEvent('pointerleave'));
    step();
  }), frames);
  await settled(page);
}

figure(`mirror ≤ 1 ms a frame at ${nodes} nodes`, {initScript: timeFrames},
       async (page, context, t) => {
       await giveCertificates(page, certificateCount);
       await withNames(page);
       await openDesk(page, host.address());
       await signIn(page, mara);
       await page.goto(host.address('ipma', '#/certificates'));
       await shows(page, numberOf(certificateCount - 1));
       const count = await page.evaluate(() => document.querySelectorAll('#mirror *').length);
       t.diagnostic(`${count} mirrored elements`);
       assert.ok(count >= nodes);

       const devTools = await context.newCDPSession(page);
       await devTools.send('Profiler.enable');
       await devTools.send('Profiler.setSamplingInterval', {interval: 100});
       const profiled = async (work) => {
         await forgetFrames(page);
         await devTools.send('Profiler.start');
         await work();
         const {profile} = await devTools.send('Profiler.stop');
         const all = await frameTimes(page);
         assert.ok(all.length >= frames / 2, `${all.length} frames`);
         return {mirror: mirrorShare(profile, ['_laurel_document_apply']) / all.length,
                 frame: median(all), frames: all.length};
       };
       const hover = await profiled(() => hoverToAndFro(page));
       t.diagnostic(`pointer to and fro: mirror ${hover.mirror.toFixed(3)} ms a frame, ` +
         `frame ${hover.frame.toFixed(2)} ms in all (median of ${hover.frames})`);
       const move = await profiled(async () => {
         for (let i = 0; i < frames; i += 1) {
           await page.setViewportSize({width: 1280 - (i % 2) * 8, height: 800});
           await settled(page);
         }
       });
       t.diagnostic(`every node moved: mirror ${move.mirror.toFixed(3)} ms a frame, ` +
         `frame ${move.frame.toFixed(2)} ms in all (median of ${move.frames})`);
       const slow = await slowness(page);
       t.diagnostic(`the machine: ${slow.toFixed(2)} × as slow as where the limit was set`);
       assert.ok(hover.mirror <= slow, `${hover.mirror} ms a frame`);
       assert.ok(move.mirror <= slow, `${move.mirror} ms a frame where every node moves`);
       assert.ok(move.mirror > 0.01, 'the profile does not know the mirror’s functions');
       });
