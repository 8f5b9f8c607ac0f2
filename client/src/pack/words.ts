import type {
  CounterSignatureState,
  DaySigning,
  DocumentKind,
  DocumentUse,
  UpdatingKind,
} from '../generated/graphql.ts';

/** The kinds of updating as the form has them. */
export const kindWords: Readonly<Record<UpdatingKind, string>> = {
  SUPERVISED: 'Supervised practice',
  FORMAL: 'Formal study',
  PRIVATE: 'Private study',
};

/** How far a day is signed. */
export const signingWords: Readonly<Record<DaySigning, string>> = {
  SIGNED: 'Signed by the supervisor',
  PROVISIONAL: 'Signed, provisional',
  WAITING: 'Waits for the supervisor',
  UNSIGNED: 'Not signed',
  NOT_NEEDED: 'No signature needed',
};

/** How the signature on the cover sheet stands, to the one who asks for it. */
export const counterSignatureWords: Readonly<Record<CounterSignatureState, string>> = {
  NAMED: 'Named, and not asked yet',
  ASKED: 'Asked, and has not answered yet',
  SIGNED: 'Signed',
  SENT_BACK: 'Sent back with a comment',
  TAKEN_BACK: 'The signature was taken back',
  REPLACED: 'Somebody else was named since',
};

/** What a certified copy shows. */
export const usesInWords: Readonly<Record<DocumentUse, string>> = {
  IDENTITY: 'Who you are',
  ADDRESS: 'Where you live',
  NAME_CHANGE: 'That your name has changed',
};

/** The papers that can be chosen, with what each may show. */
export const documentWords: readonly {
  readonly value: DocumentKind;
  readonly label: string;
  readonly uses: readonly DocumentUse[];
}[] = [
  { value: 'PASSPORT', label: 'Passport', uses: ['IDENTITY'] },
  { value: 'DRIVING_LICENCE', label: 'Full driving licence', uses: ['IDENTITY', 'ADDRESS'] },
  { value: 'NATIONAL_IDENTITY_CARD', label: 'National identity card', uses: ['IDENTITY'] },
  { value: 'UTILITY_BILL', label: 'Utility bill', uses: ['ADDRESS'] },
  { value: 'STATEMENT', label: 'Bank, building society, card or mortgage statement', uses: ['ADDRESS'] },
  { value: 'COUNCIL_TAX_BILL', label: 'Council tax bill', uses: ['ADDRESS'] },
  { value: 'CHANGE_OF_NAME', label: 'Evidence of a change of name', uses: ['NAME_CHANGE'] },
];

/** A paper in words. */
export const sayDocument = (kind: DocumentKind): string =>
  documentWords.find(({ value }) => value === kind)?.label ?? kind;
