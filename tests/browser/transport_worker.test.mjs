// The offline demo's worker in real Chromium: the same requests, one owner among tabs, its records
// and cookies in IndexedDB.
import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {launch, openProgram, programDirectory, root, serveStatic, webBuild}
  from './support/browser.mjs';

const member = {email: 'mara.lind@example.org', password: 'gentle-otter-on-the-pier'};

let site;
let files;

before(async () => {
  const assets = join(root, 'assets');
  const associations = await readdir(join(assets, 'associations'));
  site = await serveStatic(programDirectory('transport'), {
    files: {
      '/demo/worker-boot.js': join(root, 'shell', 'worker-boot.js'),
      '/demo/laurel-worker.js': join(webBuild, 'web', 'worker', 'laurel-worker.js'),
      '/demo/laurel-worker.wasm': join(webBuild, 'web', 'worker', 'laurel-worker.wasm'),
      '/demo/members.json': join(assets, 'sample', 'members.json'),
      ...Object.fromEntries(associations.flatMap((name) => [
        [`/demo/${name}`, join(assets, 'associations', name)],
        [`/demo/content-${name}`, join(assets, 'content', name)],
      ])),
    },
    routes: {
      '/frame.html': (request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(`<!doctype html><iframe src="${site.originAs('b.localhost')}/"></iframe>`);
      },
    },
  });
  files = JSON.stringify({
    module: 'laurel-worker.js', wasm: 'laurel-worker.wasm', sample: 'members.json', site: '../some/',
    associations: associations.map((name) => ({data: name, content: `content-${name}`})),
  });
});

after(() => site?.close());

const withBrowser = (name, run) => test(name, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  await run(browser);
});

/** A profile that outlives a browser. */
const temporaryProfile = async (t) => {
  const profile = await mkdtemp(join(tmpdir(), 'laurel-profile-'));
  t.after(() => rm(profile, {recursive: true, force: true, maxRetries: 5}));
  return profile;
};

let lastId = 0;
const equip = (page) => {
  page.start = () => page.command('open', '/demo/worker-boot.js', files);
  page.send = async (method, path, body = '', key = '') => {
    const [outcome, status, type, text] =
      await page.command('send', ++lastId, method, path, body, key);
    return {outcome, status: Number(status), type, body: text};
  };
  page.signIn = (remember = false, key = '') =>
    page.send('POST', '/api/v1/ipma/session', JSON.stringify({...member, remember}), key);
  page.whoAmI = async () => (await page.send('GET', '/api/v1/ipma/session')).status;
  return page;
};

const openTab = async (browser) => {
  const page = equip(await openProgram(await browser.newPage(), `${site.origin}/`));
  await page.start();
  return page;
};

/** How many tabs have a worker. */
const workers = (browser) =>
  browser.context.pages().reduce((sum, page) => sum + page.workers().length, 0);

withBrowser('the worker answers as the server does', async (browser) => {
  const page = await openTab(browser);
  assert.equal((await page.send('GET', '/api/v1/health')).status, 200);
  assert.equal(await page.whoAmI(), 401);
  const wrong = await page.send(
    'POST', '/api/v1/ipma/session',
    JSON.stringify({...member, password: 'wrong-wrong', remember: false}));
  assert.deepEqual([wrong.status, wrong.type], [401, 'application/problem+json']);
  const signedIn = await page.signIn();
  assert.equal(signedIn.status, 200);
  assert.equal(JSON.parse(signedIn.body).first_name, 'Mara');
  assert.equal(await page.whoAmI(), 200);
  const dashboard = await page.send('GET', '/api/v1/ipma/dashboard');
  assert.equal(JSON.parse(dashboard.body).certificates.length, 4);
  assert.equal((await page.send('DELETE', '/api/v1/ipma/session')).status, 204);
  assert.equal(await page.whoAmI(), 401);
  assert.equal((await page.send('GET', '/api/v1/nowhere')).status, 404);
  assert.deepEqual(await page.events(), []);
});

withBrowser('the worker has the texts and offers, and its mails lead below its path', async (browser) => {
  const page = await openTab(browser);
  const policy = await page.send('GET', '/api/v1/ipma/texts/privacy-policy');
  assert.equal(JSON.parse(policy.body).title, 'Privacy policy');
  const events = await page.send('GET', '/api/v1/ipma/events');
  assert.equal(JSON.parse(events.body).offers.length, 11);
  const asked = await page.send(
    'POST', '/api/v1/ipma/password-resets', JSON.stringify({email: member.email}));
  assert.equal(asked.status, 202);
  const mailbox = JSON.parse((await page.send('GET', '/api/v1/dev/mailbox')).body);
  const [link] = mailbox.messages[0].links;
  assert.ok(link.startsWith(`${site.origin}/some/ipma/#/reset-password/`), link);
});

/** In the page: a JPEG of 300 by 200, red to the left, which Exif says to turn to the right; base64. */
const turnedPhoto = async () => {
  const canvas = new OffscreenCanvas(300, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = '#00f';
  context.fillRect(0, 0, 300, 200);
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 150, 200);
  const blob = await canvas.convertToBlob({type: 'image/jpeg'});
  const plain = new Uint8Array(await blob.arrayBuffer());
  const exif = [0xFF, 0xE1, 0, 34, ...[...'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03'].map(
    (letter) => letter.charCodeAt(0)), 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const file = [...plain.slice(0, 2), ...exif, ...plain.slice(2)];
  return btoa(String.fromCharCode(...file));
};

/** In the page: the picture's size and its colours above and below; null where there is none. */
const pictureAt = async (path) => {
  const address = await laurelResource(path);
  if (address === null) return null;
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const at = (y) => [...context.getImageData(image.naturalWidth / 2, y, 1, 1).data];
  URL.revokeObjectURL(address);
  return {
    scheme: address.split(':')[0], size: [image.naturalWidth, image.naturalHeight],
    above: at(20), below: at(image.naturalHeight - 20),
  };
};

withBrowser('promise 20: the demo makes portraits, upright and without Exif', async (browser) => {
  const page = await openTab(browser);
  assert.equal((await page.signIn()).status, 200);
  const upload = (picture, file_name, crop) => page.send(
    'PUT', '/api/v1/ipma/profile/photo', JSON.stringify({file_name, picture, crop}));
  const picture = await page.evaluate(turnedPhoto);
  const saved = await upload(picture, 'me.jpg');
  assert.equal(saved.status, 200, saved.body);
  const path = `/api/v1/ipma/photos/${JSON.parse(saved.body).photo}`;
  const shown = await page.evaluate(pictureAt, path);
  assert.deepEqual([shown.scheme, shown.size], ['blob', [200, 200]]);
  const {type, body} = await page.send('GET', path);
  assert.equal(type, 'image/jpeg');
  assert.match(body, /JFIF/);
  assert.doesNotMatch(body, /Exif/);
  assert.ok(shown.above[0] > 200 && shown.above[2] < 60, `red above, not ${shown.above}`);
  assert.ok(shown.below[2] > 200 && shown.below[0] < 60, `blue below, not ${shown.below}`);

  const second = await openTab(browser);
  assert.deepEqual(await second.evaluate(pictureAt, path), shown, 'a tab without the worker sees it');
  assert.equal(await page.evaluate(pictureAt, '/api/v1/ipma/photos/none'), null);

  const cropped = await upload(picture, 'me.jpg', {x: 0, y: 0, size: 100});
  const corner = await page.evaluate(
    pictureAt, `/api/v1/ipma/photos/${JSON.parse(cropped.body).photo}`);
  assert.deepEqual(corner.size, [100, 100]);
  assert.ok(corner.below[0] > 200, `red alone, not ${corner.below}`);
  assert.equal(await page.evaluate(pictureAt, path), null, 'the photo before is gone');

  const errors = async (sent) => JSON.parse((await sent).body).errors;
  const header = Buffer.from(picture, 'base64').subarray(0, 400).toString('base64');
  assert.deepEqual(await errors(upload(header, 'me.jpg')), [{field: 'photo', code: 'not_a_picture'}]);
  assert.deepEqual(await errors(upload(picture, 'me.png')), [{field: 'photo', code: 'not_a_picture'}]);
  const vast = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600802000000', 'hex');
  assert.deepEqual(await errors(upload(vast.toString('base64'), 'me.png')),
                   [{field: 'photo', code: 'too_many_pixels'}]);
  await page.workers()[0].evaluate(() => { delete self.OffscreenCanvas; });
  assert.deepEqual(await errors(upload(picture, 'me.jpg')), [{field: 'photo', code: 'unsupported'}]);
  assert.deepEqual(await page.events(), []);
});

withBrowser('promise 12: the session cookie is nowhere a page can read it', async (browser) => {
  const page = await openTab(browser);
  const {body} = await page.signIn(true);
  assert.equal(await page.whoAmI(), 200);
  assert.ok(!/laurel/.test(body));
  assert.equal(await page.evaluate(() => document.cookie), '');
});

withBrowser('tabs share one worker; another takes over when its owner goes', async (browser) => {
  const owner = await openTab(browser);
  assert.equal((await owner.signIn()).status, 200);
  const second = await openTab(browser);
  const third = await openTab(browser);
  assert.equal(await second.whoAmI(), 200, 'a second tab is signed in as well');
  assert.equal(await third.whoAmI(), 200);
  assert.equal(workers(browser), 1);
  await owner.close();
  assert.equal(await second.whoAmI(), 200, 'the session survives the owner');
  assert.equal(await third.whoAmI(), 200);
  assert.equal(workers(browser), 1);
  assert.equal((await third.send('DELETE', '/api/v1/ipma/session')).status, 204);
  assert.equal(await second.whoAmI(), 401);
});

/** In the owner's page: it gives its worker nothing more. */
const workNoMore = () => { Worker.prototype.postMessage = () => {}; };

/** In the owner's page: it tells the other tabs no reply any more, but keeps them in `self.untold`. */
const tellNoMore = () => {
  self.untold = [];
  const {postMessage} = BroadcastChannel.prototype;
  BroadcastChannel.prototype.postMessage = function(message) {
    if (message.kind !== 'reply') return postMessage.call(this, message);
    const {status, body} = message.reply;
    self.untold.push({status, body: new TextDecoder().decode(body)});
  };
};

/** One more tab, which forwards to the owner; who is signed in there can save a profile. */
const openForwardingTab = async (browser) => {
  const tab = await openTab(browser);
  assert.equal((await tab.signIn()).status, 200);
  assert.equal(tab.workers().length, 0);
  const path = '/api/v1/ipma/profile';
  tab.profile = async () => JSON.parse((await tab.send('GET', path)).body);
  /** Only one save can follow on a revision: another one is answered 412. */
  tab.saveOn = ({profile, revision}, job_title, key) => tab.send(
    'PUT', path,
    JSON.stringify({profile: {...profile, job_title, mobile: '+38640123456'}, revision}), key);
  return tab;
};

withBrowser('what the owner had not begun when it was killed is done by the next one',
            async (browser) => {
  const owner = await openTab(browser);
  assert.equal(await owner.whoAmI(), 401);
  const tab = await openForwardingTab(browser);
  const before = await tab.profile();
  await owner.evaluate(workNoMore);
  const answer = tab.saveOn(before, 'Planner', 'key-a');
  const early = await Promise.race(
    [answer, new Promise((passed) => { setTimeout(passed, 300, 'none'); })]);
  assert.equal(early, 'none', 'nobody else has the worker');
  await owner.close();
  assert.equal((await answer).status, 200);
  const saved = await tab.profile();
  assert.deepEqual([saved.profile.job_title, saved.revision], ['Planner', before.revision + 1]);
  assert.equal(tab.workers().length, 1);
  assert.deepEqual(await tab.events(), []);
});

withBrowser('promise 16: what the killed owner had done is not done again, and its reply is told',
            async (browser) => {
  const owner = await openTab(browser);
  assert.equal(await owner.whoAmI(), 401);
  const tab = await openForwardingTab(browser);
  const before = await tab.profile();
  await owner.evaluate(tellNoMore);
  const answer = tab.saveOn(before, 'Planner', 'key-a');
  await owner.waitForFunction(() => self.untold.length === 1);
  const [untold] = await owner.evaluate(() => self.untold);
  assert.equal(untold.status, 200);
  await owner.close();
  const {status, body} = await answer;
  assert.deepEqual({status, body}, untold);
  assert.equal((await tab.profile()).revision, before.revision + 1, 'read from the records');
  // The same once more, as a page does that has given up waiting; then what is not the same.
  assert.deepEqual((await tab.saveOn(before, 'Planner', 'key-a')).body, body);
  assert.equal((await tab.saveOn(before, 'Planner', 'key-b')).status, 412);
  assert.equal((await tab.saveOn(before, 'Director', 'key-a')).status, 422);
  assert.equal((await tab.profile()).revision, before.revision + 1);
  assert.deepEqual(await tab.events(), []);
});

withBrowser('an owner that is killed at any moment: of four saves one is done, and each is answered',
            async (browser) => {
  let owner = await openTab(browser);
  assert.equal(await owner.whoAmI(), 401);
  for (const moment_ms of [0, 5, 20, 60]) {
    const tab = await openForwardingTab(browser);
    const before = await tab.profile();
    const answers = Promise.all([1, 2, 3, 4].map(
      (number) => tab.saveOn(before, `Planner ${number}`, `key-${moment_ms}-${number}`)));
    await new Promise((passed) => { setTimeout(passed, moment_ms); });
    await owner.close();
    const statuses = (await answers).map((each) => each.status);
    assert.deepEqual([...statuses].sort(), [200, 412, 412, 412], `after ${moment_ms} ms`);
    const saved = await tab.profile();
    assert.equal(saved.revision, before.revision + 1, `after ${moment_ms} ms`);
    assert.equal(saved.profile.job_title, `Planner ${statuses.indexOf(200) + 1}`);
    assert.deepEqual(await tab.events(), []);
    owner = tab;
  }
});

withBrowser('a reload keeps the browser’s session, the last tab’s end ends it', async (browser) => {
  const page = await openTab(browser);
  assert.equal((await page.signIn(false)).status, 200);
  await page.reload();
  await page.evaluate(() => self.ready);
  await page.start();
  assert.equal(await page.whoAmI(), 200);
  const other = await browser.newPage();  // keeps the browser running
  await page.close();
  const fresh = await openTab(browser);
  assert.equal(await fresh.whoAmI(), 401);
  assert.equal((await fresh.signIn(true)).status, 200);
  await fresh.close();
  const remembered = await openTab(browser);
  assert.equal(await remembered.whoAmI(), 200, 'with "remember me" the session stays');
  await other.close();
});

test('what was answered is there after the browser’s restart', async (t) => {
  const profile = await temporaryProfile(t);
  const first = await launch({profile});
  const page = await openTab(first);
  assert.equal((await page.signIn(true)).status, 200);
  await first.close();
  const second = await launch({profile});
  t.after(() => second.close());
  assert.equal(await (await openTab(second)).whoAmI(), 200);
});

test('promise 22: where the quota is reached the worker answers 503 and undoes', async (t) => {
  const profile = await temporaryProfile(t);
  const roomy = await launch({profile});
  assert.equal(await (await openTab(roomy)).whoAmI(), 401);
  await roomy.close();
  // Chromium remembers the space that it found left, so the quota comes before the first opening.
  const tight = await launch({profile});
  t.after(() => tight.close());
  const page = equip(await openProgram(await tight.newPage(), `${site.origin}/`));
  const devTools = await tight.devTools(page);
  await devTools.send('Storage.overrideQuotaForOrigin', {origin: site.origin, quotaSize: 1});
  await page.start();
  const refused = await page.signIn();
  assert.deepEqual([refused.status, refused.type], [503, 'application/problem+json']);
  assert.equal(JSON.parse(refused.body).code, 'unavailable');
  assert.equal(await page.whoAmI(), 401, 'the session was not begun');
});

withBrowser('promise 24: a write whose connection dies is answered 503', async (browser) => {
  const owner = await openTab(browser);
  const second = await openTab(browser);
  assert.equal((await owner.signIn(true)).status, 200);
  await owner.workers()[0].evaluate(() => {
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function(...options) {
      const dying = transaction.apply(this, options);
      IDBDatabase.prototype.transaction = transaction;
      Object.defineProperty(dying, 'error', {value: null});
      dying.abort();
      // As after an abort by the browser: what is asked for fails, and nobody is to blame.
      return dying;
    };
    IDBObjectStore.prototype.put = function() {};
    IDBObjectStore.prototype.delete = function() {};
  });
  const answers = await Promise.all([
    second.send('DELETE', '/api/v1/ipma/session'), second.whoAmI(), second.whoAmI()]);
  assert.equal(answers[0].status, 503);
  assert.deepEqual(answers.slice(1), [200, 200], 'nobody was signed out');
  assert.equal((await second.send('DELETE', '/api/v1/ipma/session')).status, 204);
  assert.equal(await owner.whoAmI(), 401);
});

withBrowser('promise 25: the demo’s storage wiped in use begins anew', async (browser) => {
  const page = await openTab(browser);
  assert.equal((await page.signIn(true)).status, 200);
  const devTools = await browser.devTools(page);
  await devTools.send('Storage.clearDataForOrigin',
                      {origin: site.origin, storageTypes: 'indexeddb'});
  assert.equal((await page.send('DELETE', '/api/v1/ipma/session')).status, 204);
  assert.equal(await page.whoAmI(), 401);
  assert.equal((await page.signIn()).status, 200);
  await page.reload();
  await page.evaluate(() => self.ready);
  await page.start();
  assert.equal(await page.whoAmI(), 200);
});

withBrowser('promise 24: storage denied: the worker runs in memory', async (browser) => {
  const page = await browser.newPage();
  await page.goto(`${site.originAs('a.localhost')}/frame.html`);
  const frame = page.frames().find((each) => each.url().includes('b.localhost'));
  await frame.waitForFunction(() => self.ready);
  await frame.evaluate(() => self.ready);
  frame.command = (...texts) => frame.evaluate((all) => self.command(...all), texts);
  equip(frame);
  await frame.start();
  assert.equal((await frame.signIn()).status, 200);
  assert.equal(await frame.whoAmI(), 200);
  assert.deepEqual(await frame.evaluate(() => self.events), [['memory only', 'denied']]);
});

withBrowser('without Web Locks each tab has its own worker', async (browser) => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    delete Navigator.prototype.locks;
    delete self.BroadcastChannel;
  });
  equip(await openProgram(page, `${site.origin}/`));
  await page.start();
  assert.equal((await page.signIn()).status, 200);
  assert.equal(await page.whoAmI(), 200);
});

withBrowser('a worker that does not start is a network failure', async (browser) => {
  const page = equip(await openProgram(await browser.newPage(), `${site.origin}/`));
  await page.command('open', '/demo/missing.js', files);
  assert.equal((await page.send('GET', '/api/v1/health')).outcome, 'network_failure');
  assert.equal((await page.send('GET', '/api/v1/health')).outcome, 'network_failure');
  await page.command('close');
  await page.command('open', '/demo/worker-boot.js', files.replace('members.json', 'missing.json'));
  assert.equal((await page.send('GET', '/api/v1/health')).outcome, 'network_failure');
});
