// A desk in a language that is written from right to left: the page starts at its right, and what is
// drawn stands where the document has it.
//
// There is no catalogue of such a language yet, so the words are English ones among the association's
// Arabic ones: what a member meets whose page is half translated.
import assert from 'node:assert/strict';

import {isDrawn, openDesk, setPlain, settled, shows, signIn} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {mara, words} from './support/hosts.mjs';
import {apartFromMirror} from './support/overlay.mjs';

const arabic = {name: 'الجمعية الدولية لإدارة المشاريع (IPMA)', platform: 'منصة ipma.', language: 'ar'};

/** The pages of ipma, as the build would make them for an association with these data. */
async function inArabic(context) {
  await context.route(/\/ipma\/$/, async (route) => {
    const reply = await route.fetch();
    const html = (await reply.text())
      .replace('lang="en" dir="ltr"', 'lang="ar" dir="rtl"')
      .replace(/(?<=id="laurel-association">).*?(?=<\/script>)/s, (json) => JSON.stringify(
        {...JSON.parse(json), ...arabic}));
    assert.ok(html.includes('dir="rtl"') && html.includes('"language":"ar"'));
    return route.fulfill({response: reply, body: html});
  });
}

const screens = [
  {name: 'landing', reach: async (page) => {
    await openDesk(page, host.address('ipma', '#/'));
    await shows(page, words['landing.start']);
  }},
  {name: 'sign-in', reach: (page) => openDesk(page, host.address())},
  {name: 'registration', reach: async (page) => {
    await openDesk(page, host.address('ipma', '#/register'));
    await shows(page, words['registration.title']);
  }},
  {name: 'dashboard', reach: async (page) => {
    await openDesk(page, host.address());
    await signIn(page, mara);
  }},
];

async function reach(screen, page, context) {
  await inArabic(context);
  await screen.reach(page);
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(2, 2);
  await settled(page);
}

const scrollsSideways = (page) => page.evaluate(
  () => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Every text of the mirror, with the rectangles of its lines. */
const textsOf = (page) => page.evaluate(() => {
  const rectsOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter((rect) => rect.width > 2);
  };
  return [...document.querySelectorAll('#mirror .at:not(.reveal, input, select, textarea, svg)')]
    .filter((element) => element.textContent.trim() !== '')
    .map((element) => ({
      key: element.id, isLink: element.localName === 'a',
      // What stands in several pieces on a line is compared line by line.
      rects: Object.values(Object.groupBy(rectsOf(element), (rect) => Math.round(rect.y)))
        .map((line) => {
          const x = Math.min(...line.map((rect) => rect.left));
          const right = Math.max(...line.map((rect) => rect.right));
          return {x, y: line[0].y, width: right - x, height: line[0].height};
        }),
    }));
});

for (const width of [390, 1280]) {
  for (const screen of screens) {
    figure(`right to left: ${screen.name} is drawn where the document has it, at ${width} px`,
           {viewport: {width, height: 5200}, deviceScaleFactor: 2}, async (page, context, t) => {
             await reach(screen, page, context);
             assert.ok(await isDrawn(page));
             assert.equal(await scrollsSideways(page), false);
             const title = await page.locator('[id="header/home"]').boundingBox();
             assert.ok(title.x + title.width > width * 0.9, 'the page starts at its right');
             const {apart, worst} = await apartFromMirror(page, await textsOf(page));
             t.diagnostic(JSON.stringify(worst));
             assert.deepEqual(apart, []);
           });
  }

  figure(`right to left: without a canvas the document starts at the right, at ${width} px`,
         {viewport: {width, height: 800}}, async (page, context) => {
           await reach(screens[1], page, context);
           await setPlain(page, true);
           assert.equal(await scrollsSideways(page), false);
           const edges = await page.evaluate(() => ['sign_in/email/label', 'sign_in/email',
                                                    'sign_in/password', 'sign_in/submit']
             .map((key) => Math.round(document.getElementById(key).getBoundingClientRect().right)));
           assert.equal(new Set(edges).size, 1, `${edges}`);
           const show = await page.locator('[id="sign_in/password/show"]').boundingBox();
           const field = await page.locator('[id="sign_in/password"]').boundingBox();
           assert.ok(show.x < field.x + field.width / 2, 'the button ends the field, at its left');
         });
}

figure('right to left: fields and buttons are where they are drawn', {}, async (page, context) => {
  await reach(screens[1], page, context);
  const email = page.locator('[id="sign_in/email"]');
  // What is typed begins at the right, and an address runs from left to right all the same.
  await email.fill('ana@example.org.');
  const {direction, align} = await email.evaluate((field) => {
    const style = getComputedStyle(field);
    return {direction: style.unicodeBidi, align: style.textAlign};
  });
  assert.deepEqual({direction, align}, {direction: 'plaintext', align: 'right'});
  const submit = await page.locator('[id="sign_in/submit"]').boundingBox();
  await page.mouse.click(submit.x + submit.width / 2, submit.y + submit.height / 2);
  await shows(page, words['password.missing']);
});
