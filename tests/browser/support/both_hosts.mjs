// One browser, one server and one offline demo for all tests of a file: importing this starts them
// before its first test and ends them after its last.
//
//   import {browser, on, onBothHosts} from './support/both_hosts.mjs';
//   onBothHosts('a member signs in', {viewport: …}, async (page, host, context) => { … });
//   on('server', 'a slow answer is waited for', {}, async (page, host) => { … });
import {after, before, test} from 'node:test';

import {openBrowser, withPage} from './desk.mjs';
import {bothHosts} from './hosts.mjs';

export let browser;
export const hosts = new Map();

before(async () => {
  browser = await openBrowser();
  for (const {name, start} of bothHosts) hosts.set(name, await start());
});

after(async () => {
  await browser?.close();
  for (const host of hosts.values()) await host.close();
});

/** A test on a page of its own, on this host. */
export const on = (name, title, options, body) => test(`${title} (${name})`, withPage(
  () => browser, options, (page, context) => body(page, hosts.get(name), context)));

export function onBothHosts(title, options, body) {
  for (const {name} of bothHosts) on(name, title, options, body);
}
