// A test on both hosts, each started for this test alone: no mails yet, and every limit unused. What
// the hosts have no part in, such as what a form says of its fields, is tested on one of them.
//
//   const {onBothHosts, onServer} = onFreshHosts(() => browser);
//   onBothHosts('…', {viewport: …}, async (page, host, context) => { … });
import {test} from 'node:test';

import {withPage} from './desk.mjs';
import {bothHosts} from './hosts.mjs';

// Some take seconds; what stands still must not hold up what comes after it.
const longestMs = 60_000;

const onEach = (browser, hosts) => (title, options, body) => {
  for (const {name, start} of hosts) {
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

export const onFreshHosts = (browser) => ({
  onBothHosts: onEach(browser, bothHosts),
  onServer: onEach(browser, bothHosts.filter(({name}) => name === 'server')),
});
