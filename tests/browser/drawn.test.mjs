// What is drawn stands where the DOM has it: found by find-in-page, zoomed and scrolled.
import assert from 'node:assert/strict';

import {addStyle, openDesk, settled, signIn, signOut, submitButton} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {hanako, mara} from './support/hosts.mjs';
import {grown, inkIn, picture} from './support/pixels.mjs';
import {apartFromMirror} from './support/overlay.mjs';
import {screens} from './support/screens.mjs';

// ---- find in page ----

/** Finds each visible text with window.find; the rectangles of the ranges, line by line. */
const findAll = (page) => page.evaluate(() => {
  const found = [];
  for (const element of document.querySelectorAll('#mirror .at')) {
    const text = (element.innerText ?? '').replace(/\s+/g, ' ').trim();
    if (text === '' || element.classList.contains('reveal')) continue;
    getSelection().removeAllRanges();
    let range = null;
    // The same words may stand at several places.
    for (let tries = 0; tries < 60 && range === null; tries += 1) {
      if (!find(text, true, false, false)) break;
      const candidate = getSelection().getRangeAt(0);
      if (element.contains(candidate.startContainer)) range = candidate;
    }
    const rects = range ? [...range.getClientRects()].filter((rect) => rect.width > 0) : [];
    found.push({
      key: element.id, text, isLink: element.localName === 'a',
      found: range ? range.toString().replace(/\s+/g, ' ').trim() : null,
      rects: rects.map(({x, y, width, height}) => ({x, y, width, height})),
    });
  }
  getSelection().removeAllRanges();
  scrollTo(0, 0);
  return found;
});

async function checkFind(page, least) {
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  const all = await findAll(page);
  const {height} = page.viewportSize();
  assert.ok(all.every(({rects}) => rects.every((rect) => rect.y + rect.height <= height)),
            'the whole page is in view');
  assert.ok(all.length >= least, `${all.length} texts`);
  const wrong = all.filter(({text, found, rects}) => found !== text || rects.length === 0)
    .map(({key, text}) => `${key}: "${text}" is not found`);
  const {apart, worst} = await apartFromMirror(page, all);
  assert.deepEqual([...wrong, ...apart], []);
  return {texts: all.length, ...worst};
}

for (const deviceScaleFactor of [1, 1.25, 2]) {
  figure(`find: all visible text is found within 2 px of the drawn, at ${deviceScaleFactor}`,
         {viewport: {width: 1280, height: 2400}, deviceScaleFactor}, async (page, context, t) => {
           await openDesk(page, host.address());
           await submitButton(page).press('Enter');
           await settled(page);
           t.diagnostic(`sign-in: ${JSON.stringify(await checkFind(page, 14))}`);
           await page.reload();
           await settled(page);
           await signIn(page, mara);
           t.diagnostic(`dashboard: ${JSON.stringify(await checkFind(page, 50))}`);
         });
}

figure('find: on a phone, in Japanese, within 2 px', {
  viewport: {width: 390, height: 3600}, deviceScaleFactor: 2,
}, async (page, context, t) => {
  await openDesk(page, host.address());
  await signIn(page, hanako);
  t.diagnostic(JSON.stringify(await checkFind(page, 15)));
  assert.ok(await page.evaluate(() => find('山田 花子') || find('山田')));
});

// The screens before the account, and how many texts each has at least.
const textsOf = {landing: 28, registration: 38, 'certificates-found': 56, 'mail-sent': 26};

for (const [name, least] of Object.entries(textsOf)) {
  for (const [width, height, deviceScaleFactor] of [[1280, 2400, 1.25], [390, 3600, 2]]) {
    figure(`find: ${name}: all visible text is found within 2 px of the drawn, at ${width} px`,
           {viewport: {width, height}, deviceScaleFactor}, async (page, context, t) => {
             await screens.find((screen) => screen.name === name).reach(page, host);
             t.diagnostic(JSON.stringify(await checkFind(page, least)));
           });
  }
}

// ---- zoom and scrolling ----

figure('zoom: at 400 % of 1280 px everything is there, usable and sharp', {
  viewport: {width: 320, height: 256}, deviceScaleFactor: 4,
}, async (page) => {
  const fits = async () => {
    const {width, pixels} = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth, pixels: document.getElementById('canvas').width,
    }));
    assert.equal(width, 320);
    assert.equal(pixels, 1280);
  };
  await openDesk(page, host.address());
  await fits();
  await signIn(page, mara);
  await fits();
  await signOut(page);
});

figure('zoom: while the page is open, it is drawn anew and sharp', {}, async (page, context) => {
  await openDesk(page, host.address());
  const devTools = await context.newCDPSession(page);
  for (const zoom of [2, 1.25, 4, 1.5, 1]) {
    const width = Math.round(1280 / zoom);
    await devTools.send('Emulation.setDeviceMetricsOverride', {
      width, height: Math.round(800 / zoom), deviceScaleFactor: zoom, mobile: false});
    await page.waitForFunction(([css, pixels]) => {
      const canvas = document.getElementById('canvas');
      return document.documentElement.clientWidth === css && canvas.width === pixels;
    }, [width, Math.round(width * zoom)], {polling: 20});
    await settled(page);
  }
});

for (const width of [320, 390, 1280]) {
  figure(`scrolling: a short page has its footer at the bottom and does not scroll, at ${width} px`,
         {viewport: {width, height: 1500}}, async (page) => {
           await openDesk(page, host.address('ipma', '#/nowhere'));
           assert.equal(await page.evaluate(
             () => document.documentElement.scrollHeight - innerHeight), 0);
           const below = await page.evaluate(() => innerHeight - Math.max(
             ...[...document.querySelectorAll('[id="footer"] .at')].map(
               (element) => element.getBoundingClientRect().bottom)));
           assert.ok(below >= 0 && below <= 48, `${below} px below it`);
         });
}

for (const name of ['member-associations', 'certificates-found']) {
  figure(`zoom: a table becomes facts where it is narrow, and a table again: ${name}`, {},
         async (page) => {
           await screens.find((screen) => screen.name === name).reach(page, host);
           const shows = (role) => page.waitForFunction(
             (wanted) => document.querySelector(`#mirror :is(table, [role=table])`) !== null ===
               (wanted === 'table'), role, {polling: 20});
           await shows('table');
           for (const [width, role] of [[390, 'facts'], [1280, 'table'], [320, 'facts']]) {
             await page.setViewportSize({width, height: 800});
             await shows(role);
             await page.waitForFunction(
               (wide) => document.getElementById('canvas').width === wide, width, {polling: 20});
             await settled(page);
           }
         });
}

/** Marks an input by a line that the browser draws 4 px around it. */
const markInput = (page, key) => addStyle(page, `
  .drawn #mirror [id="${key}"] { outline: 2px solid #f0f !important; outline-offset: 4px;
    border-radius: 0 }`);

/** The inner box of the mark, from a picture alone; null where it is not wholly in view. */
function markIn(shot) {
  const {width, height, data, ratio} = shot;
  let left = width, top = height, right = -1, bottom = -1;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] < 200 || data[at + 1] > 60 || data[at + 2] < 200) continue;
    const x = (at / 4) % width;
    const y = Math.floor(at / 4 / width);
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  if (right < 0 || top <= 8 * ratio || bottom >= height - 8 * ratio) return null;
  const inset = 2 * ratio;
  return grown({x: left / ratio, y: top / ratio, width: (right - left) / ratio,
                height: (bottom - top) / ratio}, -inset / ratio);
}

/** How far the drawn frame is from the middle of the mark, in CSS px. */
function frameOffset(shot, mark) {
  const frame = inkIn(shot, grown(mark, -0.5));
  return Math.max(Math.abs(frame.x - mark.x - 4), Math.abs(frame.y - mark.y - 4),
                  Math.abs(frame.x + frame.width - mark.x - mark.width + 4),
                  Math.abs(frame.y + frame.height - mark.y - mark.height + 4));
}

figure('scrolling: inputs and their drawn frames stay together', {
  viewport: {width: 390, height: 420}, deviceScaleFactor: 2,
}, async (page) => {
  await openDesk(page, host.address());
  await submitButton(page).press('Enter');
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  await markInput(page, 'sign_in/email');
  const places = new Set();
  const check = async () => {
    const shot = await picture(page);
    const mark = markIn(shot);
    if (mark === null) return;
    const px = frameOffset(shot, mark);
    assert.ok(px <= 1, `${px} px apart with the field at ${mark.y}`);
    places.add(mark.y);
  };
  const field = await page.evaluate(
    () => document.getElementById('sign_in/email').getBoundingClientRect().top + scrollY);
  for (const at of [40, 90.5, 137, 200, 251.25, 300]) {
    await page.evaluate((y) => scrollTo(0, y), field - at);
    await check();
  }
  assert.ok(places.size >= 5, `${places.size} places`);
  // While the page is on the move, without waiting for anything.
  await page.evaluate((y) => scrollTo(0, y), field - 330);
  places.clear();
  const moving = page.evaluate((end) => new Promise((done) => {
    const step = () => {
      scrollBy(0, 3);
      if (scrollY >= end) return done();
      setTimeout(step, 25);
    };
    step();
  }), Math.min(field - 40, await page.evaluate(
    () => document.documentElement.scrollHeight - innerHeight - 4)));
  let arrived = false;
  moving.finally(() => { arrived = true; });
  while (!arrived) await check();
  await moving;
  assert.ok(places.size >= 3, `${places.size} places on the move`);
});

figure('scrolling: what comes into view of a long page is drawn', {
  viewport: {width: 390, height: 420}, deviceScaleFactor: 1,
}, async (page) => {
  await openDesk(page, host.address());
  await signIn(page, mara);
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(length > 3 * 420, `${length} px`);
  for (let y = 0; y < length - 420; y += 300) {
    await page.mouse.move(200, 200);
    await page.evaluate((top) => scrollTo(0, top), y);
    await settled(page);
    const visible = await page.evaluate(() => [...document.querySelectorAll('#mirror p.at, dd.at')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
      }).map((element) => ({key: element.id, ...element.getBoundingClientRect().toJSON()})));
    const shot = await picture(page);
    for (const box of visible) assert.ok(inkIn(shot, box), `${box.key} at ${y}`);
  }
});
