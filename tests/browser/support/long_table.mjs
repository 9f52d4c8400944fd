import {openDesk, settled, shows} from './desk.mjs';

/** Opens the member associations, of which there are so many: "Association 0", "Association 1", … */
export async function openTable(page, host, count) {
  await page.route('**/api/v1/ipma/member-associations', (route) => route.fulfill({json: {
    member_associations: Array.from({length: count}, (_, i) => ({
      short_name: `A${i}`, name: `Association ${i}`, country: 'SE',
      website: 'https://a.example/'}))}}));
  await openDesk(page, host.address('ipma', '#/member-associations'));
  await shows(page, 'Association 0');
  await settled(page);
}
