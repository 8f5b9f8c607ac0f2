import type { Pack, PackFinding } from './pack-record.rules.ts';

/** Things to send that are ready once the pack says so, and are not ticked by hand. */
const stepsByPack = ['RETURN_TO_PRACTICE_FORM', 'IDENTITY_DOCUMENT', 'ADDRESS_DOCUMENT'] as const;
/** Something to send that follows the pack. */
type StepByPack = (typeof stepsByPack)[number];

/** Whether something to send follows the pack. */
export const followsPack = (key: string): key is StepByPack => (stepsByPack as readonly string[]).includes(key);

/** What the pack still misses for each of them; empty where it is ready. */
export type PackMisses = Readonly<Record<StepByPack, readonly PackFinding[]>>;

/** What stands in the way of the form and of each certified copy. */
export const packMisses = ({ findings, documents }: Pick<Pack, 'findings' | 'documents'>): PackMisses => {
  const stopping = findings.filter(({ stops }) => stops);
  const ofCopies = (use: 'IDENTITY' | 'ADDRESS'): PackFinding[] =>
    stopping.filter(
      ({ section, code, recordId }) =>
        section === 'DOCUMENTS' &&
        (code === `${use}_DOCUMENT_MISSING` || documents.some((copy) => copy.id === recordId && copy.use === use)),
    );
  return {
    RETURN_TO_PRACTICE_FORM: stopping.filter(({ section }) => section !== 'DOCUMENTS'),
    IDENTITY_DOCUMENT: ofCopies('IDENTITY'),
    ADDRESS_DOCUMENT: ofCopies('ADDRESS'),
  };
};
