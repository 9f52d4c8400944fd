// A test on both hosts, each started for this test alone: no mails yet, and every limit unused.
//
//   const onBothHosts = onFreshHosts(() => browser);
//   onBothHosts('…', {viewport: …}, async (page, host, context) => { … });
import {test} from 'node:test';

import {withPage} from './desk.mjs';
import {bothHosts} from './hosts.mjs';

// Some take seconds; what stands still must not hold up what comes after it.
const longestMs = 60_000;

export const onFreshHosts = (browser) => (title, options, body) => {
  for (const {name, start} of bothHosts) {
    test(`${title} (${name})`, {timeout: longestMs}, async (t) => {
      const host = await start();
      try {
        await withPage(browser, options, (page, context) => body(page, host, context, t))(t);
      } finally {
        await host.close();
      }
    });
  }
};
