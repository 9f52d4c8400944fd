// Input methods: words that are composed, not typed.
import assert from 'node:assert/strict';

import {
  emailField, openDesk, passwordField, settled, shows, signIn, valueOf,
} from './support/desk.mjs';
import {figure, host} from './support/figures.mjs';
import {words} from './support/hosts.mjs';
import {
  activate, ana, atStep, createButton, fillStepOne, firstName, lastName,
} from './support/registration.mjs';

const yamada = {steps: ['ｙ', 'や', 'やｍ', 'やま', 'やまだ', '山田'], committed: '山田'};

/** Composes at the end of what is `typed` into the field already, and confirms it with Enter. */
async function compose(page, devTools, key, {typed = '', steps, committed}) {
  for (const text of steps) {
    await devTools.send('Input.imeSetComposition',
                        {text, selectionStart: text.length, selectionEnd: text.length});
    await settled(page);
    assert.equal(await valueOf(page, key), typed + text);
  }
  // While it composes, the key that confirms reaches the page as 229.
  await devTools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229});
  await devTools.send('Input.insertText', {text: committed});
  await settled(page);
  assert.equal(await valueOf(page, key), typed + committed);
}

/** What the page asks a server to change from now on. */
function postsOf(page) {
  const posts = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  return posts;
}

const noProblem = async (page) =>
  assert.equal(await page.getByRole('alert').filter({hasText: /./}).count(), 0);

const compositions = [
  ['zh', 'zhongwen → 中文',
   {steps: ['z', 'zh', 'zhong', '中', '中w', '中wen', '中文'], committed: '中文'}],
  ['ja', 'yamada → 山田', yamada],
  ['ko', '한글 by jamo', {steps: ['ㅎ', '하', '한'], committed: '한'}],
  ['dead keys', '´ and e', {steps: ['´'], committed: 'é'}],
];

for (const [language, what, composition] of compositions) {
  figure(`IME: ${language}: ${what}: nothing doubled, Enter in composition does not submit`, {},
         async (page, context) => {
           const posts = postsOf(page);
           const devTools = await context.newCDPSession(page);
           await openDesk(page, host.address());
           await emailField(page).fill('mara@example.org');
           await page.getByRole('button', {name: words['password.show_name']}).click();
           await passwordField(page).click();
           await page.keyboard.type('a');
           await compose(page, devTools, 'sign_in/password', {...composition, typed: 'a'});
           await page.keyboard.type('z');
           await settled(page);
           const password = `a${composition.committed}z`;
           assert.equal(await valueOf(page, 'sign_in/password'), password);
           await noProblem(page);
           assert.deepEqual(posts, []);
           // What was composed is what is sent.
           const sent = page.waitForRequest((request) => request.method() === 'POST');
           await page.keyboard.press('Enter');
           assert.equal((await sent).postDataJSON().password, password);
         });
}

const names = [
  ['ja', {steps: ['ｈ', 'は', 'はｎ', 'はな', 'はなこ', '花子'], committed: '花子'}, yamada,
   '山田 花子'],
  ['ko', {steps: ['ㅁ', '미', '민'], committed: '민'}, {steps: ['ㄱ', '기', '김'], committed: '김'},
   '김 민'],
  ['dead keys', {typed: 'Zo', steps: ['¨'], committed: 'ë'},
   {typed: 'Andr', steps: ['´'], committed: 'é'}, 'Zoë André'],
];

for (const [language, first, last, name] of names) {
  figure(`IME: ${language}: ${name} registers: nothing doubled or sent early, the name is theirs`,
         {}, async (page, context) => {
           const member = {
             ...ana, email: `${language.replace(' ', '.')}@example.org`,
             first_name: (first.typed ?? '') + first.committed,
             last_name: (last.typed ?? '') + last.committed,
           };
           const posts = postsOf(page);
           const devTools = await context.newCDPSession(page);
           await openDesk(page, host.address('ipma', '#/register'));
           // Nothing but the names is missing: whatever submits now is sent.
           await fillStepOne(page, {...member, first_name: 'x', last_name: 'x'});
           for (const [field, key, composition] of [[firstName, 'first_name', first],
                                                    [lastName, 'last_name', last]]) {
             await field(page).fill(composition.typed ?? '');
             await compose(page, devTools, `registration/${key}`, composition);
           }
           await atStep(page, 1);
           await noProblem(page);
           assert.deepEqual(posts, []);
           await createButton(page).click();
           await atStep(page, 2);
           await createButton(page).click();
           await atStep(page, 3);
           await activate(page, host);
           await signIn(page, member);
           await shows(page, name);
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
         await noProblem(page);
       });
