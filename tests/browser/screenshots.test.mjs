// A picture of every screen and state, as phones and desktops show it, light and dark, into
// build/screenshots/<screen>.<width>x<height>@<ratio>.<scheme>.png: for people to look at. It fails
// where a picture is blank or a screen cannot be reached.
import assert from 'node:assert/strict';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {isDrawn, openBrowser, settled, withPage} from './support/desk.mjs';
import {root} from './support/browser.mjs';
import {startServer} from './support/hosts.mjs';
import {inkIn, pictureOf} from './support/pixels.mjs';
import {screens} from './support/screens.mjs';

const folder = process.env.LAUREL_SCREENSHOTS ?? join(root, 'build', 'screenshots');

// Each of another width than the one before: another ratio alone is no event for a page.
const devices = [
  {width: 1280, height: 800, deviceScaleFactor: 1},
  {width: 390, height: 844, deviceScaleFactor: 2},
  {width: 1280, height: 800, deviceScaleFactor: 2},
];

let browser;
let host;

before(async () => {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  browser = await openBrowser();
  host = await startServer();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

/** The whole screen, with the canvas drawn as large as this device has it. */
async function showOn(page, devTools, {width, height, deviceScaleFactor}, screen) {
  await devTools.send('Emulation.setDeviceMetricsOverride',
                      {width, height, deviceScaleFactor, mobile: false});
  if (!screen.isDesk) return;
  await page.waitForFunction(([css, pixels]) =>
    document.documentElement.clientWidth === css &&
    (document.getElementById('canvas').width === pixels ||
      !document.documentElement.classList.contains('drawn')),
  [width, Math.round(width * deviceScaleFactor)], {polling: 20});
  await settled(page);
}

/** Past playwright, which would set its own size again. */
async function shoot(devTools, name) {
  const {data} = await devTools.send('Page.captureScreenshot', {format: 'png'});
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(join(folder, `${name}.png`), bytes);
  return bytes;
}

/** In the page: where words are that the canvas draws, and the mirror has, though nobody sees them. */
function wordsInView() {
  const {innerWidth, innerHeight} = self;
  const boxes = [...document.querySelectorAll('h1, h2, p')].map((one) => one.getBoundingClientRect());
  const {x, y, width, height} = boxes.find(
    (box) => box.width > 0 && box.left >= 0 && box.right <= innerWidth &&
      box.top >= 0 && box.bottom <= innerHeight);
  return {x, y, width, height};
}

for (const screen of screens) {
  test(`screenshots of ${screen.name}`, withPage(() => browser, {}, async (page, context) => {
    page.expectTrouble(/ERR_FAILED/);
    await screen.reach(page, host);
    const devTools = await context.newCDPSession(page);
    for (const device of devices) {
      await showOn(page, devTools, device, screen);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({colorScheme});
        if (screen.isDesk) {
          await settled(page);
          assert.ok(await isDrawn(page));
        }
        const {width, height, deviceScaleFactor} = device;
        const name = `${screen.name}.${width}x${height}@${deviceScaleFactor}.${colorScheme}`;
        const bytes = await shoot(devTools, name);
        const words = await page.evaluate(wordsInView);
        assert.ok(inkIn(pictureOf(bytes, deviceScaleFactor), words), `${name} is blank`);
      }
    }
  }));
}
