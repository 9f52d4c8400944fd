// One browser and one server for all tests of a file: importing this starts them before its first
// test and ends them after its last.
//
//   import {browser, figure, host} from './support/figures.mjs';
//   figure('idle: …', {viewport: …}, async (page, context) => { … openDesk(page, host.address()) … });
import {after, before, test} from 'node:test';

import {openBrowser, withPage} from './desk.mjs';
import {startServer} from './hosts.mjs';

export let browser;
export let host;

before(async () => {
  browser = await openBrowser();
  host = await startServer();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

/** A test on a page of its own; named after a row of the figures that a page has to reach. */
export const figure = (title, options, body) => test(`figure: ${title}`, withPage(
  () => browser, options, body));
