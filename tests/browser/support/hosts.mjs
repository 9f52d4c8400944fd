// The two hosts that members meet, each with the built site: laurel-server, and static files with
// the demo's worker as the backend. Both answer the same requests, so most tests run on both.
//
//   const host = await startServer();            // or startOffline()
//   await page.goto(host.address('ipma', '#/login'));
//   await host.close();
//
// LAUREL_SITE and LAUREL_SERVER name another built site and another server program.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

import {root, serveStatic} from './browser.mjs';
import {startTls} from './tls.mjs';

export const site = process.env.LAUREL_SITE ?? join(root, 'build', 'dist');
const serverProgram = process.env.LAUREL_SERVER ?? join(root, 'build', 'native', 'laurel-server');

const sample = JSON.parse(readFileSync(join(root, 'assets', 'sample', 'members.json'), 'utf8'));

/** Members of the sample data, at the association ipma. */
export const mara = {...sample.sample};
export const hanako = {...named('花子'), password: mara.password};
export const newcomer = {...named('Zoë'), password: mara.password};

function named(firstName) {
  return sample.members.find((member) => member.first_name === firstName);
}

/** The wording, as the screens have it. */
export const words = JSON.parse(readFileSync(join(root, 'assets', 'messages', 'en.json'), 'utf8'));

const address = (origin) => (association = 'ipma', fragment = '#/login') =>
  `${origin}/${association}/${fragment}`;

/** A port that no other program has, by IPv4 or by IPv6: laurel-server wants both. */
async function freePort() {
  const byIpv4 = createServer().listen(0, '127.0.0.1');
  await once(byIpv4, 'listening');
  const {port} = byIpv4.address();
  const byIpv6 = createServer().listen(port, '::1');
  const taken = await once(byIpv6, 'listening').then(
    () => false, (error) => error.code === 'EADDRINUSE');
  for (const probe of [byIpv4, byIpv6].filter(({listening}) => listening)) {
    probe.close();
    await once(probe, 'close');
  }
  return taken ? freePort() : port;
}

/**
 * Starts laurel-server with the sample data, on a data directory of its own that `close()` removes.
 * `stop()` and `start()` end and start it again, at the same address and with the same data. With
 * `secure` it is reached over HTTPS, with a certificate that nobody has signed; at `plainOrigin` it
 * is reached without it.
 */
export async function startServer({secure = false} = {}) {
  const data = await mkdtemp(join(tmpdir(), 'laurel-server-'));
  const port = await freePort();
  const front = secure ? await startTls(() => port) : null;
  const plainOrigin = `http://localhost:${port}`;
  const origin = front?.origin ?? plainOrigin;
  let running = null;
  const start = async () => {
    running = spawn(serverProgram, [
      '--dev', '--port', String(port), '--data', data, '--site', site, '--origin', origin,
      '--associations', join(root, 'assets', 'associations'),
      '--content', join(root, 'assets', 'content'),
      '--sample', join(root, 'assets', 'sample', 'members.json'),
    ], {stdio: ['ignore', 'pipe', 'pipe']});
    let log = '';
    running.stderr.on('data', (part) => { log = (log + part).slice(-4000); });
    const lines = createInterface({input: running.stdout});
    const ended = once(running, 'exit').then(([code]) => {
      throw new Error(`laurel-server ended (${code}):\n${log}`);
    });
    await Promise.race([once(lines, 'line'), ended]);
    ended.catch(() => {});  // it may end from now on
  };
  const stop = async () => {
    if (running.exitCode !== null) return;
    running.kill('SIGTERM');
    await once(running, 'exit');
  };
  await start();
  return {
    name: 'server', origin, plainOrigin, address: address(origin), start, stop,
    close: async () => {
      await front?.close();
      await stop();
      await rm(data, {recursive: true, force: true});
    },
  };
}

/** Serves the same files without a server behind them: the offline demo. */
export async function startOffline(options) {
  const files = await serveStatic(site, options);
  return {
    name: 'offline demo', origin: files.origin, address: address(files.origin),
    originAs: files.originAs, close: files.close,
  };
}

/** For tests that hold on both: `for (const {name, start} of bothHosts) …` */
export const bothHosts = [
  {name: 'server', start: startServer},
  {name: 'offline demo', start: startOffline},
];
