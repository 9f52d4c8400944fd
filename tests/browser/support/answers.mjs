// Answers of the API for screens that show them: as long and as various as real ones, and the same on
// every machine.
const days = (title, starts, ends, more) => ({
  association: 'ipma', kind: 'course', summary: '', place: 'Online', member_association: '',
  organisation: '', link: '', title, starts, ends, id: title.toLowerCase().replace(/\W+/g, '-'),
  ...more,
});

const education = {offers: [
  days('Agile leadership in practice', '2027-01-18', '2027-01-20', {
    place: 'Ljubljana', member_association: 'ZPM', organisation: 'Alpine Project School',
    summary: 'Three days about leading teams that organise themselves: goals, feedback and the ' +
      'courage to let go. With exercises from projects of the participants.',
    link: 'https://school.example/agile-leadership'}),
  days('From project to portfolio', '2027-02-01', '2027-05-28', {
    kind: 'programme', member_association: 'GPM',
    summary: 'Four modules in four months that prepare for the certification of level B.'}),
  days('Risiken früh erkennen – Überblick für Einsteigerinnen', '2027-03-08', '2027-03-08'),
]};

const events = {offers: [
  days('World Congress', '2027-09-21', '2027-09-23', {
    kind: 'event', place: 'Rio de Janeiro', summary: 'Three days, four tracks, one theme.',
    link: 'https://congress.example/'}),
  days('Meeting of the special interest group “Large projects”', '2027-01-14', '2027-01-14', {
    kind: 'event', organisation: 'SIG Large Projects'}),
]};

const memberAssociations = {member_associations: [
  {short_name: 'GPM', name: 'Deutsche Gesellschaft für Projektmanagement', country: 'DE',
   website: 'https://gpm.example/'},
  {short_name: 'PMAJ', name: '日本プロジェクトマネジメント協会', country: 'JP', website: ''},
  {short_name: 'ZPM', name: 'Slovensko združenje za projektni management', country: 'SI',
   website: 'https://zpm.example/'},
]};

const organisations = {organisations: [
  {name: 'Alpine Project School', country: 'SI', website: 'https://school.example/',
   summary: 'Courses for levels C and D, in Slovene, German and English.'},
  {name: 'Instituto de Proyectos', country: 'ES', website: '',
   summary: 'Programmes for public administrations.'},
]};

const policy = {
  id: 'privacy-policy', title: 'Privacy Policy', version: '2026-11', sections: [
    {heading: '', points: [], paragraphs: [
      'This policy tells which data about you we keep, why, for how long, and what you can ask of us.']},
    {heading: 'What we keep', paragraphs: ['Of members:'], points: [
      'your name, e-mail address and country', 'your certificates and the badges made of them',
      'when you signed in, and from which kind of device']},
    {heading: 'Whom to ask', points: [], paragraphs: ['Write to support@ipma.example.']},
  ],
};

const found = {hits: [
  {kind: 'text', id: 'privacy-policy', title: 'Privacy Policy',
   about: 'your certificates and the badges made of them'},
  {kind: 'education', id: 'agile-leadership-in-practice', title: 'Agile leadership in practice',
   about: '18–20 January 2027 · Ljubljana'},
  {kind: 'event', id: 'world-congress', title: 'World Congress', about: ''},
  {kind: 'member_association', id: '', title: 'Slovensko združenje za projektni management',
   about: 'Slovenia'},
  {kind: 'organisation', id: '', title: 'Alpine Project School', about: 'Slovenia'},
]};

const certificates = {certificates: [
  {number: 'SI-23-C-00417', title: 'IPMA Level C – Certified Project Manager', owner: 'A… K…',
   issuer: 'ZPM', awarded: '2023-05-12', valid_until: '2028-05-11'},
  {number: 'SI-19-D-01152', title: 'IPMA Level D – Certified Project Management Associate',
   owner: 'A… K…', issuer: 'ZPM', awarded: '2019-10-03', valid_until: '2024-10-02'},
]};

const member = (id, first_name, last_name, more) => ({
  member_id: id, first_name, last_name, certificates: [], ...more,
});

const ida = {
  job_title: 'Programme lead', company: 'Skyline Works', country_of_origin: 'SE',
  member_association: 'ZPM',
};

const directory = {after: 'more', members: [
  member('ida', 'Ida', 'Berg', ida),
  member('amara', 'Amara', 'Okonkwo-Lindqvist', {
    job_title: 'Head of the project management office', company: 'Nordic Rail Infrastructure',
    country_of_origin: 'NG', member_association: 'GPM'}),
  member('private', 'Jean-Baptiste', 'de la Fontaine', {}),
  member('general', 'Tomáš', 'Novák', {job_title: 'Scrum master', member_association: 'SPŘ'}),
  member('hanako', '花子', '山田', {country_of_origin: 'JP', company: '山田建設'}),
  member('long', 'Wolfeschlegelsteinhausenbergerdorff', 'Donaudampfschifffahrtsgesellschaft', {
    job_title: 'Portfolio manager', country_of_origin: 'GB', member_association: 'GPM'}),
]};

const memberPage = member('ida', 'Ida', 'Berg', {
  ...ida, email: 'ida.berg@example.org', industry: 'Construction', year_of_birth: 1979,
  gender: 'female',
  biography: 'I have led bridges and tunnels for twenty years, from the first sketch to the day on ' +
    'which the last fence comes down.\nToday I help young teams to plan what cannot be planned, and ' +
    'assess candidates for levels C and B.',
  certificates: [
    {number: 'SI-24-B-01877', title: 'IPMA Level B – Certified Senior Project Manager',
     issuer: 'ZPM', awarded: '2024-03-18', valid_until: '2029-03-17', state: 'valid'},
    {number: 'SI-22-A-00412', title: 'IPMA Agile Leader Level B – Certified Senior Agile Leader',
     issuer: 'ZPM', awarded: '2022-02-11', valid_until: '2027-02-10', state: 'expiring'},
    {number: 'SI-16-D-22140', title: 'IPMA Level D – Certified Project Management Associate',
     issuer: 'ZPM', awarded: '2016-05-23', valid_until: '2021-05-22', state: 'expired'},
  ],
});

const bodies = new Map([
  ['education', education], ['events', events], ['member-associations', memberAssociations],
  ['organisations', organisations], ['texts/privacy-policy', policy], ['search/project', found],
  ['search/nothing', {hits: []}],
  ['directory', directory], ['members/ida', memberPage],
  ['members/private', member('private', 'Jean-Baptiste', 'de la Fontaine', {})],
  ['registrations', {registration: 'A'.repeat(43)}], ['registrations/search', certificates],
  ['registrations/complete', null], ['registrations/mail', null], ['password-resets', null],
  ['email', null], ['email/confirmations', null],
  ['newsletter/subscriptions', null], ['newsletter/confirmations', null],
]);

/** From now on the page gets these answers; what is not among them comes from the host. */
export const answerAll = (page) => page.route('**/api/v1/ipma/**', (route) => {
  const path = new URL(route.request().url()).pathname.replace('/api/v1/ipma/', '');
  if (!bodies.has(path)) return route.fallback();
  const body = bodies.get(path);
  if (body === null) return route.fulfill({status: 204});
  return route.fulfill({contentType: 'application/json', body: JSON.stringify(body)});
});

/** The next answer on this path is a problem. */
export const answerProblem = (page, path, status, code, more = {}) => page.route(
  `**/api/v1/ipma/${path}`, (route) => route.fulfill({
    status, contentType: 'application/problem+json',
    body: JSON.stringify({status, code, title: code, ...more})}));
