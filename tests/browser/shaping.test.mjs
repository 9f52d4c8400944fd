// Words in scripts that must be shaped, drawn on the canvas, compared with the same words of the
// DOM: letters that join, marks that stack, lines from right to left, emoji that become one.
//
// The page is shown twice, drawn and plain, and the ink of the word is laid over its ink. So that
// the measure means something, the same is done with the word drawn letter by letter from left to
// right, as a canvas without shaping does it: that must fail.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {isDrawn, openDesk, setPlain, settled, signIn, withPage} from './support/desk.mjs';
import {browser, host} from './support/figures.mjs';
import {mara, words} from './support/hosts.mjs';
import {inkIn, overlap, picture} from './support/pixels.mjs';

const names = [
  ['Arabic', 'عائشة'],
  ['Hebrew, with points', 'שָׂרָה'],
  ['Devanagari', 'श्रीकृष्ण'],
  ['Thai', 'น้ำผึ้ง'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a flag', '🇸🇮'],
];

/** The member whom the backend tells of has this first name. */
async function callMember(page, name) {
  await page.route(/\/api\/v1\/ipma\/(session|dashboard)$/, async (route) => {
    const reply = await route.fetch();
    const told = (await reply.text()).replaceAll(`"${mara.first_name}"`, JSON.stringify(name));
    return route.fulfill({response: reply, body: told});
  });
  await page.reload();
  await page.getByRole('heading', {level: 1, name: new RegExp(name)}).waitFor();
  await settled(page);
}

/** Where the word stands in the element with this key. */
const boxOfWord = (page, key, word) => page.evaluate(([id, text]) => {
  const element = document.getElementById(id);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const {x, y, width, height} = range.getBoundingClientRect();
    return {x: x - 3, y: y - 3, width: width + 6, height: height + 6};
  }
  return null;
}, [key, word]);

/** Replaces the word by its characters, each drawn for itself, from left to right. */
const takeApart = (page, key, word) => page.evaluate(([id, text]) => {
  const element = document.getElementById(id);
  const boxOf = (one) => {
    const {x, y, width, height} = one.getBoundingClientRect();
    return {x: x - 3, y: y - 3, width: width + 6, height: height + 6};
  };
  if (element.querySelector('.apart')) return boxOf(element.querySelector('.apart'));
  const apart = document.createElement('span');
  apart.className = 'apart';
  Object.assign(apart.style, {display: 'inline-block', direction: 'ltr', unicodeBidi: 'isolate'});
  for (const character of text) {
    if (character === '\u200d') continue;
    const one = document.createElement('span');
    one.style.display = 'inline-block';
    one.textContent = character;
    apart.append(one);
  }
  element.replaceChildren(element.textContent.replace(text, ''), apart);
  return boxOf(apart);
}, [key, word]);

/** The picture and where the word's ink is in it. */
async function inked(page, box) {
  const shot = await picture(page);
  const ink = inkIn(shot, box, 0.15);
  assert.ok(ink, 'the word is seen');
  return {shot, ink};
}

// Measured: what is shaped overlaps by 0.86 and more; what is not by 0.35 and less, and Thai, whose
// letters do not join, by 0.73.
const alike = 0.8;

for (const [script, name] of names) {
  test(`shaping: ${script}, in a title and in a text, light and dark`,
       withPage(() => browser, {deviceScaleFactor: 2}, async (page, context, t) => {
         await openDesk(page, host.address());
         await signIn(page, mara);
         await callMember(page, name);
         await page.mouse.move(2, 400);
         await page.evaluate(() => document.activeElement.blur());
         const places = ['page/title', 'profile/name'];
         const inkOf = async (boxOfName) => {
           const found = {};
           for (const colorScheme of ['light', 'dark']) {
             await page.emulateMedia({colorScheme});
             await settled(page);
             for (const key of places) {
               found[`${key}, ${colorScheme}`] = await inked(page, await boxOfName(page, key, name));
             }
           }
           return found;
         };
         assert.ok(await isDrawn(page));
         const drawn = await inkOf(boxOfWord);
         await setPlain(page, true);
         const plain = await inkOf(boxOfWord);
         const apart = await inkOf(takeApart);
         for (const place of Object.keys(drawn)) {
           const right = overlap(drawn[place], plain[place]);
           const wrong = overlap(drawn[place], apart[place]);
           t.diagnostic(
             `${place}: ${right.toFixed(3)} as in the DOM, ${wrong.toFixed(3)} taken apart`);
           assert.ok(right >= alike, `${place}: drawn as in the DOM: ${right}`);
           assert.ok(wrong < alike, `${place}: taken apart is told from it: ${wrong}`);
         }
       }));
}

test('shaping: the words searched for are drawn as they are written, in a line of Latin words',
     withPage(() => browser, {deviceScaleFactor: 2}, async (page) => {
       const lookedFor = 'शिक्षा und תעודה';
       await page.route('**/api/v1/ipma/search/**', (route) => route.fulfill(
         {contentType: 'application/json', body: '{"hits":[]}'}));
       await openDesk(page, host.address('ipma', `#/search/${encodeURIComponent(lookedFor)}`));
       await page.getByText(words['search.none']).waitFor();
       await page.mouse.move(2, 700);
       await page.evaluate(() => document.activeElement.blur());
       await settled(page);
       const drawn = await inked(page, await boxOfWord(page, 'page/lead', lookedFor));
       await setPlain(page, true);
       const plain = await inked(page, await boxOfWord(page, 'page/lead', lookedFor));
       const measured = overlap(drawn, plain);
       assert.ok(measured >= alike, `${measured}`);
     }));
