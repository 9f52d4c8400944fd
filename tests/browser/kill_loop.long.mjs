// Promise 23: the browser is killed again and again while it writes; every write that was
// acknowledged is there afterwards, and what was written together is there together.
//
//   node tests/browser/kill_loop.long.mjs [kills, 200 unless told] [seed]
//
// Each batch puts one entry into both stores, and the count of all. The page tells the server of
// each acknowledgement; what the server has heard of must be there.
import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';

import {launchToKill, openProgram, programDirectory, serveStatic} from './support/browser.mjs';

const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? Date.now() % 1e9);

/** Mulberry32: a failure can be run again by its seed, as far as time can. */
const randomOf = (start) => {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** What the database holds, checked for what must hold whenever the browser died. */
const check = async (page, acknowledged, where) => {
  const pairs = async (store) => {
    const [status, ...fields] = await page.command('read_all', store);
    assert.equal(status, 'ok', where);
    return new Map(fields.flatMap((field, i) => (i % 2 === 0 ? [[field, fields[i + 1]]] : [])));
  };
  const drafts = await pairs('drafts');
  const outbox = await pairs('outbox');
  const count = Number(drafts.get('count') ?? 0);
  drafts.delete('count');
  assert.deepEqual([...drafts], [...outbox], `${where}: both stores agree`);
  assert.equal(outbox.size, count, `${where}: and with the count`);
  for (const key of acknowledged) assert.ok(outbox.has(key), `${where}: ${key} is there`);
  return outbox.size;
};

/** Runs in the page: writes until it is killed, three batches at a time. */
const writeForever = () => {
  let count = 0;
  const writeOne = async () => {
    for (;;) {
      const key = String(++count).padStart(8, '0');
      const value = 'x'.repeat(count % 5000);
      const [status] = await self.command(
        'write', count % 2 ? 'strict' : 'relaxed', 'put', 'outbox', key, value,
        'put', 'drafts', key, value, 'put', 'drafts', 'count', String(count));
      if (status === 'ok') fetch(`/acknowledged/${key}`, {method: 'POST'}).catch(() => {});
    }
  };
  for (let i = 0; i < 3; ++i) writeOne();
};

test(`promise 23: ${kills} kills of the browser, seed ${seed}`, async (t) => {
  const random = randomOf(seed);
  const profile = await mkdtemp(join(tmpdir(), 'laurel-kill-loop-'));
  let acknowledged = [];
  const site = await serveStatic(programDirectory('storage'), {routes: {
    '/acknowledged/': (request, response) => {
      acknowledged.push(request.url.split('/').pop());
      response.end();
    },
  }});
  t.after(async () => {
    await site.close();
    await rm(profile, {recursive: true, force: true, maxRetries: 5});
  });
  let total = 0;
  let beyond = 0;  // written, but killed before the acknowledgement
  for (let round = 0; round <= kills; ++round) {
    const browser = await launchToKill(profile);
    try {
      await openProgram(browser.page, `${site.origin}/`);
      assert.deepEqual(await browser.page.command('open', 'kill-loop', 1), ['ok']);
      const found = await check(browser.page, acknowledged, `seed ${seed}, after kill ${round}`);
      total += acknowledged.length;
      beyond += found - acknowledged.length;
      assert.deepEqual(await browser.page.command('write', 'strict', 'clear', 'drafts', '', '',
                                                  'clear', 'outbox', '', ''), ['ok']);
      acknowledged = [];
      if (round === kills) break;
      await browser.page.evaluate(writeForever);
      await new Promise((passed) => setTimeout(passed, 20 + random() * 600));
    } finally {
      await browser.kill();
    }
  }
  assert.ok(total > kills, `${total} acknowledged writes are enough to tell`);
  t.diagnostic(`${kills} kills, ${total} acknowledged writes, 0 lost; ${beyond} written beyond`);
});
