// How long until a first frame is drawn, against a bare Dear ImGui program (bare_imgui) in the same
// run: at most 1.3 times as long, at 9 Mbps / 60 ms and at 1.6 Mbps / 150 ms, with a processor
// four times slower. Both come brotli-compressed from a local server into an empty cache.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';

import {serveStatic, webBuild} from '../browser/support/browser.mjs';
import {openBrowser} from '../browser/support/desk.mjs';
import {startServer} from '../browser/support/hosts.mjs';

const rounds = Number(process.env.LAUREL_ROUNDS ?? 7);
const slowdown = 4;
const most = 1.3;
// A new window of Chromium first starts an interface of its own, in another process, which keeps one of
// two processors busy for a second; no visit to a site begins with that.
const settleMs = 1500;
const networks = [
  {name: '9 Mbps, 60 ms', bitsPerSecond: 9e6, latency: 60},
  {name: '1.6 Mbps, 150 ms', bitsPerSecond: 1.6e6, latency: 150},
];

let browser;
let laurel;
let bare;

/** The files of bare_imgui as a well-kept server sends them. */
async function serveBare() {
  const folder = join(webBuild, 'web', 'bare-imgui');
  const types = {'.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm'};
  const routes = {};
  for (const name of readdirSync(folder).filter((file) => extname(file) in types)) {
    const body = brotliCompressSync(readFileSync(join(folder, name)), {
      params: {[constants.BROTLI_PARAM_QUALITY]: 11}});
    const answer = (request, response) => response.writeHead(200, {
      'content-type': types[extname(name)], 'content-encoding': 'br',
      'content-length': body.length}).end(body);
    routes[`/bare/${name}`] = answer;
    if (name === 'index.html') routes['/bare'] = answer;
  }
  return serveStatic(folder, {routes});
}

before(async () => {
  browser = await openBrowser();
  laurel = await startServer();
  bare = await serveBare();
});

after(async () => {
  await browser?.close();
  await laurel?.close();
  await bare?.close();
});

/** Laurel has drawn when its page says that the canvas shows, right after the frame. (The bare
 *  program, which never says so, makes the mark itself.) */
function markDrawn() {
  new MutationObserver((_, observer) => {
    if (!document.documentElement.classList.contains('drawn')) return;
    observer.disconnect();
    performance.mark('first-frame');
  }).observe(document, {attributes: true, subtree: true, attributeFilter: ['class']});
}

/** Milliseconds from the navigation to the first frame, in a fresh profile. */
async function measure(address, network) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  try {
    await context.addInitScript(markDrawn);  // costs both the same
    const page = await context.newPage();
    await page.waitForTimeout(settleMs);
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', {
      offline: false, latency: network.latency,
      downloadThroughput: network.bitsPerSecond / 8, uploadThroughput: network.bitsPerSecond / 8});
    await devTools.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
    await page.goto(address, {waitUntil: 'commit'});
    const mark = await page.waitForFunction(
      () => performance.getEntriesByName('first-frame')[0]?.startTime, null,
      {polling: 50, timeout: 60_000});
    return await mark.jsonValue();
  } finally {
    await context.close();
  }
}

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

for (const network of networks) {
  test(`figure: first drawn frame ≤ ${most} × bare ImGui, ${network.name}, CPU÷${slowdown}`,
       async (t) => {
         const times = {laurel: [], bare: []};
         for (let round = 0; round < rounds; round += 1) {
           times.bare.push(await measure(`${bare.origin}/bare/index.html`, network));
           times.laurel.push(await measure(laurel.address(), network));
         }
         for (const [name, all] of Object.entries(times)) {
           t.diagnostic(`${name}: median ${median(all).toFixed(0)} ms of ` +
             all.map((time) => time.toFixed(0)).join(', '));
         }
         const ratio = median(times.laurel) / median(times.bare);
         t.diagnostic(`ratio ${ratio.toFixed(2)}`);
         assert.ok(ratio <= most, `${ratio.toFixed(2)} × bare ImGui`);
       });
}
