import type { ToldTable } from './personal-columns.rules.ts';

/** A change of a record as it is told. */
export interface ToldChange {
  readonly at: string;
  readonly what: string;
  readonly values: unknown;
}

/** Everything that is told about somebody. */
export interface Told {
  readonly madeAt: string;
  readonly tables: readonly ToldTable[];
  readonly changes: readonly ToldChange[];
  readonly mails: readonly ToldChange[];
  readonly files: readonly { readonly name: string; readonly title: string | null }[];
  readonly kept: readonly { readonly what: readonly string[]; readonly why: string }[];
}

/** What is not in an export, and why. */
export const leftOut: readonly string[] = [
  'Ids and version numbers: of use to programs alone.',
  'Your password and the links to sign in: only hashes of them are kept, from which nobody can find them.',
  'What is about other people: addresses and numbers of supervisors, and who of the staff did something.',
  'What an assessor is still writing: it is told once it is submitted.',
];

/** The same data for programs. */
export const jsonOf = ({ tables, ...told }: Told): string =>
  JSON.stringify(
    {
      service: 'Return to Practice',
      ...told,
      leftOut,
      tables: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
    },
    null,
    2,
  );

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** A column's name as words: `on_date` is "On date". */
const inWords = (column: string): string => {
  const words = column
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
const said = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return moment.format(value);
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(said).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${inWords(name)}: ${said(part)}`)
      .join(', ');
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
};

const facts = (row: Readonly<Record<string, unknown>>): string =>
  `<dl>${Object.entries(row)
    .map(([column, value]) => `<dt>${escape(inWords(column))}</dt><dd>${escape(said(value))}</dd>`)
    .join('')}</dl>`;

const section = (heading: string, id: string, body: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escape(heading)}</h2>${body}</section>`;
const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const changed = (changes: readonly ToldChange[]): string =>
  changes
    .map(
      ({ at, what, values }) =>
        `<h3>${escape(inWords(what))}, ${escape(moment.format(new Date(at)))}</h3><p>${escape(said(values))}</p>`,
    )
    .join('');

/** The same data for people: one page that needs nothing else, and prints. */
export const htmlOf = ({ madeAt, tables, changes, mails, files, kept }: Told): string => {
  const parts = [
    ...tables.map(({ table, label, rows }) => [
      label,
      table,
      rows
        .map((row, index) => `${rows.length > 1 ? `<h3>${index + 1} of ${rows.length}</h3>` : ''}${facts(row)}`)
        .join(''),
    ]),
    ...(files.length === 0
      ? []
      : [
          [
            'Your files',
            'files',
            list(files.map(({ name, title }) => `<a href="${escape(name)}">${escape(title ?? 'Not filed')}</a>`)),
          ],
        ]),
    ...(changes.length === 0 ? [] : [['What was changed', 'changes', changed(changes)]]),
    ...(mails.length === 0 ? [] : [['Mail of the last 30 days', 'mails', changed(mails)]]),
    ['What is not in here', 'left-out', list(leftOut.map(escape))],
    [
      'What would be kept if you asked to be erased',
      'kept',
      list(kept.map(({ what, why }) => `<strong>${escape(what.join(', '))}.</strong> ${escape(why)}`)),
    ],
  ] as const;
  const contents = list(parts.map(([heading, id]) => `<a href="#${id}">${escape(heading ?? '')}</a>`));
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Everything Return to Practice holds about you</title><style>body{font:1.1rem/1.5 Arial,sans-serif;max-width:46em;margin:2em auto;padding:0 1em}` +
    `dl{display:grid;grid-template-columns:minmax(8em,1fr) 2fr;gap:.2em 1em}dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}@media print{a{color:inherit}}</style></head>` +
    `<body><main><h1>Everything Return to Practice holds about you</h1><p>Made on ${escape(moment.format(new Date(madeAt)))}. The file my-data.json holds the same for programs.</p>` +
    `<nav aria-label="Contents">${contents}</nav>${parts.map(([heading, id, body]) => section(heading ?? '', id ?? '', body ?? '')).join('')}</main></body></html>\n`
  );
};
