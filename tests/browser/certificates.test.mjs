// A certificate's page in a browser: its calendar file as an independent program reads it, and its
// proof on paper, whose QR code is read back from the print.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';

import ICAL from 'ical.js';
import jsQR from 'jsqr';

import {onBothHosts} from './support/both_hosts.mjs';
import {
  fillIn, isDrawn, openDesk, setPlain, settled, shows, submitButton,
} from './support/desk.mjs';
import {mara, words} from './support/hosts.mjs';
import {boxOf, picture} from './support/pixels.mjs';

const number = 'DE-24-B-01877';

async function openAs(page, host, fragment, text) {
  await openDesk(page, host.address('ipma', fragment));
  await fillIn(page, mara);
  await submitButton(page).press('Enter');
  await shows(page, text);
  await settled(page);
}

/** What a QR code in this box of the picture says; it has to lie on white there. */
function readCode(shot, box) {
  const scale = (length) => Math.round(length * shot.ratio);
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(scale);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * shot.width + x) * 4;
    pixels.set(shot.data.subarray(from, from + width * 4), row * width * 4);
  }
  return jsQR(pixels, width, height, {inversionAttempts: 'dontInvert'})?.data;
}

onBothHosts('the calendar file is a download that a calendar reads', {}, async (page, host) => {
  await openAs(page, host, `#/certificates/${number}`, words['certificate.calendar']);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', {name: words['certificate.calendar']}).press('Enter');
  const download = await saved;
  assert.equal(download.suggestedFilename(), `${number}.ics`);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  assert.deepEqual(events.map((event) => [String(event.startDate), String(event.endDate)]),
                   [['2029-03-17', '2029-03-18'], ['2029-09-17', '2029-09-18']]);
  assert.equal(events[0].summary,
               'IPMA Level B – Certified Senior Project Manager: last day of validity');
  assert.notEqual(events[0].uid, events[1].uid);
  assert.ok(events[0].description.includes(`/ipma/#/certificates/${number}`));
  const alarm = events[0].component.getFirstSubcomponent('valarm');
  assert.equal(String(alarm.getFirstPropertyValue('trigger')), '2028-09-17T09:00:00Z');
});

onBothHosts('the proof\'s QR code leads to the page that verifies it: on the screen, without a ' +
            'canvas, in the dark, and printed', {colorScheme: 'dark'}, async (page, host, context) => {
  await openAs(page, host, `#/proof/${number}`, words['proof.verify']);
  const code = page.getByRole('img', {name: /^QR code: /});
  await code.waitFor();
  await settled(page);
  const address = await page.locator('[id="proof/address"]').textContent();
  assert.match(address, new RegExp(`^${host.origin}/ipma/#/verify/[\\w-]{20,}$`));
  assert.equal(await code.getAttribute('aria-label'), `QR code: ${address}`);
  const read = async () => {
    await code.scrollIntoViewIfNeeded();
    await settled(page);
    return readCode(await picture(page), await boxOf(code));
  };
  assert.ok(await isDrawn(page));
  assert.equal(await read(), address);
  await setPlain(page, true);
  assert.equal(await read(), address);
  await setPlain(page, false);
  await page.emulateMedia({media: 'print'});
  assert.equal(await read(), address);
  for (const gone of ['header', 'footer', '[id="proof/back"]', '[id="proof/print"]']) {
    assert.equal(await page.locator(`#mirror ${gone}`).first().isVisible(), false, gone);
  }
  for (const shown of [mara.last_name, number, '17 March 2029', 'GPM', address,
                       'International Project Management Association']) {
    assert.ok(await page.locator('#proof').getByText(shown).first().isVisible(), shown);
  }
  const pdf = (await page.pdf({format: 'A4'})).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);  // one sheet
  const visitor = await context.newPage();
  await openDesk(visitor, address);
  await shows(visitor, words['verification.title']);
  await shows(visitor, number);
});

onBothHosts('"Print" opens the browser\'s dialog', {initScript: () => {
  self.printed = 0;
  self.print = () => { self.printed += 1; };
}}, async (page, host) => {
  await openAs(page, host, `#/proof/${number}`, words['proof.verify']);
  await page.getByRole('button', {name: words['proof.print'], exact: true}).press('Enter');
  await page.waitForFunction(() => self.printed === 1);
});

onBothHosts('what a QR code is made with is loaded with the first proof, not before', {},
            async (page, host) => {
  const loaded = [];
  page.on('request', (request) => {
    if (/\/qr\.[0-9a-f]+\.js$/.test(request.url())) loaded.push(request.url());
  });
  await openAs(page, host, `#/certificates/${number}`, words['certificate.proof']);
  assert.deepEqual(loaded, []);
  await page.getByRole('link', {name: words['certificate.proof']}).press('Enter');
  await page.getByRole('img', {name: /^QR code: /}).waitFor();
  assert.equal(loaded.length, 1);
});
