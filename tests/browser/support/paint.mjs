// Pictures to upload, painted by the browser.

/** A file's bytes: a picture whose colours run from left to right; stops are [0 to 1, colour]. */
export const painted = async (page, {width, height, type, stops}) => Buffer.from(
  await page.evaluate(async (picture) => {
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    const colours = context.createLinearGradient(0, 0, picture.width, 0);
    for (const [at, colour] of picture.stops) colours.addColorStop(at, colour);
    context.fillStyle = colours;
    context.fillRect(0, 0, picture.width, picture.height);
    const blob = await canvas.convertToBlob({type: picture.type});
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, {width, height, type, stops}), 'base64');
