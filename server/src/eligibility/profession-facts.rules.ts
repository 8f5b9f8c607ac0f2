import type { PublishedRenewal } from '../organisations/profession.rules.ts';
import type { ProfessionAnswer } from './answers.rules.ts';

/** What the rules need to know of a profession. A test holds this against the reference data. */
export interface ProfessionFacts {
  /** For "returning to …"; never a protected title. */
  readonly fieldOfPractice: string;
  /** Null where HCPC does not register the profession. */
  readonly renewal: PublishedRenewal | null;
}

const facts = (fieldOfPractice: string, opens: string, deadline: string, year: number): ProfessionFacts => ({
  fieldOfPractice,
  renewal: { opens, deadline, year },
});

/** The professions one can choose, with the renewal HCPC last published (H24). */
export const professionFacts: Readonly<Record<ProfessionAnswer, ProfessionFacts>> = {
  AS: facts('arts therapies', '1 Mar', '31 May', 2026),
  BS: facts('biomedical science', '1 Sep', '30 Nov', 2025),
  CH: facts('podiatry', '1 May', '31 Jul', 2026),
  CS: facts('clinical science', '1 Jul', '30 Sep', 2025),
  DT: facts('dietetics', '1 Apr', '30 Jun', 2026),
  HAD: facts('hearing aid dispensing', '1 May', '31 Jul', 2026),
  ODP: facts('operating department practice', '1 Sep', '30 Nov', 2024),
  OR: facts('orthoptics', '1 Jun', '31 Aug', 2025),
  OT: facts('occupational therapy', '1 Aug', '31 Oct', 2025),
  PA: facts('paramedic practice', '1 Jun', '31 Aug', 2025),
  PH: facts('physiotherapy', '1 Feb', '30 Apr', 2026),
  PO: facts('prosthetics and orthotics', '1 Jul', '30 Sep', 2025),
  PYL: facts('practitioner psychology', '1 Mar', '31 May', 2025),
  RA: facts('radiography', '1 Dec', '28 Feb', 2025),
  SL: facts('speech and language therapy', '1 Jul', '30 Sep', 2025),
  OSTEOPATH: { fieldOfPractice: 'osteopathy', renewal: null },
};
