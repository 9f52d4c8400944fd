// Input methods: words that are composed, not typed.
import assert from 'node:assert/strict';

import {emailField, openDesk, passwordField, settled, valueOf} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {mara, words} from './support/hosts.mjs';

const compositions = [
  ['zh', 'zhongwen → 中文', ['z', 'zh', 'zhong', '中', '中w', '中wen', '中文'], '中文'],
  ['ja', 'yamada → 山田', ['ｙ', 'や', 'やｍ', 'やま', 'やまだ', '山田'], '山田'],
  ['ko', '한글 by jamo', ['ㅎ', '하', '한'], '한'],
  ['dead keys', '´ and e', ['´'], 'é'],
];

for (const [language, what, steps, committed] of compositions) {
  figure(`IME: ${language}: ${what}: nothing doubled, Enter in composition does not submit`, {},
         async (page, context) => {
           const posts = [];
           page.on('request', (request) => {
             if (request.method() === 'POST') posts.push(request.url());
           });
           const devTools = await context.newCDPSession(page);
           await openDesk(page, host.address());
           await emailField(page).fill('mara@example.org');
           await page.getByRole('button', {name: words['password.show_name']}).click();
           await passwordField(page).click();
           await page.keyboard.type('a');
           for (const text of steps) {
             await devTools.send('Input.imeSetComposition',
                                 {text, selectionStart: text.length, selectionEnd: text.length});
             await settled(page);
             assert.equal(await valueOf(page, 'sign_in/password'), `a${text}`);
           }
           // While it composes, the key that confirms reaches the page as 229.
           await devTools.send('Input.dispatchKeyEvent', {
             type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229});
           await devTools.send('Input.insertText', {text: committed});
           await settled(page);
           await page.keyboard.type('z');
           await settled(page);
           assert.equal(await valueOf(page, 'sign_in/password'), `a${committed}z`);
           assert.equal(await page.getByRole('alert').filter({hasText: /./}).count(), 0);
           assert.deepEqual(posts, []);
           // What was composed is what is sent.
           const sent = page.waitForRequest((request) => request.method() === 'POST');
           await page.keyboard.press('Enter');
           assert.equal((await sent).postDataJSON().password, `a${committed}z`);
         });
}

figure('IME: Enter that confirms a composition does not submit the form', {},
       async (page, context) => {
         const devTools = await context.newCDPSession(page);
         await openDesk(page, host.address());
         await emailField(page).click();
         await devTools.send('Input.imeSetComposition',
                             {text: 'やまだ', selectionStart: 3, selectionEnd: 3});
         // As browsers report it: an Enter of which the page is told that it belongs to the IME.
         const prevented = await page.evaluate(() => {
           const event = new KeyboardEvent('keydown', {
             key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true,
             cancelable: true,
           });
           document.activeElement.dispatchEvent(event);
           return event.defaultPrevented;
         });
         assert.ok(prevented);
         await settled(page);
         assert.equal(await page.getByRole('alert').filter({hasText: /./}).count(), 0);
       });
