// What axe-core finds wrong with a page as it is.
//
//   assert.deepEqual(await axeViolations(page), []);
import {createRequire} from 'node:module';

const axe = createRequire(import.meta.url)('axe-core');

export async function axeViolations(page) {
  await page.evaluate(`if (!window.axe) {${axe.source}}`);
  const {violations} = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  return violations.map(({id, nodes}) =>
    `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
