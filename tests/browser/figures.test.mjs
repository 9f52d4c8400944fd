// The figures that the drawn page has to reach and the ways in which it must be an ordinary page:
// idle, accessibility, find-in-page, IME, zoom, scrolling, and what it is without a canvas.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {setTimeout as sleep} from 'node:timers/promises';
import {after, before, test} from 'node:test';

import {
  addStyle, countsOf, emailField, isDrawn, openBrowser, openDesk, passwordField, setPlain, settled,
  signIn, signOut, submitButton, valueOf, withPage,
} from './support/desk.mjs';
import {hanako, mara, startServer, words} from './support/hosts.mjs';
import {boxOf, differing, groundOf, grown, inkIn, picture} from './support/pixels.mjs';
import {screens} from './support/screens.mjs';

const axe = createRequire(import.meta.url)('axe-core');
const idleSeconds = process.env.LAUREL_LONG ? 30 : 10;

let browser;
let host;

before(async () => {
  browser = await openBrowser();
  host = await startServer();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

const figure = (title, options, body) => test(`figure: ${title}`, withPage(
  () => browser, options, body));

// ---- idle ----

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

// ---- accessibility ----

async function axeViolations(page) {
  await page.evaluate(`if (!window.axe) {${axe.source}}`);
  const {violations} = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  return violations.map(({id, nodes}) =>
    `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const dense = (text) => text.replace(/\s+/g, '');

/** Names and roles of the accessibility tree as a screen reader gets it. */
async function accessibilityTree(page, context) {
  const devTools = await context.newCDPSession(page);
  const {nodes} = await devTools.send('Accessibility.getFullAXTree');
  await devTools.detach();
  return nodes.filter((node) => !node.ignored).map((node) => ({
    role: node.role.value, name: String(node.name?.value ?? ''),
  }));
}

/** What the accessibility tree lacks of the words on the screen, and what has no name in it. */
async function missingInTree(page, context) {
  const tree = await accessibilityTree(page, context);
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

const schemes = ['light', 'dark'];

for (const screen of screens) {
  figure(`accessibility: ${screen.name}: all text in the tree, 0 axe violations`, {},
         async (page, context) => {
           page.expectTrouble(/ERR_FAILED/);
           await screen.reach(page, host);
           if (screen.isDesk) assert.deepEqual(await missingInTree(page, context), []);
           const found = [];
           for (const colorScheme of schemes) {
             await page.emulateMedia({colorScheme});
             for (const plain of screen.isDesk ? [false, true] : [true]) {
               if (screen.isDesk) {
                 await setPlain(page, plain);
                 await settled(page);
                 assert.equal(await isDrawn(page), !plain);
               }
               for (const violation of await axeViolations(page)) {
                 found.push(`${colorScheme}, ${plain ? 'plain' : 'drawn'}: ${violation}`);
               }
             }
           }
           assert.deepEqual(found, []);
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

/** How far two boxes' edges are apart, at most; a link's lower edge is its drawn line. */
const apart = (a, b, isLink) => Math.max(
  Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.x + a.width - b.x - b.width),
  isLink ? 0 : Math.abs(a.y + a.height - b.y - b.height));

async function checkFind(page, least) {
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  const all = await findAll(page);
  const {height} = page.viewportSize();
  assert.ok(all.every(({rects}) => rects.every((rect) => rect.y + rect.height <= height)),
            'the whole page is in view');
  assert.ok(all.length >= least, `${all.length} texts`);
  const drawn = await picture(page);
  await addStyle(page, `
    #canvas { visibility: hidden }
    .drawn #mirror .at:not(.reveal), .drawn #mirror .at:not(.reveal) * { color: #000 !important }
    html, .drawn #mirror * { background: #fff !important }`);
  const native = await picture(page);
  const wrong = [];
  const worst = {key: '', px: 0};
  for (const {key, text, found, rects, isLink} of all) {
    if (found !== text || rects.length === 0) wrong.push(`${key}: "${text}" is not found`);
    for (const rect of rects) {
      const ink = inkIn(drawn, grown(rect, 2));
      const expected = inkIn(native, grown(rect, 2));
      const px = ink && expected ? apart(ink, expected, isLink) : Infinity;
      if (px > worst.px) Object.assign(worst, {key, px});
      if (px > 2) {
        wrong.push(`${key}: drawn ${JSON.stringify(ink)}, found ${JSON.stringify(expected)}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  return worst;
}

for (const deviceScaleFactor of [1, 1.25, 2]) {
  figure(`find: all visible text is found within 2 px of the drawn, at ${deviceScaleFactor}`,
         {viewport: {width: 1280, height: 1800}, deviceScaleFactor}, async (page, context, t) => {
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
  viewport: {width: 390, height: 2400}, deviceScaleFactor: 3,
}, async (page, context, t) => {
  await openDesk(page, host.address());
  await signIn(page, hanako);
  t.diagnostic(JSON.stringify(await checkFind(page, 15)));
  assert.ok(await page.evaluate(() => find('花子 山田') || find('山田')));
});

// ---- IME ----

const compositions = [
  ['zh', 'zhongwen → 中文', ['z', 'zh', 'zhong', '中', '中w', '中wen', '中文'], '中文'],
  ['ja', 'yamada → 山田', ['ｙ', 'や', 'やｍ', 'やま', 'やまだ', '山田'], '山田'],
  ['ko', '한글 by jamo', ['ㅎ', '하', '한'], '한'],
  ['dead keys', '´ and e', ['´'], 'é'],
];

for (const [language, what, steps, committed] of compositions) {
  figure(`IME: ${language}: ${what}: nothing doubled, Enter in composition does not submit`, {},
         async (page, context) => {
           const posts = [];
           page.on('request', (request) => {
             if (request.method() === 'POST') posts.push(request.url());
           });
           const devTools = await context.newCDPSession(page);
           await openDesk(page, host.address());
           await emailField(page).fill('mara@example.org');
           await page.getByRole('button', {name: words['password.show_name']}).click();
           await passwordField(page).click();
           await page.keyboard.type('a');
           for (const text of steps) {
             await devTools.send('Input.imeSetComposition',
                                 {text, selectionStart: text.length, selectionEnd: text.length});
             await settled(page);
             assert.equal(await valueOf(page, 'sign_in/password'), `a${text}`);
           }
           // While it composes, the key that confirms reaches the page as 229.
           await devTools.send('Input.dispatchKeyEvent', {
             type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229});
           await devTools.send('Input.insertText', {text: committed});
           await settled(page);
           await page.keyboard.type('z');
           await settled(page);
           assert.equal(await valueOf(page, 'sign_in/password'), `a${committed}z`);
           assert.equal(await page.getByRole('alert').filter({hasText: /./}).count(), 0);
           assert.deepEqual(posts, []);
           // What was composed is what is sent.
           const sent = page.waitForRequest((request) => request.method() === 'POST');
           await page.keyboard.press('Enter');
           assert.equal((await sent).postDataJSON().password, `a${committed}z`);
         });
}

figure('IME: Enter that confirms a composition does not submit the form', {},
       async (page, context) => {
         const devTools = await context.newCDPSession(page);
         await openDesk(page, host.address());
         await emailField(page).click();
         await devTools.send('Input.imeSetComposition',
                             {text: 'やまだ', selectionStart: 3, selectionEnd: 3});
         // As browsers report it: an Enter of which the page is told that it belongs to the IME.
         const prevented = await page.evaluate(() => {
           const event = new KeyboardEvent('keydown', {
             key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true,
             cancelable: true,
           });
           document.activeElement.dispatchEvent(event);
           return event.defaultPrevented;
         });
         assert.ok(prevented);
         await settled(page);
         assert.equal(await page.getByRole('alert').filter({hasText: /./}).count(), 0);
       });

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

// ---- without a canvas, and other ways to look ----

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

for (const colorScheme of schemes) {
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

// ---- size ----

figure('first visit: everything that the sign-in needs in at most 250 KB', {},
       async (page, context, t) => {
         const devTools = await context.newCDPSession(page);
         await devTools.send('Network.enable');
         const names = new Map();
         const bytes = new Map();
         devTools.on('Network.responseReceived', ({requestId, response}) => {
           names.set(requestId, new URL(response.url).pathname);
         });
         devTools.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
           bytes.set(requestId, encodedDataLength);
         });
         await openDesk(page, host.address());
         await submitButton(page).hover();
         await settled(page);
         const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
         for (const [id, size] of bytes) t.diagnostic(`${size} ${names.get(id)}`);
         t.diagnostic(`${total} in all, headers included`);
         assert.ok([...names.values()].some((name) => name.endsWith('.wasm')));
         assert.equal(new Set(names.values()).size, names.size, 'something is loaded twice');
         assert.ok(total > 50_000 && total <= 250_000, `${total}`);
       });
