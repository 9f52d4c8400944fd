// WebKit, driven over W3C WebDriver: a page with as much of puppeteer's as a smoke test needs.
//
//   const browser = await launchWebKit();
//   const page = await browser.newPage();
//   await page.goto(address);
//   await page.click('#press'); await page.keyboard.type('words');
//   await browser.close();
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';

import {startDisplay} from './display.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';  // as the specification has it
const keys = {Tab: '\ue004', Enter: '\ue007'};

const longestCommandMs = 30_000;

async function freePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function command(driver, method, path, body) {
  const reply = await fetch(`${driver}${path}`, {
    method, body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(longestCommandMs)});
  const {value} = await reply.json();
  if (!reply.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function untilReady(driver) {
  for (let tries = 0; tries < 200; tries += 1) {
    const status = await command(driver, 'GET', '/status').catch(() => null);
    if (status?.ready) return;
    await sleep(50);
  }
  throw new Error('WebKitWebDriver does not start');
}

async function startDriver(display) {
  const port = await freePort();
  const process_ = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: {...process.env, ...display.environment, GDK_BACKEND: 'x11'}, stdio: 'ignore'});
  const exited = once(process_, 'exit');
  const driver = {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      process_.kill('SIGKILL');
      await exited;
    },
  };
  try {
    await untilReady(driver.address);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

/** On a busy machine the driver sometimes waits in vain for the browser that it has started. */
async function openSession(display, tries = 3) {
  const driver = await startDriver(display);
  try {
    const session = await command(driver.address, 'POST', '/session', {
      capabilities: {alwaysMatch: {acceptInsecureCerts: true}}});
    return {driver, session};
  } catch (error) {
    await driver.close();
    if (tries === 1) throw error;
    return openSession(display, tries - 1);
  }
}

/** Each page is a window with a profile of its own. */
export async function launchWebKit() {
  const display = await startDisplay();
  const drivers = [];
  return {
    newPage: async () => {
      const {driver, session} = await openSession(display);
      drivers.push(driver);
      return pageOf(driver.address, session);
    },
    close: async () => {
      for (const driver of drivers) await driver.close();
      await display.close();
    },
  };
}

function pageOf(driver, {sessionId}) {
  const session = (method, path, body) =>
    command(driver, method, `/session/${sessionId}${path}`, body);
  const evaluate = (body, ...all) => session('POST', '/execute/sync', {
    script: `return (${body}).apply(null, arguments)`, args: all});
  /** Presses the keys of the characters one after the other, where the focus is. */
  const type = (text) => session('POST', '/actions', {actions: [{type: 'key', id: 'keyboard',
    actions: [...text].flatMap((value) => [{type: 'keyDown', value}, {type: 'keyUp', value}])}]});
  const page = {
    goto: (url) => session('POST', '/url', {url}),
    reload: () => session('POST', '/refresh', {}),
    evaluate,
    /** Waits until the function gives something true. */
    waitForFunction: async (body, {timeout, polling}, ...all) => {
      const end = Date.now() + timeout;
      while (!(await evaluate(body, ...all))) {
        if (Date.now() > end) throw new Error(`in vain: ${body} ${all}`);
        await sleep(polling);
      }
    },
    click: async (selector) => {
      const found = await session('POST', '/element', {using: 'css selector', value: selector});
      await session('POST', `/element/${found[elementKey]}/click`, {});
    },
    keyboard: {type, press: (name) => type(keys[name])},
    screenshot: async () => Buffer.from(await session('GET', '/screenshot'), 'base64'),
    close: () => session('DELETE', ''),
  };
  return page;
}
