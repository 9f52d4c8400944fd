// A test on both hosts, each started for this test alone: no mails yet, and every limit unused.
//
//   const onBothHosts = onFreshHosts(() => browser);
//   onBothHosts('…', {viewport: …}, async (page, host, context) => { … });
import {test} from 'node:test';

import {withPage} from './desk.mjs';
import {bothHosts} from './hosts.mjs';

export const onFreshHosts = (browser) => (title, options, body) => {
  for (const {name, start} of bothHosts) {
    test(`${title} (${name})`, async (t) => {
      const host = await start();
      try {
        await withPage(browser, options, (page, context) => body(page, host, context, t))(t);
      } finally {
        await host.close();
      }
    });
  }
};
