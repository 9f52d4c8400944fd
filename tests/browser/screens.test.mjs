// Every screen and state, each reached once: all of its text is in the accessibility tree, axe-core
// objects to nothing, drawn or plain, light or dark, and it is not blank.
//
// With --long or LAUREL_SCREENSHOTS=FOLDER on phones and desktops, and whole pictures are written, for
// people to look at: <screen>.<width>x<height>@<ratio>.<scheme>.png in that folder, or in
// build/screenshots.
import assert from 'node:assert/strict';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, test} from 'node:test';

import {axeViolations} from './support/accessibility.mjs';
import {isDrawn, openDesk, setPlain, settled, withPage} from './support/desk.mjs';
import {root} from './support/browser.mjs';
import {browser, figure, host} from './support/figures.mjs';
import {inkIn, pictureOf} from './support/pixels.mjs';
import {screens} from './support/screens.mjs';

const wholeMatrix = Boolean(process.env.LAUREL_LONG || process.env.LAUREL_SCREENSHOTS);
const folder = process.env.LAUREL_SCREENSHOTS ?? join(root, 'build', 'screenshots');

const desktop = {width: 1280, height: 800, deviceScaleFactor: 1};
// Each of another width than the one before: another ratio alone is no event for a page.
const devices = wholeMatrix
  ? [desktop, {width: 390, height: 844, deviceScaleFactor: 2}, {...desktop, deviceScaleFactor: 2}]
  : [desktop];

before(() => {
  if (!wholeMatrix) return;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
});

// ---- the accessibility tree ----

const dense = (text) => text.replace(/\s+/g, '');

/** Names and roles of the accessibility tree as a screen reader gets it. */
async function accessibilityTree(devTools) {
  const {nodes} = await devTools.send('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored).map((node) => ({
    role: node.role.value, name: String(node.name?.value ?? ''),
  }));
}

/** What the accessibility tree lacks of the words on the screen, and what has no name in it. */
async function missingInTree(page, devTools) {
  const tree = await accessibilityTree(devTools);
  const named = (role) => tree.filter((node) => node.role === role);
  // A text of several lines has a node for each; what names a control is its name alone.
  const texts = dense([...named('StaticText'), {name: '|'}, ...tree]
    .map(({name}) => name).join(''));
  const drawn = await page.evaluate(() => [...document.querySelectorAll('#mirror .at')]
    .map((element) => element.innerText ?? '').filter((text) => text.trim() !== ''));
  assert.ok(drawn.length >= 4);
  const missing = drawn.filter((text) => !texts.includes(dense(text)));
  for (const role of ['button', 'link', 'textbox', 'checkbox']) {
    missing.push(...named(role).filter((node) => node.name === '').map(() => `name of a ${role}`));
  }
  for (const role of ['main', 'banner', 'contentinfo']) {
    if (named(role).length !== 1) missing.push(`one ${role}`);
  }
  return missing;
}

// ---- pictures ----

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
async function shoot(devTools, options = {}) {
  const {data} = await devTools.send('Page.captureScreenshot',
                                     {format: 'png', optimizeForSpeed: true, ...options});
  return Buffer.from(data, 'base64');
}

/** In the page: where words are that the canvas draws, and the mirror has, though nobody sees them. */
function wordsInView() {
  const {innerWidth, innerHeight, scrollX, scrollY} = self;
  const boxes = [...document.querySelectorAll('h1, h2, p')].map((one) => one.getBoundingClientRect());
  const {x, y, width, height} = boxes.find(
    (box) => box.width > 0 && box.left >= 0 && box.right <= innerWidth &&
      box.top >= 0 && box.bottom <= innerHeight);
  return {view: {x, y, width, height}, page: {x: x + scrollX, y: y + scrollY, width, height}};
}

/** Whether no words of the screen can be seen. */
async function isBlank(page, devTools, {deviceScaleFactor}, name) {
  const words = await page.evaluate(wordsInView);
  if (!wholeMatrix) {
    const bytes = await shoot(devTools, {clip: {...words.page, scale: 1}});
    return inkIn(pictureOf(bytes, deviceScaleFactor), {...words.view, x: 0, y: 0}) === null;
  }
  const bytes = await shoot(devTools);
  writeFileSync(join(folder, `${name}.png`), bytes);
  return inkIn(pictureOf(bytes, deviceScaleFactor), words.view) === null;
}

// ---- the tests ----

/** Light and dark differ in colours alone, which axe sees of the plain page. */
const axeWanted = (plain, colorScheme) => plain || wholeMatrix || colorScheme === 'light';

for (const screen of screens) {
  figure(`${screen.name}: all text in the tree, 0 axe violations, not blank`, {},
         async (page, context) => {
    page.expectTrouble(/ERR_FAILED/);
    await screen.reach(page, host);
    const devTools = await context.newCDPSession(page);
    if (screen.isDesk) assert.deepEqual(await missingInTree(page, devTools), []);
    const found = [];
    const modes = screen.isDesk ? [false, true] : [true];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({colorScheme});
      for (const plain of modes.filter((mode) => axeWanted(mode, colorScheme))) {
        if (screen.isDesk) {
          await setPlain(page, plain);
          await settled(page);
          assert.equal(await isDrawn(page), !plain);
        }
        for (const violation of await axeViolations(page)) {
          found.push(`${colorScheme}, ${plain ? 'plain' : 'drawn'}: ${violation}`);
        }
      }
      if (screen.isDesk) await setPlain(page, false);
    }
    assert.deepEqual(found, []);
    for (const device of devices) {
      await showOn(page, devTools, device, screen);
      for (const colorScheme of ['dark', 'light']) {
        await page.emulateMedia({colorScheme});
        if (screen.isDesk) {
          await settled(page);
          assert.ok(await isDrawn(page));
        }
        const {width, height, deviceScaleFactor} = device;
        const name = `${screen.name}.${width}x${height}@${deviceScaleFactor}.${colorScheme}`;
        assert.ok(!await isBlank(page, devTools, device, name), `${name} is blank`);
      }
    }
  });
}

test('axe finds what is wrong, in the drawn page too', withPage(() => browser, {}, async (page) => {
  await openDesk(page, host.address());
  await page.evaluate(() => {
    document.getElementById('sign_in/email/label').remove();
    document.getElementById('page/title').setAttribute('role', 'nonsense');
  });
  const found = (await axeViolations(page)).map((violation) => violation.split(':')[0]);
  assert.ok(found.includes('label') && found.includes('aria-roles'), found.join());
}));
