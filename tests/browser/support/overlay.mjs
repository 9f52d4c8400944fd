// Whether words are drawn where the mirror has them.
//
//   const {apart, worst} = await apartFromMirror(page, [{key, isLink, rects}, …]);
//   assert.deepEqual(apart, []);
//
// Afterwards the page shows the words of its mirror instead of the canvas.
import {addStyle} from './desk.mjs';
import {grown, inkIn, picture} from './pixels.mjs';

const mostPx = 2;

/** How far two boxes' edges are apart, at most; a link's lower edge is its drawn line. */
const distance = (a, b, isLink) => Math.max(
  Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.x + a.width - b.x - b.width),
  isLink ? 0 : Math.abs(a.y + a.height - b.y - b.height));

/**
 * Of texts of the mirror by the rectangles of their lines, all of them in view: those whose ink on the
 * canvas is more than 2 px away from their ink in the document, in words, and the worst of all.
 */
export async function apartFromMirror(page, texts) {
  const drawn = await picture(page);
  await addStyle(page, `
    #canvas { visibility: hidden }
    .drawn #mirror .at:not(.reveal), .drawn #mirror .at:not(.reveal) * { color: #000 !important }
    html, .drawn #mirror * { background: #fff !important }`);
  const native = await picture(page);
  const apart = [];
  const worst = {key: '', px: 0};
  for (const {key, rects, isLink} of texts) {
    for (const rect of rects) {
      const ink = inkIn(drawn, grown(rect, 2));
      const expected = inkIn(native, grown(rect, 2));
      const px = ink && expected ? distance(ink, expected, isLink) : Infinity;
      if (px > worst.px) Object.assign(worst, {key, px});
      if (px > mostPx) {
        apart.push(`${key}: drawn ${JSON.stringify(ink)}, in the mirror ${JSON.stringify(expected)}`);
      }
    }
  }
  return {apart, worst};
}
