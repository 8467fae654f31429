import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { checkCityPack } from '../../src/city-pack/check-city-pack.ts'
import type { Fault } from '../../src/city-pack/faults.ts'

/** A file of a pack as text, as bytes, changed from what it is, or left out. */
export type PackFile = string | Uint8Array | ((text: string) => string) | undefined
export type PackFiles = Record<string, PackFile>

// Hooks count from the moment a file is read: one that a running test adds would never be called.
const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

/** Writes a small pack without any fault into a folder, with some files changed by the test. */
export const aPack = async (changes: PackFiles = {}): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'kieznetz-pack-'))
  folders.push(folder)
  for (const name of new Set([...Object.keys(files), ...Object.keys(changes)])) {
    const change = name in changes ? changes[name] : files[name]
    const content = typeof change === 'function' ? change(files[name] ?? '') : change
    if (content !== undefined) await writeFile(join(folder, name), content)
  }
  return folder
}

/** Replaces what stands once in a file; a test that finds nothing to replace is wrong itself. */
export const swap = (old: string, replacement: string) => (text: string) => {
  if (!text.includes(old)) throw new Error(`"${old}" does not stand in the file.`)
  return text.replace(old, () => replacement)
}

export const packNow = Temporal.Instant.from('2026-11-23T08:00:00Z')

/** The faults of a small pack with these changes, in short. */
export const faultsIn = async (changes: PackFiles) => faultsOf(await aPack(changes))

export const faultsOf = async (folder: string) => {
  const { faults } = await checkCityPack({ folder, now: packNow })
  return Promise.all(faults.map(fault => inShort(folder, fault)))
}

/** The line and what stands there from the column on, so that a test shows whether both are right. */
const inShort = async (folder: string, { file, line, column, code, about }: Fault) => {
  const isText = !['empty-file', 'utf-16', 'binary', 'too-large'].includes(code)
  const source = isText ? await readFile(join(folder, file), 'utf8').catch(() => '') : ''
  const rest = source.split(/\r?\n/)[line - 1]?.slice(column - 1) ?? ''
  const there = /^[^;]{0,16}/.exec(rest)?.[0]
  return [`${file}:${line} ${code} ‹${there}›`, ...(about.meant ? [`→ ${about.meant}`] : [])].join(' ')
}

const square = (west: number) =>
  JSON.stringify([
    [west, 50],
    [west + 1, 50],
    [west + 1, 51],
    [west, 51],
    [west, 50],
  ])

const files: Record<string, string> = {
  'city.json': `{
  "id": "kleinstadt",
  "name": { "de": "KiEZ Kleinstadt", "en": "KiEZ Kleinstadt" },
  "place": { "de": "Kleinstadt", "en": "Kleinstadt" },
  "hosts": ["kleinstadt.localhost"],
  "timeZone": "Europe/Berlin",
  "country": "DE",
  "state": "HE",
  "languages": ["de", "en"],
  "colour": "#0a5560",
  "office": { "name": "Jugendamt" },
  "imprint": { "de": "Ein Beispiel." }
}
`,
  'districts.geojson': `{ "type": "FeatureCollection", "features": [
{ "type": "Feature", "id": "01", "properties": { "name": "Westend" }, "geometry": { "type": "Polygon", "coordinates": [${square(8)}] } },
{ "type": "Feature", "id": "02", "properties": { "name": "Dotzheim" }, "geometry": { "type": "Polygon", "coordinates": [${square(9)}] } }
] }
`,
  'district-aliases.csv': `alias;district
West;01
`,
  'district-indicators.csv': `district;indicator;value;unit;valid_from;valid_until;source
01;population;100;persons;2024-01-01;2025-01-01;Amt
01;population;110;persons;2025-01-01;;Amt
`,
  'providers.csv': `id;name;law;data_protection_officer;data_protection_email;authority;authority_url;example
awo;AWO;DSGVO;Stelle;datenschutz@example.org;Behörde;https://example.org;yes
caritas;Caritas;KDG;Stelle;datenschutz@example.org;Behörde;;yes
`,
  'centres.csv': `id;name;provider;district;street;phone;email;latitude;longitude;colour;step_free;example;about_de;about_en
kiez-westend;KiEZ Westend;awo;West;Hof 1;+49 611 1;hof@example.org;50.5;8.5;#7a2f5f;no;yes;Willkommen.;Welcome.
kiez-dotzheim;KiEZ Dotzheim;caritas;02;;;;;;#3f6b2a;yes;yes;;
`,
  'opening-hours.csv': `centre;weekday;opens;closes;note_de
kiez-westend;MO;09:00;12:00;
kiez-westend;MO;13:00;17:00;Bitte klingeln.
`,
  'quarters.csv': `id;name;district;centre;valid_from;children_under_3;children_3_to_5
altstadt;Altstadt;01;kiez-westend;2024-01-01;10;20
altstadt;Altstadt;01;kiez-dotzheim;2026-01-01;10;20
`,
  'school-holidays.csv': `school_year;kind;first;last
2026/27;christmas;2026-12-23;2027-01-12
2026/27;easter;2027-03-22;2027-04-03
`,
  'offers.csv': `id;centre;kind;format;topics;age_from;age_until;languages;price_cents;price_per;registration;counts;places;baby_places;bookable;registration_closes;place;title_de;summary_de;title_en
krabbelgruppe;kiez-westend;encounter;drop-in;baby,play;0;12;de,tr;0;;none;;;;;;Saal;Krabbelgruppe;Spielen;Crawling group
pekip;kiez-westend;education;course;baby;1;12;de;6000;course;required;child;8;4;course;2026-12-01;Gruppenraum;PEKiP;;
kochen;kiez-dotzheim;activity;event;food;;;de;300;session;required;household;6;;session;24;Küche;Kochen;;
`,
  'fiscal-years.csv': `year;budget;lead_minutes;closed_on;source;example
2020;2020-21;2340;2022-12-31;Plan;no
2021;2020-21;2340;;Plan;no
`,
  'budget.csv': `centre;year;amount_cents;source;example
kiez-westend;2020;6000000;Plan;no
kiez-westend;2021;6000000;Beispiel;yes
`,
  'decisions.csv': `id;budget;paper_number;link;body;decided_on;source;example;title_de;wording_de;effect_de
doppelt;2020-21;;;council;;Zeitung;no;Doppelt;Doppelt so viel.;Mehr Zeit.
`,
  'decision-stations.csv': `decision;station;reached_on;source;example
doppelt;council;2019-12-19;Zeitung;no
`,
  'decision-votes.csv': `decision;group;ayes;noes;abstentions;source;example
doppelt;Fraktion A;30;2;1;Beispiel;yes
`,
  'dates.csv': `offer;rule;weekday;nth;starts;ends;first;last;units;skip_school_holidays;skip_public_holidays;except;dates
krabbelgruppe;weekly;TU;;09:30;11:00;2026-11-24;2027-01-26;;yes;yes;;
pekip;weekly;WE;;10:00;11:30;2026-12-02;;8;no;yes;2026-12-30;
kochen;monthly;FR;last;17:00;;2026-11-27;2027-03-31;;no;yes;;
kochen;dates;;;12:00;14:00;;;;no;yes;;2026-12-05,2027-02-06
`,
}
