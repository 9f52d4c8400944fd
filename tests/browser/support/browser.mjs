// What every browser test needs: a real browser with a profile of its own, and a static server.
//
//   const site = await serveStatic(distribution);          // http://localhost:<any free port>
//   const browser = await launch();
//   const page = await browser.newPage();
//   await page.goto(`${site.origin}/ipma/`);
//   …
//   await browser.close(); await site.close();
//
// Chromium is driven by playwright-core, Firefox (`launch({firefox: true})`) by puppeteer-core over
// WebDriver BiDi; their pages have much, not everything, in common.
import {spawn} from 'node:child_process';
import {createServer} from 'node:http';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {extname, join, normalize, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

import {startDisplay} from './display.mjs';

export const root = resolve(fileURLToPath(import.meta.url), '../../../..');

/** The web build's output: `web/<program>/` lies below it. LAUREL_WEB_BUILD names another one. */
export const webBuild = process.env.LAUREL_WEB_BUILD ?? join(root, 'build', 'web');

/** The page of a test program of tests/browser/programs, as a directory to serve. */
export const programDirectory = (name) => join(webBuild, 'web', `test-${name}`);

/** What the server sends with every page (tests run under the policy that members get). */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
    "connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; " +
    "form-action 'self'; object-src 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
};

const mediaTypes = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a directory, on a port that the system chooses.
 *
 * `routes` answers before the files: {'/api/v1/health': (request, response) => { … }}; a key that
 * ends in "/" takes everything below it. `files` adds files from elsewhere: {'/worker.js': path}.
 * `headers` replaces the security headers.
 */
export async function serveStatic(
  directory, {routes = {}, files = {}, headers = securityHeaders} = {}) {
  const base = resolve(directory);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const route = Object.keys(routes).find(
      (key) => path === key || (key.endsWith('/') && path.startsWith(key)));
    if (route !== undefined) return routes[route](request, response);
    const page = path.endsWith('/') ? `${path}index.html` : path;
    const file = files[path] ?? join(base, normalize(page));
    const allowed = path in files || file.startsWith(base + sep);
    const bytes = allowed ? await readFile(file).catch(() => null) : null;
    if (bytes === null) return response.writeHead(404, headers).end();
    response.writeHead(200, {
      ...headers, 'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(bytes);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const {port} = server.address();
  return {
    port,
    origin: `http://localhost:${port}`,
    /** The same server as another site, such as host "a.localhost". */
    originAs: (host) => `http://${host}:${port}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

export const chromiumArguments = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--enable-unsafe-swiftshader',
];

const findExecutable = (names) => {
  const folders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(existsSync);
  if (found === undefined) throw new Error(`none of ${names.join(', ')} is installed`);
  return found;
};

export const chromiumPath = () =>
  process.env.LAUREL_CHROMIUM ?? findExecutable(['chromium', 'chromium-browser', 'google-chrome']);

/**
 * Starts a browser with a fresh profile, which `close()` removes; with `profile`, a directory that
 * outlives the browser. Its storage is on the disk, as a member's is (not a private window).
 *
 * `webGl` is Firefox's alone. `args` are added to Chromium's; the other options are playwright's
 * for a context: viewport, deviceScaleFactor, colorScheme, reducedMotion, forcedColors, locale…
 */
export async function launch(
  {firefox = false, webGl = true, profile = null, args = [], ...options} = {}) {
  const userData = profile ?? (await mkdtemp(join(tmpdir(), 'laurel-browser-')));
  const clean = () => profile === null
    ? rm(userData, {recursive: true, force: true, maxRetries: 5}) : undefined;
  if (firefox) return launchFirefox(userData, webGl, clean);
  const {chromium} = await import('playwright-core');
  const context = await chromium.launchPersistentContext(userData, {
    executablePath: chromiumPath(), headless: true, chromiumSandbox: false,
    args: [...chromiumArguments, ...args], ...options,
  });
  return {
    context,
    newPage: () => context.newPage(),
    /** The Chrome DevTools Protocol, of one page. */
    devTools: (page) => context.newCDPSession(page),
    close: async () => {
      await context.close();
      await clean();
    },
  };
}

/**
 * Chromium on this profile, in a process group of its own that `kill()` ends at once, as a machine
 * out of memory does.
 */
export async function launchToKill(profile) {
  const {chromium} = await import('playwright-core');
  const child = spawn(chromiumPath(), [
    ...chromiumArguments, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`,
    'about:blank',
  ], {detached: true, stdio: ['ignore', 'ignore', 'pipe']});
  const died = new Promise((resolve) => child.on('exit', resolve));
  const endpoint = await new Promise((resolve, reject) => {
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(output);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`the browser did not start: ${output}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  return {
    page: await browser.contexts()[0].newPage(),
    kill: async () => {
      process.kill(-child.pid, 'SIGKILL');
      await died;
      await browser.close().catch(() => {});
    },
  };
}

/** Firefox uses no WebGL that is drawn by software, unless it is told to. */
async function launchFirefox(userData, webGl, clean) {
  const {default: puppeteer} = await import('puppeteer-core');
  const display = await startDisplay();
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: findExecutable(['firefox-esr', 'firefox']), headless: false,
    userDataDir: userData, env: {...process.env, ...display.environment},
    extraPrefsFirefox: webGl ? {'webgl.force-enabled': true} : {'webgl.disabled': true},
  });
  return {
    context: browser,
    newPage: () => browser.newPage(),
    close: async () => {
      await browser.close();
      await display.close();
      await clean();
    },
  };
}

/** Opens a test program of tests/browser/programs and waits until it takes `command(…)`. */
export async function openProgram(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => self.ready, null, {timeout: 10_000});
  await page.evaluate(() => self.ready);
  page.command = (...texts) => page.evaluate((all) => self.command(...all), texts);
  page.events = () => page.evaluate(() => self.events.map((event) => event.join(' ')));
  return page;
}
