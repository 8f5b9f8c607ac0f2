import type { FiredRule } from '../eligibility/cited.rules.ts';
import { addMonths, addYears, calendarDate, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { invalid, type Refusal } from '../kernel/refusal.ts';
import { firedOnPack, type PackRuleKey } from './pack-cited.rules.ts';

/** What a certified copy shows. */
export const documentUses = {
  IDENTITY: 'Who you are.',
  ADDRESS: 'Where you live.',
  NAME_CHANGE: 'That your name has changed.',
} as const;
/** What a certified copy shows. */
export type DocumentUse = keyof typeof documentUses;

/** The papers that HCPC takes, as far as its list could be read (H17). */
export const documentKinds = {
  PASSPORT: 'Passport',
  DRIVING_LICENCE: 'Full driving licence',
  NATIONAL_IDENTITY_CARD: 'National identity card',
  UTILITY_BILL: 'Utility bill',
  STATEMENT: 'Bank, building society, card or mortgage statement',
  COUNCIL_TAX_BILL: 'Council tax bill',
  CHANGE_OF_NAME: 'Evidence of a change of name',
} as const;
/** A kind of paper. */
export type DocumentKind = keyof typeof documentKinds;

/** What each kind of paper may show. */
export const usesOfKind: Readonly<Record<DocumentKind, readonly DocumentUse[]>> = {
  PASSPORT: ['IDENTITY'],
  DRIVING_LICENCE: ['IDENTITY', 'ADDRESS'],
  NATIONAL_IDENTITY_CARD: ['IDENTITY'],
  UTILITY_BILL: ['ADDRESS'],
  STATEMENT: ['ADDRESS'],
  COUNCIL_TAX_BILL: ['ADDRESS'],
  CHANGE_OF_NAME: ['NAME_CHANGE'],
};

/** A certified copy and what stands on it, as its owner has ticked it off. */
export interface CertifiedDocumentFacts {
  readonly id: string;
  readonly version: number;
  readonly use: DocumentUse;
  readonly kind: DocumentKind;
  /** The date on a bill or statement; null where the paper has none or it was not given. */
  readonly issuedOn: CalendarDate | null;
  readonly certifierName: string | null;
  /** Professional title, for example "solicitor". */
  readonly certifierTitle: string | null;
  readonly certifierContact: string | null;
  /** The date beside the certifier’s signature; null where there is none. */
  readonly certifiedOn: CalendarDate | null;
  /** That the copy bears the words that it is a true copy of the original the certifier has seen. */
  readonly hasWords: boolean;
  readonly hasSignature: boolean;
  /** The owner has said that they certified it themselves. */
  readonly isCertifiedByApplicant: boolean;
  /** The file that it is a copy of, where that is kept here, and what its owner calls it. */
  readonly evidenceId: string | null;
  readonly evidenceTitle: string | null;
}

/** What is asked of a certified copy. */
export const documentConditions = {
  CERTIFIED_BY_ANOTHER: 'Somebody else than you certified it.',
  HAS_THE_WORDS: 'It bears the words of a true copy.',
  IS_SIGNED: 'The certifier signed it.',
  IS_DATED: 'The certificate is dated.',
  NAMES_THE_CERTIFIER: 'Name, professional title and contact details of the certifier stand on it.',
  CERTIFIED_LATELY: 'It was certified within six months.',
  ISSUED_LATELY: 'The bill or statement is not too old.',
} as const;
/** A condition on a certified copy. */
export type DocumentCondition = keyof typeof documentConditions;

/** One condition, met or not. */
export interface DocumentCheck {
  readonly condition: DocumentCondition;
  readonly isMet: boolean;
  /** False where we only tell of it. */
  readonly isNeeded: boolean;
  readonly message: string;
  readonly help: string;
  readonly rule: FiredRule;
}

/** Months that a bill and a certificate are good for (H17; for certificates assumed). */
const goodForMonths = 6;

/** Two spellings of one name: capitals, accents, hyphens, spaces and titles in front do not matter. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replace(/^(mr|mrs|ms|miss|mx|dr|prof)\b\.?/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The first day on which a council tax bill was of the year of a date (assumed: 1 April). */
const councilTaxYearOf = (date: CalendarDate): CalendarDate => {
  const april = calendarDate(`${date.slice(0, 4)}-04-01`);
  return date >= april ? april : addYears(april, -1);
};

const check = (
  condition: DocumentCondition,
  key: PackRuleKey,
  isMet: boolean,
  [met, unmet, help]: readonly [string, string, string],
  isNeeded = true,
): DocumentCheck => ({
  condition,
  isMet,
  isNeeded,
  message: isMet ? met : unmet,
  help: isMet ? '' : help,
  rule: firedOnPack(key),
});

const ageOf = ({ kind, use, issuedOn }: CertifiedDocumentFacts, applicationOn: CalendarDate): DocumentCheck[] => {
  if (use !== 'ADDRESS' || kind === 'DRIVING_LICENCE') return [];
  const another = 'Get a newer one, and have a copy of it certified.';
  if (kind === 'COUNCIL_TAX_BILL') {
    const from = councilTaxYearOf(applicationOn);
    return [
      check('ISSUED_LATELY', 'COUNCIL_TAX_BILL_OF_THE_YEAR', issuedOn !== null && issuedOn >= addMonths(from, -2), [
        'It is the bill of this year.',
        issuedOn === null
          ? 'The date of the bill is not given.'
          : `It is not the bill of the year from ${inWords(from)}.`,
        issuedOn === null ? 'Give the date on the bill.' : another,
      ]),
    ];
  }
  const until = issuedOn === null ? null : addMonths(issuedOn, goodForMonths);
  return [
    check('ISSUED_LATELY', 'ADDRESS_PAPER_IS_SIX_MONTHS_OLD_AT_MOST', until !== null && applicationOn <= until, [
      `It is good for applications until ${until === null ? '' : inWords(until)}.`,
      until === null
        ? 'The date on it is not given.'
        : `It will be older than six months on ${inWords(applicationOn)}: it was good until ${inWords(until)}.`,
      until === null ? 'Give the date on the bill or statement.' : another,
    ]),
  ];
};

/** Everything that is asked of a certified copy for an application on a day. */
export const checksOfDocument = (
  facts: CertifiedDocumentFacts,
  applicant: { readonly names: readonly string[] },
  applicationOn: CalendarDate,
): readonly DocumentCheck[] => {
  const { certifierName, certifierTitle, certifierContact, certifiedOn } = facts;
  const isSame = certifierName !== null && applicant.names.some((name) => plain(name) === plain(certifierName));
  const lacking = [
    certifierName === null ? ['name'] : [],
    certifierTitle === null ? ['professional title'] : [],
    certifierContact === null ? ['contact details'] : [],
  ].flat();
  const goodUntil = certifiedOn === null ? null : addMonths(certifiedOn, goodForMonths);
  return [
    check('CERTIFIED_BY_ANOTHER', 'CERTIFIER_IS_ANOTHER', !isSame && !facts.isCertifiedByApplicant, [
      'Certified by somebody else.',
      'It was certified by you, the one who applies.',
      'Ask somebody else, for example a registered professional, a solicitor, an accountant or a teacher.',
    ]),
    check('HAS_THE_WORDS', 'CERTIFICATE_IS_WHOLE', facts.hasWords, [
      'It bears the words of a true copy.',
      'The words that it is a true copy of the original, seen by the certifier, are missing.',
      'Ask the certifier to write them on the copy.',
    ]),
    check('IS_SIGNED', 'CERTIFICATE_IS_WHOLE', facts.hasSignature, [
      'It is signed.',
      'The certifier’s signature is missing.',
      'Ask the certifier to sign the copy.',
    ]),
    check('IS_DATED', 'CERTIFICATE_IS_WHOLE', certifiedOn !== null, [
      `The certificate is dated ${certifiedOn === null ? '' : inWords(certifiedOn)}.`,
      'The date of the certificate is missing.',
      'Ask the certifier to write the date on the copy.',
    ]),
    check('NAMES_THE_CERTIFIER', 'CERTIFICATE_IS_WHOLE', lacking.length === 0, [
      'It names the certifier.',
      `Of the certifier these are missing: ${new Intl.ListFormat('en-GB').format(lacking)}.`,
      'Ask the certifier to write them on the copy.',
    ]),
    ...(goodUntil === null
      ? []
      : [
          check(
            'CERTIFIED_LATELY',
            'CERTIFICATE_IS_SIX_MONTHS_OLD_AT_MOST',
            applicationOn <= goodUntil,
            [
              `The certificate is good until ${inWords(goodUntil)}, as we read it.`,
              `It will be more than six months since it was certified on ${inWords(applicationOn)}.`,
              'Ask HCPC whether it takes an older certificate, or have the copy certified again.',
            ],
            false,
          ),
        ]),
    ...ageOf(facts, applicationOn),
  ];
};

/** The longest name, title and contact that are kept. */
export const documentTextAtMost = 200;

/** What cannot be kept of a certified copy. That something is missing on it is no fault: it is shown, and can be mended. */
export const faultsOfDocument = (
  facts: Omit<CertifiedDocumentFacts, 'id' | 'version' | 'evidenceId' | 'evidenceTitle'>,
  today: CalendarDate,
): readonly Refusal[] => [
  ...(usesOfKind[facts.kind].includes(facts.use)
    ? []
    : [invalid('kind', 'This paper does not show that.', 'Choose another paper, or what it shows.')]),
  ...(['issuedOn', 'certifiedOn'] as const).flatMap((field) =>
    facts[field] !== null && facts[field] > today
      ? [invalid(field, 'This date lies in the future.', 'Give the date as it stands on the paper.')]
      : [],
  ),
  ...(['certifierName', 'certifierTitle', 'certifierContact'] as const).flatMap((field) => {
    const text = facts[field] ?? '';
    return text.length > documentTextAtMost || /\p{Cc}/u.test(text) || !text.isWellFormed()
      ? [
          invalid(
            field,
            'This is too long, or holds signs that cannot be kept.',
            `Give at most ${documentTextAtMost} characters in one line.`,
          ),
        ]
      : [];
  }),
];
