// A table of thousands of rows: of which those in view are elements, over what is drawn; all of them
// where the mirror is the page, and on paper.
import assert from 'node:assert/strict';

import {setPlain, settled} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {openTable} from './support/long_table.mjs';
import {apartFromMirror} from './support/overlay.mjs';

const rows = 3000;

const names = (page) => page.evaluate(
  () => [...document.querySelectorAll('#mirror tbody th, #mirror th[role=rowheader]')]
    .map((cell) => cell.textContent));

const rowCount = (page) => page.evaluate(
  () => document.querySelectorAll('#mirror tr[id^="member_association/"]').length);

/** The texts of the cells in view, as find-in-page would mark them. */
const cellsInView = (page) => page.evaluate(() => {
  const cells = [...document.querySelectorAll('#mirror :is(td,th).at, #mirror td a')];
  return cells.filter((cell) => cell.childElementCount === 0 && cell.textContent !== '')
    .map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return {key: cell.id, text: cell.textContent, isLink: cell.localName === 'a',
              rects: [...range.getClientRects()].map(({x, y, width, height}) => (
                {x, y, width, height}))};
    }).filter(({rects}) => rects.every(({y, height}) => y > 0 && y + height < innerHeight));
});

async function scrollTo(page, share) {
  await page.evaluate((part) => self.scrollTo({
    top: part * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant'}), share);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await settled(page);
}

for (const share of [0.5, 1]) {
  figure(`find: in a table of ${rows} rows, scrolled, what is in view lies within 2 px of the drawn, ` +
         `at ${share}`, {viewport: {width: 1280, height: 800}}, async (page) => {
    await openTable(page, host, rows);
    await scrollTo(page, share);
    assert.ok(await rowCount(page) < 100);
    const cells = await cellsInView(page);
    assert.ok(cells.length > 20, `${cells.length} texts`);
    const {apart} = await apartFromMirror(page, cells);
    assert.deepEqual(apart, []);
    const [first] = await names(page);
    const row = page.locator('#mirror tr[id^="member_association/"]').first();
    const number = Number(first.replace('Association ', ''));
    assert.equal(await row.getAttribute('aria-rowindex'), String(number + 2));
    if (share === 1) assert.ok((await names(page)).includes(`Association ${rows - 1}`));
  });
}

figure(`keyboard: in a table of ${rows} rows Tab goes from link to link, also past what was drawn`, {},
       async (page) => {
  await openTable(page, host, rows);
  await page.locator('[id="member_association/A0/3/link"]').focus();
  for (let i = 1; i <= 60; ++i) {
    await page.keyboard.press('Tab');
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.id),
                 `member_association/A${i}/3/link`);
  }
  assert.ok(await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }));
});

figure('no canvas: a long table is there whole, and as before once there is one again', {},
       async (page) => {
  await openTable(page, host, rows);
  const drawn = await rowCount(page);
  await setPlain(page, true);
  await page.waitForFunction(
    (all) => document.querySelectorAll('#mirror tr[id^="member_association/"]').length === all, rows);
  await setPlain(page, false);
  await page.waitForFunction(
    (few) => document.querySelectorAll('#mirror tr[id^="member_association/"]').length === few, drawn);
});

figure('no canvas: a long table is printed whole', {}, async (page) => {
  await openTable(page, host, rows);
  await page.evaluate(() => {
    self.addEventListener('beforeprint', () => {
      self.printed = document.querySelectorAll('#mirror tr[id^="member_association/"]').length;
    });
  });
  await page.pdf();
  assert.equal(await page.evaluate(() => self.printed), rows);
  await settled(page);
  assert.ok(await rowCount(page) < 100);
});
