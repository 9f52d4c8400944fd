// The member's own profile in a real browser, on both hosts: the photo, the form by keyboard, and
// leaving it with something unsaved.
import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before} from 'node:test';

import {openBrowser, openDesk, settled, shows, showsProblem, signIn} from './support/desk.mjs';
import {onFreshHosts} from './support/fresh_hosts.mjs';
import {mara, words} from './support/hosts.mjs';
import {painted} from './support/paint.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

const {onBothHosts, onServer} = onFreshHosts(() => browser);

const fileField = (page) => page.locator('[id="photo/file"]');
const field = (page, name) => page.locator(`[id="edit_profile/${name}"]`);
const saveButton = (page) => page.getByRole('button', {name: words['profile.save']});

async function openProfile(page, host) {
  await openDesk(page, host.address());
  await signIn(page, mara);
  await page.goto(host.address('ipma', '#/profile'));
  await shows(page, words['profile.basic']);
  await settled(page);
}

/** A picture of 300 by 200, red to the left and blue to the right, as PNG or JPEG. */
const pictureOf = (page, type) => painted(page, {
  width: 300, height: 200, type, stops: [[0, '#f00'], [0.5, '#f00'], [0.5, '#00f'], [1, '#00f']]});

/** The size of the picture that is shown there, once it is. */
const sizeOf = async (page, id) => {
  await page.waitForFunction((key) => {
    const image = document.getElementById(key);
    return image && image.complete && image.naturalWidth > 0;
  }, id);
  return page.evaluate((key) => {
    const image = document.getElementById(key);
    const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
    context.drawImage(image, 0, 0);
    const middle = image.naturalHeight / 2;
    const [red, , blue] = context.getImageData(image.naturalWidth - 3, middle, 1, 1).data;
    return {width: image.naturalWidth, height: image.naturalHeight,
            right: red > blue ? 'red' : 'blue'};
  }, id);
};

onBothHosts('a photo is chosen, dragged, sent and seen', {}, async (page, host) => {
  await openProfile(page, host);
  await fileField(page).setInputFiles(
    {name: 'me.png', mimeType: 'image/png', buffer: await pictureOf(page, 'image/png')});
  assert.deepEqual(await sizeOf(page, 'photo/crop'), {width: 300, height: 200, right: 'blue'});
  const box = await page.locator('[id="photo/across"]').boundingBox();
  const square = {x: box.x + box.width / 2, y: box.y - 200};
  await page.mouse.move(square.x, square.y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(square.x + 30 * step, square.y);
  await page.mouse.up();
  await settled(page);
  assert.equal(await page.locator('[id="photo/across"]').inputValue(), '0', 'dragged to its left end');
  await page.getByRole('button', {name: words['photo.save']}).click();
  // The left two thirds of it: red, and a quarter blue.
  assert.deepEqual(await sizeOf(page, 'photo/portrait'), {width: 200, height: 200, right: 'blue'});
  await page.goto(host.address('ipma', '#/dashboard'));
  assert.equal((await sizeOf(page, 'profile/photo')).width, 200);
  await page.reload();
  assert.equal((await sizeOf(page, 'profile/photo')).width, 200);
});

onServer('a photo is dropped on its field', {}, async (page, host, context) => {
  await openProfile(page, host);
  const folder = await mkdtemp(join(tmpdir(), 'laurel-photo-'));
  try {
    const path = join(folder, 'me.png');
    await writeFile(path, await pictureOf(page, 'image/png'));
    const box = await fileField(page).boundingBox();
    const devTools = await context.newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await devTools.send('Input.dispatchDragEvent', {
        type, x: box.x + box.width / 2, y: box.y + box.height / 2,
        data: {items: [], files: [path], dragOperationsMask: 1}});
    }
    assert.deepEqual(await sizeOf(page, 'photo/crop'), {width: 300, height: 200, right: 'blue'});
  } finally {
    await rm(folder, {recursive: true});
  }
});

onServer('a photo is cut by the keyboard alone', {}, async (page, host) => {
  await openProfile(page, host);
  await fileField(page).setInputFiles(
    {name: 'me.jpg', mimeType: 'image/jpeg', buffer: await pictureOf(page, 'image/jpeg')});
  await sizeOf(page, 'photo/crop');
  const zoom = page.locator('[id="photo/zoom"]');
  await zoom.focus();
  await page.keyboard.press('End');
  await page.locator('[id="photo/across"]').focus();
  await page.keyboard.press('Home');
  await settled(page);
  await page.getByRole('button', {name: words['photo.save']}).press('Enter');
  // A quarter of the height, at the left.
  assert.deepEqual(await sizeOf(page, 'photo/portrait'), {width: 50, height: 50, right: 'red'});
});

onBothHosts('what is no photo is refused at its field', {}, async (page, host) => {
  await openProfile(page, host);
  const choose = (name, mimeType, buffer) =>
    fileField(page).setInputFiles({name, mimeType, buffer});
  await choose('me.png', 'image/png', Buffer.from('<html>no picture</html>'));
  await shows(page, words['photo.not_a_picture']);
  await choose('me.jpg', 'image/jpeg', Buffer.alloc(2 * 1024 * 1024));
  await shows(page, words['photo.too_large']);
});

onServer('the profile is filled in by keyboard and saved', {}, async (page, host) => {
  await openProfile(page, host);
  await field(page, 'first_name').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ships and bridges.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+46 70 123 45 67');
  await field(page, 'gender').focus();
  await page.keyboard.type('F');
  await field(page, 'privacy/general').focus();
  await page.keyboard.press('ArrowUp');
  await settled(page);
  await saveButton(page).press('Enter');
  await shows(page, words['profile.saved']);
  await page.reload();
  await shows(page, words['profile.basic']);
  await settled(page);
  assert.equal(await field(page, 'biography').inputValue(), 'Ships and bridges.');
  assert.equal(await field(page, 'mobile').inputValue(), '+46701234567');
  assert.equal(await field(page, 'gender').inputValue(), 'female');
  assert.ok(await field(page, 'privacy/public').isChecked());
});

onServer('closing the page with something unsaved asks first', {}, async (page, host) => {
  await openProfile(page, host);
  await field(page, 'company').fill('Riverside Works');
  await settled(page);
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    assert.equal(dialog.type(), 'beforeunload');
    return dialog.dismiss();
  });
  await page.reload({timeout: 2000}).catch(() => {});
  assert.equal(asked, 1);
  assert.equal(await field(page, 'company').inputValue(), 'Riverside Works');
  await page.goto(host.address('ipma', '#/dashboard'));
  await shows(page, words['profile.leaving']);
  assert.equal(new URL(page.url()).hash, '#/profile');
  await page.getByRole('button', {name: words['profile.discard']}).click();
  await shows(page, words['dashboard.edit_profile']);
});

onServer('on a phone of 320 px nothing is cut', {viewport: {width: 320, height: 640}},
            async (page, host) => {
  await openProfile(page, host);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  await page.route('**/api/v1/ipma/profile', (route) => route.abort());
  if (host.name === 'server') {
    page.expectTrouble(/ERR_FAILED/);
    await saveButton(page).click();
    await showsProblem(page, words['problem.offline']);
  }
});
