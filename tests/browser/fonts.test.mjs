// web/fonts in real Chromium: glyphs of the machine's fonts, as wide as the same text in the DOM.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {launch, openProgram, programDirectory, serveStatic} from './support/browser.mjs';

let site;
const browsers = [];

const openAt = async (density) => {
  const browser = await launch({deviceScaleFactor: density});
  browsers.push(browser);
  const page = await openProgram(await browser.newPage(), `${site.origin}/`);
  await page.command('density', density);
  return page;
};

// What canvas_font.h promises to equal.
const domWidth = (page, size, weight, text) => page.evaluate(({size, weight, text}) => {
  const span = document.createElement('span');
  span.textContent = text;
  Object.assign(span.style, {
    position: 'absolute', whiteSpace: 'pre', fontKerning: 'none', fontVariantLigatures: 'none',
    textRendering: 'geometricPrecision', fontSize: `${size}px`, fontWeight: weight,
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  });
  document.body.append(span);
  const {width} = span.getBoundingClientRect();
  span.remove();
  return width;
}, {size, weight, text});

before(async () => {
  site = await serveStatic(programDirectory('fonts'));
});

after(async () => {
  for (const browser of browsers) await browser.close();
  await site?.close();
});

const lines = [
  'The quick brown fox jumps over lazy dogs',
  'International Project Management, WAVE To',
  'Příliš žluťoučký kůň, Łódź, naïve façade',
  'Μεμβέρ αριθμός, Сертификат специалиста 9',
  '認定プロジェクトマネージャー資格証明書一覧表示画面',
];

for (const density of [1, 1.25, 1.5, 2, 3]) {
  test(`40 characters are as wide as in the DOM, within 0.5 px, at ${density}`, async () => {
    const page = await openAt(density);
    for (const [size, weight] of [[14, 400], [16, 400], [16, 700], [28, 700]]) {
      for (const line of lines) {
        const [drawn] = await page.command('width', size, weight, line);
        const shown = await domWidth(page, size, weight, line);
        assert.ok(Math.abs(Number(drawn) - shown) <= 0.5,
                  `${size} px ${weight} "${line}": drawn ${drawn}, DOM ${shown}`);
      }
    }
  });
}

test('emoji are coloured, letters are not, gaps are blank, unknown ones are missing', async () => {
  const page = await openAt(2);
  const kind = async (character) => (await page.command('glyph', 16, character.codePointAt(0)))[0];
  for (const letter of ['A', 'ß', 'Ω', 'Ж', '認', '한', '…', '✓', '\ufffd']) {
    assert.equal(await kind(letter), 'grey', letter);
  }
  for (const emoji of ['🏆', '🎓', '⭐']) assert.equal(await kind(emoji), 'coloured', emoji);
  assert.equal(await kind('\u00a0'), 'blank');
  for (const unknown of ['\u0378', '\u{10fff0}', '\u{3ffff}']) {
    assert.equal(await kind(unknown), 'missing', `U+${unknown.codePointAt(0).toString(16)}`);
  }
  for (const joiner of ['\u200d', '\ufe0f', '\u200b']) {
    assert.deepEqual(await page.command('glyph', 16, joiner.codePointAt(0)), ['blank', '0.000000']);
  }
});

test('the line fits the primary font, on whole px', async () => {
  const page = await openAt(1.25);
  const [ascent, descent] = (await page.command('line', 16)).map(Number);
  assert.ok(Number.isInteger(ascent) && Number.isInteger(descent));
  assert.ok(ascent >= 10 && ascent <= 20 && descent <= -2 && descent >= -8, `${ascent} ${descent}`);
});

test('a glyph is rasterised at the device’s size', async () => {
  const coarse = await openAt(1);
  const fine = await openAt(3);
  // Ink grows with the square of the density; on the coarse screen twice the columns are kept.
  const ratio = Number((await fine.command('ink', 20, 0x48))[0]) /
    (Number((await coarse.command('ink', 20, 0x48))[0]) / 2);
  assert.ok(ratio > 8 && ratio < 10, `${ratio}`);
});

test('a letter is drawn all the same when others need a larger texture first', async () => {
  const ink = async (command) => Number((await (await openAt(2)).command(command, 20, 0x48))[0]);
  const drawn = await ink('ink');
  assert.ok(drawn > 20, `${drawn}`);
  assert.equal(await ink('grown'), drawn);
});

test('a glyph costs little', async (t) => {
  const page = await openAt(2);
  const [latin] = await page.command('cost', 16, 0x21, 94);
  const [kanji] = await page.command('cost', 16, 0x4e00, 200);
  const perGlyph = (milliseconds, count) => `${(milliseconds * 1000 / count).toFixed(0)} µs`;
  t.diagnostic(`a glyph: Latin ${perGlyph(latin, 94)}, CJK ${perGlyph(kanji, 200)}`);
  assert.ok(latin / 94 < 2 && kanji / 200 < 4);
});
