import { routes, type UpdatingKind } from '../eligibility/outcome.rules.ts';
import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { documentKinds, documentUses } from './certified-document.rules.ts';
import { counterSignatureStates } from './counter-signature.rules.ts';
import { sayAsDays, sayMinutes } from './pack-findings.rules.ts';
import { daySignings, type Pack, type PackCheck, type PackDay } from './pack-record.rules.ts';

/** A piece of a document, whatever form it takes. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first cell of each row names the row. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    };
/** A column of a table. */
export interface Column {
  readonly heading: string;
  /** How wide it is beside the others. */
  readonly weight: number;
}
/** A document in words alone: what it looks like is for each form to decide. */
export interface PlainDocument {
  readonly title: string;
  readonly language: string;
  readonly blocks: readonly Block[];
}

/** The kinds in the words of the form. */
export const kindTitles: Readonly<Record<UpdatingKind, string>> = {
  SUPERVISED: 'Supervised practice',
  FORMAL: 'Formal study',
  PRIVATE: 'Private study',
};

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
const table = (caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];
const column = (of: string, weight = 1): Column => ({ heading: of, weight });
/** A table of labels with their values. */
const facts = (caption: string, rows: readonly (readonly [string, string])[]): Block[] =>
  table(caption, [column('What', 2), column('Answer', 3)], rows);

const hours = (minutes: number): string => `${sayMinutes(minutes)} (${sayAsDays(minutes)})`;
const day = (date: CalendarDate | null): string => (date === null ? 'not given' : inWords(date));
const yesOrNo = (is: boolean): string => (is ? 'Yes' : 'No');
const sayCheck = ({ isMet, message, rule }: PackCheck): string =>
  `${isMet ? 'Met' : 'Not met'}: ${message}${rule.assumed ? ' (assumed)' : ''}`;

const sayFinding = ({ sentence, help }: Pack['findings'][number]): string => `${sentence} ${help}`.trim();

const readiness = ({ findings }: Pack): Block[] => {
  const stops = findings.filter((one) => one.stops);
  const notes = findings.filter((one) => !one.stops);
  return [
    ...(stops.length === 0
      ? [paragraph('Nothing that we check is missing.')]
      : [heading(2, 'Not ready to send'), paragraph('These things are missing:'), ...list(stops.map(sayFinding))]),
    ...(notes.length === 0 ? [] : [heading(2, 'Good to know'), ...list(notes.map(sayFinding))]),
  ];
};

const coverSheet = ({ cover, ...pack }: Pack): Block[] => {
  const who: (readonly [string, string])[] = [
    ['Name', pack.name],
    ...(pack.preferredName === null ? [] : [['Called', pack.preferredName] as const]),
    ['Returning to', pack.fieldOfPractice],
    ['Registration number', pack.hcpcNumber ?? 'not given'],
    ['Way back', pack.route === null ? 'not settled' : routes[pack.route]],
    [
      'Application',
      `${inWords(pack.applicationOn)}${pack.isApplicationDateNamed ? '' : ' (no day was named, so this is the day of preparation)'}`,
    ],
    ['Prepared', inWords(pack.preparedOn)],
  ];
  if (cover === null)
    return [heading(2, 'Cover sheet'), ...facts('Who applies', who), paragraph('No updating is asked for.')];
  const { requirement, window, counterSignature: signature } = cover;
  return [
    heading(2, 'Cover sheet'),
    ...facts('Who applies', who),
    heading(3, 'The updating in all'),
    ...facts('The updating in all', [
      ['Asked for', `${requirement.days} days (${sayMinutes(requirement.minutes)})`],
      ['Days that count', `${inWords(window.opensOn)} to ${inWords(window.closesOn)}`],
      ['First declared day', day(cover.from)],
      ['Last declared day', day(cover.until)],
      ['Declared', hours(cover.totalMinutes)],
      ['Missing', cover.shortfallMinutes === 0 ? 'nothing' : hours(cover.shortfallMinutes)],
    ]),
    ...table(
      'Totals by kind',
      [column('Kind', 2), column('Entries'), column('Declared', 2)],
      [
        ...cover.kinds.map(({ kind, minutes, entries }) => [kindTitles[kind], String(entries), hours(minutes)]),
        ['All', String(cover.kinds.reduce((all, { entries }) => all + entries, 0)), hours(cover.totalMinutes)],
      ],
    ),
    heading(3, 'Counter-signatory'),
    ...(signature === null
      ? [paragraph('No counter-signatory is named.')]
      : [
          ...facts('Counter-signatory', [
            ['Name of the counter-signatory', signature.name],
            ['Registration number of the counter-signatory', signature.hcpcNumber],
            ['Signature', counterSignatureStates[signature.state]],
            ['Signed', day(signature.signedOn)],
            ['Signed for these days', yesOrNo(signature.state === 'SIGNED' && !signature.isOutdated)],
          ]),
          ...list(signature.checks.map(sayCheck)),
        ]),
    paragraph(
      'The signature confirms what is declared here about the whole updating. It does not say that anybody is competent: only HCPC decides about readmission.',
    ),
  ];
};

const daysTable = (caption: string, days: readonly PackDay[], isSupervised: boolean): Block[] =>
  table(
    caption,
    [
      column('Day', 2),
      column('Hours', 2),
      column('Activity', 4),
      ...(isSupervised ? [column('Signature', 3)] : []),
      column('Counts until', 2),
    ],
    days.map((one) => [
      inWords(one.on),
      sayMinutes(one.minutes),
      `${one.activity ?? 'not noted'}${one.isPaidPost ? ' (paid post)' : ''}`,
      ...(isSupervised
        ? [
            one.signing === 'SIGNED' && one.signedOn !== null
              ? `Signed by ${one.signedBy ?? 'the supervisor'} on ${inWords(one.signedOn)}`
              : daySignings[one.signing],
          ]
        : []),
      inWords(one.countsUntil),
    ]),
  );

const total = (days: readonly PackDay[]): string => hours(days.reduce((all, { minutes }) => all + minutes, 0));

const updating = (pack: Pack): Block[] =>
  pack.cover === null
    ? []
    : [
        heading(2, kindTitles.SUPERVISED),
        ...(pack.supervised.length === 0 ? [paragraph('None is declared, and none is needed by the rules.')] : []),
        ...pack.supervised.flatMap((one) => {
          const who = one.supervisorName ?? 'No supervisor known';
          const where = one.siteName === null ? who : `${who}, ${one.siteName}`;
          return [
            heading(3, where),
            ...facts(`Supervision: ${where}`, [
              ['Supervisor', who],
              ['Registration number of the supervisor', one.supervisorHcpcNumber ?? 'not known here'],
              ['Site', one.siteName ?? 'not known'],
              ['First and last day', `${inWords(one.from)} to ${inWords(one.until)}`],
              ['Declared under this supervisor', hours(one.minutes)],
              ['Of that signed', hours(one.signedMinutes)],
            ]),
            ...list(one.checks.map(sayCheck)),
            ...daysTable(`Days under ${where}`, one.days, true),
          ];
        }),
        heading(2, kindTitles.FORMAL),
        paragraph(`In all: ${total(pack.formal)}.`),
        ...daysTable('Days of formal study', pack.formal, false),
        heading(2, kindTitles.PRIVATE),
        paragraph(`In all: ${total(pack.private)}. At most half of what is asked for counts.`),
        ...daysTable('Days of private study', pack.private, false),
        ...(pack.leftOut.length === 0
          ? []
          : [
              heading(2, 'Left off'),
              ...table(
                'Hours of the log that are not declared',
                [column('Day', 2), column('Kind', 2), column('Hours', 2), column('Why', 5)],
                pack.leftOut.map(({ on, kind, minutes, explanation }) => [
                  inWords(on),
                  kindTitles[kind],
                  sayMinutes(minutes),
                  explanation,
                ]),
              ),
            ]),
        ...(pack.expiries.length === 0
          ? []
          : [
              heading(2, 'Days that drop out'),
              ...table(
                'When declared hours stop counting, unless the application is made before',
                [column('Drops out on', 2), column('Hours', 3)],
                pack.expiries.map(({ dropsOutOn, minutes }) => [inWords(dropsOutOn), hours(minutes)]),
              ),
            ]),
      ];

const papers = ({ documents, needsDocuments }: Pack): Block[] => [
  heading(2, 'Certified copies'),
  ...(documents.length === 0
    ? [paragraph(needsDocuments ? 'None is ticked off yet.' : 'None is asked for on this way back, as we read it.')]
    : []),
  ...documents.flatMap((paper) => [
    heading(3, `${documentKinds[paper.kind]}: ${documentUses[paper.use].toLowerCase().replace(/\.$/, '')}`),
    ...facts(documentKinds[paper.kind], [
      ['Date on the paper', day(paper.issuedOn)],
      ['Certified by', paper.certifierName ?? 'not given'],
      ['Professional title', paper.certifierTitle ?? 'not given'],
      ['Contact details', paper.certifierContact ?? 'not given'],
      ...(paper.evidenceTitle === null ? [] : ([['File that it is a copy of', paper.evidenceTitle]] as const)),
      ['Certified on', day(paper.certifiedOn)],
      ['Words of a true copy', yesOrNo(paper.hasWords)],
      ['Signature of the certifier', yesOrNo(paper.hasSignature)],
    ]),
    ...list(
      paper.checks.map(
        ({ isMet, message, rule }) => `${isMet ? 'Met' : 'Not met'}: ${message}${rule.assumed ? ' (assumed)' : ''}`,
      ),
    ),
  ]),
];

const declarations = (pack: Pack): Block[] => [
  heading(2, 'Declarations'),
  paragraph('HCPC asks you to declare these. Nobody has answered them for you: you do that yourself on HCPC’s form.'),
  ...table(
    'What HCPC asks you to declare',
    [column('About', 2), column('What it is', 4), column('Page of HCPC', 4), column('Your answer', 2)],
    pack.declarations.map(({ title, explanation, link }) => [title, explanation, link.url, 'not answered here']),
  ),
  heading(2, 'Your signature'),
  ...facts('Your signature', [
    ['Signature of the person who applies', ' '],
    ['Date of the signature', ' '],
  ]),
];

/** The pack in words: what the page to print and the PDF both show. */
export const packDocumentOf = (pack: Pack): PlainDocument => ({
  title: `Return to practice: papers of ${pack.name}`,
  language: 'en-GB',
  blocks: [
    heading(1, `Return to practice: papers of ${pack.name}`),
    paragraph(
      'Laid out in the order of HCPC’s return to practice form, from the record in Return to Practice. This is not a form of HCPC, and HCPC alone decides about readmission.',
    ),
    ...readiness(pack),
    ...coverSheet(pack),
    ...updating(pack),
    ...papers(pack),
    ...declarations(pack),
  ],
});
