// web/storage in real Chromium: what is acknowledged is there, errors are told, tabs agree.
import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm, stat, truncate} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {
  launch, launchToKill, openProgram, programDirectory, serveStatic,
} from './support/browser.mjs';

let site;
let browser;

before(async () => {
  site = await serveStatic(programDirectory('storage'), {routes: {
    // A page that frames the program of another site, where storage is denied.
    '/frame.html': (request, response) => {
      response.setHeader('content-type', 'text/html');
      const {port} = new URL(`http://${request.headers.host}`);
      response.end(`<!doctype html><iframe src="http://b.localhost:${port}/"></iframe>`);
    },
  }});
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const openTab = async (database, version = 1, inBrowser = browser) => {
  const page = await openProgram(await inBrowser.newPage(), `${site.origin}/`);
  page.opened = () => page.command('open', database, version);
  return page;
};

const megabyte = 1024 * 1024;

test('a batch over two stores is written as one and read back in order', async () => {
  const page = await openTab('batch');
  assert.deepEqual(await page.opened(), ['ok']);
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'b', 'zwei', 'put',
                                      'outbox', '1', 'x', 'put', 'drafts', 'a', 'één'), ['ok']);
  assert.deepEqual(await page.command('read_all', 'drafts'), ['ok', 'a', 'één', 'b', 'zwei']);
  assert.deepEqual(await page.command('get', 'outbox', '1'), ['ok', 'x']);
  assert.deepEqual(await page.command('get', 'outbox', '2'), ['ok']);
  assert.deepEqual(await page.command('write', 'relaxed', 'erase', 'drafts', 'a', '',
                                      'clear', 'outbox', '', ''), ['ok']);
  assert.deepEqual(await page.command('read_all', 'drafts'), ['ok', 'b', 'zwei']);
  assert.deepEqual(await page.command('read_all', 'outbox'), ['ok']);
  assert.deepEqual(await page.command('write', 'strict'), ['ok']);
  await page.close();
});

test('an empty value and an unknown store are what they are', async () => {
  const page = await openTab('edges');
  await page.opened();
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'empty', ''), ['ok']);
  assert.deepEqual(await page.command('get', 'drafts', 'empty'), ['ok', '']);
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'half', 'x',
                                      'put', 'nowhere', 'k', 'v'), ['NotFoundError']);
  assert.deepEqual(await page.command('get', 'drafts', 'half'), ['ok']);
  await page.close();
});

test('promise 22: a 3 MiB quota brings 0 false acknowledgements', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  // Chromium remembers the space that it found left, so the quota comes before the first opening.
  const page = await openTab('quota', 1, browser);
  const devTools = await browser.devTools(page);
  await devTools.send('Storage.overrideQuotaForOrigin',
                      {origin: site.origin, quotaSize: 3 * megabyte});
  await page.opened();
  const acknowledged = [];
  const refused = [];
  for (let i = 0; i < 8; ++i) {
    const [answer] = await page.command('fill', `value ${i}`, megabyte);
    (answer === 'ok' ? acknowledged : refused).push(`value ${i}`);
    if (answer !== 'ok') assert.equal(answer, 'quota');
  }
  assert.ok(acknowledged.length >= 1 && refused.length >= 1,
            `${acknowledged.length} acknowledged, ${refused.length} refused`);
  await page.close();

  const again = await openTab('quota', 1, browser);
  assert.deepEqual(await again.opened(), ['ok']);
  const [, ...sizes] = await again.command('sizes', 'drafts');
  const kept = sizes.filter((_, i) => i % 2 === 0);
  assert.deepEqual(kept, acknowledged);
  assert.ok(sizes.filter((_, i) => i % 2 === 1).every((size) => size === String(megabyte)));
  // A batch that did not fit has left nothing behind.
  assert.deepEqual(await again.command('read_all', 'outbox'),
                   ['ok', ...acknowledged.flatMap((key) => [key, 'filled'])]);
  await again.close();
});

test('promise 22: outbox writes and migrations are strict', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const {transaction} = IDBDatabase.prototype;
    self.asked = [];
    IDBDatabase.prototype.transaction = function(stores, mode, options) {
      const made = transaction.call(this, stores, mode, options);
      self.asked.push([Array.from(stores).join('+'), mode, made.durability]);
      return made;
    };
  });
  await openProgram(page, `${site.origin}/`);
  await page.command('open', 'durability', 1);
  assert.deepEqual(await page.evaluate(() => self.asked.splice(0)),
                   [['laurel_schema', 'readwrite', 'strict']], 'an upgrade is flushed');
  await page.command('write', 'strict', 'put', 'outbox', '1', 'x');
  await page.command('write', 'relaxed', 'put', 'drafts', '1', 'x');
  assert.deepEqual(await page.evaluate(() => self.asked.splice(0)),
                   [['outbox', 'readwrite', 'strict'], ['drafts', 'readwrite', 'relaxed']]);
  await page.close();
});

test('promise 22: migrations rewrite every entry, in order, in one upgrade', async () => {
  const old = await openTab('migrations', 1);
  await old.opened();
  await old.command('write', 'strict', 'put', 'drafts', 'a', 'x', 'put', 'drafts', 'obsolete', 'y',
                    'put', 'drafts', 'z', '');
  await old.close();
  const page = await openTab('migrations', 3);
  assert.deepEqual(await page.opened(), ['ok']);
  assert.deepEqual(await page.command('read_all', 'drafts'), ['ok', 'a', '3:2:x', 'z', '3:2:']);
  assert.deepEqual(await page.command('read_all', 'badges'), ['NotFoundError']);
  await page.command('close');
  const older = await openTab('migrations', 2);
  assert.deepEqual(await older.opened(), ['outdated'], 'newer data is left alone');
  await older.close();
  await page.close();
});

// kill_loop.long.mjs kills at random moments; this is the one that lost everything.
test('promise 23: a kill within a write takes nothing along that is written later', async (t) => {
  const profile = await mkdtemp(join(tmpdir(), 'laurel-storage-'));
  t.after(() => rm(profile, {recursive: true, force: true, maxRetries: 5}));
  const untilKilled = async (use) => {
    const killed = await launchToKill(profile);
    try {
      const page = await openProgram(killed.page, `${site.origin}/`);
      assert.deepEqual(await page.command('open', 'torn', 1), ['ok']);
      await use(page);
    } finally {
      await killed.kill();
    }
  };
  const put = async (page, key) => assert.deepEqual(
    await page.command('write', 'strict', 'put', 'drafts', key, 'x'.repeat(300)), ['ok']);
  await untilKilled(async (page) => {
    await put(page, 'a');
    await put(page, 'torn');
  });
  const directory = join(profile, 'Default', 'IndexedDB');
  const logs = (await readdir(directory, {recursive: true})).filter((name) => /\.log$/.test(name));
  if (logs.length === 0) return t.skip('this Chromium has no LevelDB under IndexedDB');
  // A log that LevelDB has gone on from, and has not yet cleared away, was written to its end.
  const last = join(directory, logs.sort().at(-1));
  await truncate(last, (await stat(last)).size - 3);
  await untilKilled((page) => put(page, 'b'));
  await untilKilled(async (page) => {
    const [status, ...fields] = await page.command('read_all', 'drafts');
    assert.equal(status, 'ok');
    const keys = fields.filter((field, i) => i % 2 === 0);
    assert.deepEqual(keys.filter((key) => key !== 'torn'), ['a', 'b']);
  });
});

test('promise 24: versionchange closes the older tab and tells it', async () => {
  const older = await openTab('tabs', 1);
  await older.opened();
  await older.command('write', 'strict', 'put', 'drafts', 'a', 'kept');
  const newer = await openTab('tabs', 2);
  assert.deepEqual(await newer.opened(), ['ok']);
  assert.deepEqual(await older.events(), ['outdated']);
  assert.deepEqual(await older.command('write', 'strict', 'put', 'drafts', 'b', 'late'),
                   ['outdated']);
  assert.deepEqual(await older.command('get', 'drafts', 'a'), ['outdated']);
  assert.deepEqual(await newer.command('read_all', 'drafts'), ['ok', 'a', '2:kept']);
  assert.deepEqual(await newer.events(), [], 'nobody had to wait');
  await older.close();
  await newer.close();
});

test('promise 24: a blocked upgrade prompts, and goes on when the tab is closed', async () => {
  // A page of the same site that, unlike ours, does not let go of its connection.
  const stubborn = await browser.newPage();
  await stubborn.goto(`${site.origin}/`);
  await stubborn.evaluate(() => new Promise((opened) => {
    const request = indexedDB.open('blocked', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('drafts');
      request.result.createObjectStore('outbox');
    };
    request.onsuccess = () => { self.held = request.result; opened(); };
  }));
  const page = await openTab('blocked', 2);
  const opening = page.opened();
  await page.waitForFunction(() => self.events.length > 0);
  assert.deepEqual(await page.events(), ['blocked']);
  await stubborn.close();
  assert.deepEqual(await opening, ['ok']);
  assert.deepEqual(await page.command('write', 'strict', 'put', 'badges', '1', 'x'), ['ok']);
  await page.close();
});

test('promise 24: storage wiped in use reopens and says so', async () => {
  const page = await openTab('wiped');
  await page.opened();
  await page.command('write', 'strict', 'put', 'drafts', 'a', 'x');
  const devTools = await browser.devTools(page);
  await devTools.send('Storage.clearDataForOrigin',
                      {origin: site.origin, storageTypes: 'indexeddb'});
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'b', 'y'), ['ok']);
  assert.deepEqual(await page.events(), ['wiped']);
  assert.deepEqual(await page.command('read_all', 'drafts'), ['ok', 'b', 'y']);
  await page.close();
});

// Failures that Chromium cannot be brought to at will: its API is made to fail as it does then.
const sabotage = (page, kind) => page.evaluate((what) => {
  const original = {open: indexedDB.open, transaction: IDBDatabase.prototype.transaction};
  const dead = () => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  };
  const failing = () => {
    const request = {};
    setTimeout(() => {
      request.error = new DOMException('Internal error opening backing store', 'UnknownError');
      request.onerror({preventDefault() {}});
    });
    return request;
  };
  self.repair = () => {
    IDBFactory.prototype.open = original.open;
    IDBDatabase.prototype.transaction = original.transaction;
  };
  if (what === 'connection once') {
    IDBDatabase.prototype.transaction = function() { self.repair(); dead(); };
  } else if (what === 'store for good') {
    IDBDatabase.prototype.transaction = dead;
    IDBFactory.prototype.open = failing;
  } else if (what === 'open once') {
    IDBFactory.prototype.open = function(name, version) {
      if (name !== 'opening') return original.open.call(this, name, version);
      self.repair();
      return failing();
    };
  } else if (what === 'open for good') {
    IDBFactory.prototype.open = failing;
  } else if (what === 'write on its way') {
    IDBDatabase.prototype.transaction = function(...options) {
      const transaction = original.transaction.apply(this, options);
      self.repair();
      setTimeout(() => {
        transaction.abort();
        this.onclose();
      });
      Object.defineProperty(transaction, 'error', {value: null});
      // Keeps the transaction from completing before it dies.
      const spin = () => { transaction.objectStore(options[0][0]).get('x').onsuccess = spin; };
      spin();
      return transaction;
    };
  }
}, kind);

test('promise 24: a lost connection is reopened and what was asked is done', async () => {
  const page = await openTab('lost');
  await page.opened();
  await sabotage(page, 'connection once');
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'a', 'x'), ['ok']);
  assert.deepEqual(await page.command('get', 'drafts', 'a'), ['ok', 'x']);
  assert.deepEqual(await page.events(), ['reopened']);
  await page.close();
});

test('promise 24: a write that dies with its connection is reported, never silent', async () => {
  const page = await openTab('dying');
  await page.opened();
  await sabotage(page, 'write on its way');
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'a', 'x'),
                   ['connection lost']);
  assert.deepEqual(await page.command('get', 'drafts', 'a'), ['ok']);
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'a', 'y'), ['ok']);
  assert.deepEqual(await page.events(), ['reopened']);
  await page.close();
});

test('promise 24: a backing store that is gone for good is reported on each call', async () => {
  const page = await openTab('gone');
  await page.opened();
  await sabotage(page, 'store for good');
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'a', 'x'),
                   ['connection lost']);
  assert.deepEqual(await page.command('get', 'drafts', 'a'), ['connection lost']);
  await page.evaluate(() => self.repair());
  assert.deepEqual(await page.command('write', 'strict', 'put', 'drafts', 'a', 'z'), ['ok']);
  await page.close();
});

test('promise 24: opening is tried twice before it is reported', async () => {
  const page = await openTab('opening');
  await sabotage(page, 'open once');
  assert.deepEqual(await page.opened(), ['ok']);
  await page.close();
  const other = await openTab('opening');
  await sabotage(other, 'open for good');
  assert.deepEqual(await other.opened(), ['connection lost']);
  await other.close();
});

test('promise 24: writes asked for while the connection is reopened keep their order', async () => {
  const page = await openTab('order');
  await page.opened();
  await sabotage(page, 'connection once');
  const answers = await page.evaluate(() => Promise.all(['1', '2', '3', '4'].map(
    (value) => self.command('write', 'strict', 'put', 'drafts', 'a', value))));
  assert.deepEqual(answers.flat(), ['ok', 'ok', 'ok', 'ok']);
  assert.deepEqual(await page.command('get', 'drafts', 'a'), ['ok', '4']);
  await page.close();
});

test('promise 24: storage denied in a cross-site frame is told', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.originAs('a.localhost')}/frame.html`);
  const frame = page.frames().find((each) => each.url().includes('b.localhost'));
  await frame.waitForFunction(() => self.ready);
  await frame.evaluate(() => self.ready);
  assert.deepEqual(await frame.evaluate(() => self.command('open', 'any', 1)), ['denied']);
  await page.close();
});

test('promise 24: a browser without IndexedDB is told as denied', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => Object.defineProperty(self, 'indexedDB', {value: undefined}));
  await openProgram(page, `${site.origin}/`);
  assert.deepEqual(await page.command('open', 'any', 1), ['denied']);
  assert.match((await page.command('persist'))[0], /^(true|false)$/);
  await page.close();
});
