// Screenshots as pixels, and where they differ.
//
//   const before = await picture(page);
//   …
//   const after = await picture(page);
//   differing(before, after, await boxOf(page.locator('h1'), 4)) > 0
//
// Boxes are {x, y, width, height} in CSS pixels; a picture knows how many of its own pixels one is.
import {PNG} from 'pngjs';

/** Of the bytes of a PNG file; `ratio` of its pixels are one CSS pixel. */
export function pictureOf(bytes, ratio) {
  const {width, height, data} = PNG.sync.read(bytes);
  return {width, height, data, ratio};
}

/** The view, as it looks. */
export async function picture(page, options = {}) {
  const bytes = await page.screenshot({animations: 'allow', ...options});
  const shot = pictureOf(bytes, 1);
  return {...shot, ratio: shot.width / (options.clip?.width ?? page.viewportSize().width)};
}

/** Where the element lies, `margin` CSS pixels around it included. */
export async function boxOf(locator, margin = 0) {
  const box = await locator.boundingBox();
  return grown(box, margin);
}

export const grown = (box, margin) => ({
  x: box.x - margin, y: box.y - margin,
  width: box.width + 2 * margin, height: box.height + 2 * margin,
});

const whole = (picture) => ({
  x: 0, y: 0, width: picture.width / picture.ratio, height: picture.height / picture.ratio,
});

/** Calls `visit(offset in data, x, y)` for each pixel of the box that lies in the picture. */
function eachPixel(picture, box, visit) {
  const {width, height, ratio} = picture;
  const left = Math.max(0, Math.floor(box.x * ratio));
  const top = Math.max(0, Math.floor(box.y * ratio));
  const right = Math.min(width, Math.ceil((box.x + box.width) * ratio));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * ratio));
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) visit((y * width + x) * 4, x, y);
  }
}

const distance = (a, i, b, j) =>
  Math.max(Math.abs(a[i] - b[j]), Math.abs(a[i + 1] - b[j + 1]), Math.abs(a[i + 2] - b[j + 2]));

/** How many pixels (of the screenshot) differ by more than `tolerance` of 255 in a colour. */
export function differing(a, b, box = whole(a), tolerance = 32) {
  if (a.width !== b.width || a.height !== b.height) return a.width * a.height;
  let count = 0;
  eachPixel(a, box, (at) => {
    if (distance(a.data, at, b.data, at) > tolerance) count += 1;
  });
  return count;
}

/** The colour that most of the box has, as [red, green, blue]. */
export function groundOf(picture, box) {
  const counts = new Map();
  eachPixel(picture, box, (at) => {
    const colour = picture.data.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  });
  const [[most]] = [...counts].sort((a, b) => b[1] - a[1]);
  return [most >> 16, (most >> 8) & 255, most & 255];
}

/**
 * The box, in CSS pixels, around what stands out of its ground within `box`; null where nothing
 * does.
 * `share` is how far from the ground towards the most different colour a pixel must be to count.
 */
export function inkIn(picture, box, share = 0.35) {
  const ground = groundOf(picture, box);
  let strongest = 0;
  eachPixel(picture, box, (at) => {
    strongest = Math.max(strongest, distance(picture.data, at, ground, 0));
  });
  if (strongest < 32) return null;
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  eachPixel(picture, box, (at, x, y) => {
    if (distance(picture.data, at, ground, 0) < strongest * share) return;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  const {ratio} = picture;
  return {x: left / ratio, y: top / ratio, width: (right - left) / ratio,
          height: (bottom - top) / ratio};
}

/** How much of each pixel of the box is ink: 0 is the ground, 1 the strongest of it. */
function inkMap(picture, box) {
  const {ratio} = picture;
  const left = Math.round(box.x * ratio);
  const top = Math.round(box.y * ratio);
  const width = Math.round(box.width * ratio);
  const height = Math.round(box.height * ratio);
  const ground = groundOf(picture, grown(box, 3));
  const shares = new Float32Array(width * height);
  let strongest = 1;
  eachPixel(picture, {x: left / ratio, y: top / ratio, width: width / ratio,
                      height: height / ratio}, (at, x, y) => {
    const share = distance(picture.data, at, ground, 0);
    shares[(y - top) * width + x - left] = share;
    strongest = Math.max(strongest, share);
  });
  const at = (x, y) => x < 0 || y < 0 || x >= width || y >= height
    ? 0 : shares[y * width + x] / strongest;
  return {width, height, at};
}

/**
 * How much of the ink of two words is common to both, from 0 to 1. They are {shot, ink}: a picture
 * and the box of the word's ink in it. Wherever the words stand, their ink is laid on each other as
 * it fits best within two pixels of the screenshot.
 */
export function overlap(one, other) {
  const a = inkMap(one.shot, one.ink);
  const b = inkMap(other.shot, other.ink);
  let best = 0;
  for (let dy = -2; dy <= 2; dy += 1) {
    for (let dx = -2; dx <= 2; dx += 1) {
      let common = 0;
      let either = 0;
      for (let y = -2; y < Math.max(a.height, b.height) + 2; y += 1) {
        for (let x = -2; x < Math.max(a.width, b.width) + 2; x += 1) {
          const [p, q] = [a.at(x, y), b.at(x + dx, y + dy)];
          common += Math.min(p, q);
          either += Math.max(p, q);
        }
      }
      best = Math.max(best, common / either);
    }
  }
  return best;
}
