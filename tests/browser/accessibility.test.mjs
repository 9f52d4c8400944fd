// Every screen as assistive technology gets it: all text in the accessibility tree, names for all
// controls, and nothing that axe-core objects to, drawn and plain, light and dark.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {axeViolations} from './support/accessibility.mjs';
import {isDrawn, openDesk, setPlain, settled, withPage} from './support/desk.mjs';
import {browser, figure, host} from './support/figures.mjs';
import {screens} from './support/screens.mjs';

const dense = (text) => text.replace(/\s+/g, '');

/** Names and roles of the accessibility tree as a screen reader gets it. */
async function accessibilityTree(page, context) {
  const devTools = await context.newCDPSession(page);
  const {nodes} = await devTools.send('Accessibility.getFullAXTree');
  await devTools.detach();
  return nodes.filter((node) => !node.ignored).map((node) => ({
    role: node.role.value, name: String(node.name?.value ?? ''),
  }));
}

/** What the accessibility tree lacks of the words on the screen, and what has no name in it. */
async function missingInTree(page, context) {
  const tree = await accessibilityTree(page, context);
  const named = (role) => tree.filter((node) => node.role === role);
  // A text of several lines has a node for each; what names a control is its name alone.
  const texts = dense([...named('StaticText'), {name: '|'}, ...tree]
    .map(({name}) => name).join(''));
  const drawn = await page.evaluate(() => [...document.querySelectorAll('#mirror .at')]
    .map((element) => element.innerText ?? '').filter((text) => text.trim() !== ''));
  assert.ok(drawn.length >= 4);
  const missing = drawn.filter((text) => !texts.includes(dense(text)));
  for (const role of ['button', 'link', 'textbox', 'checkbox']) {
    missing.push(...named(role).filter((node) => node.name === '').map(() => `name of a ${role}`));
  }
  for (const role of ['main', 'banner', 'contentinfo']) {
    if (named(role).length !== 1) missing.push(`one ${role}`);
  }
  return missing;
}

const schemes = ['light', 'dark'];

for (const screen of screens) {
  figure(`accessibility: ${screen.name}: all text in the tree, 0 axe violations`, {},
         async (page, context) => {
           page.expectTrouble(/ERR_FAILED/);
           await screen.reach(page, host);
           if (screen.isDesk) assert.deepEqual(await missingInTree(page, context), []);
           const found = [];
           for (const colorScheme of schemes) {
             await page.emulateMedia({colorScheme});
             for (const plain of screen.isDesk ? [false, true] : [true]) {
               if (screen.isDesk) {
                 await setPlain(page, plain);
                 await settled(page);
                 assert.equal(await isDrawn(page), !plain);
               }
               for (const violation of await axeViolations(page)) {
                 found.push(`${colorScheme}, ${plain ? 'plain' : 'drawn'}: ${violation}`);
               }
             }
           }
           assert.deepEqual(found, []);
         });
}

test('axe finds what is wrong, in the drawn page too', withPage(() => browser, {}, async (page) => {
  await openDesk(page, host.address());
  await page.evaluate(() => {
    document.getElementById('sign_in/email/label').remove();
    document.getElementById('page/title').setAttribute('role', 'nonsense');
  });
  const found = (await axeViolations(page)).map((violation) => violation.split(':')[0]);
  assert.ok(found.includes('label') && found.includes('aria-roles'), found.join());
}));
