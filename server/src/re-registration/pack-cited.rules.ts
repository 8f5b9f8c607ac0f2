import { citedAs, type CitedRule, type FiredRule } from '../eligibility/cited.rules.ts';

/** Every rule on the papers of an application that can take part in an answer. */
export const packCitedRules = {
  COUNTER_SIGNATURE_COVERS_ALL: {
    title: 'A counter-signatory confirms the whole updating',
    explanation:
      'Somebody of your profession who is on the Register signs the cover sheet. The signature confirms what you declare about the whole updating period.',
    sources: ['H3', 'H8'],
    assumed: false,
  },
  COUNTER_SIGNATURE_AS_SEEN: {
    title: 'A signature holds for what was seen',
    explanation:
      'When the days, their kinds or their hours change after the signature, it has to be asked for again. That is our reading.',
    sources: ['H8'],
    assumed: true,
  },
  SUPERVISED_DAYS_ARE_SIGNED: {
    title: 'A supervisor signs supervised practice',
    explanation: 'The supervisor confirms the days of supervised practice that you declare.',
    sources: ['H4'],
    assumed: false,
  },
  SIGNATURE_IS_PROVISIONAL: {
    title: 'A signature through an address nobody has confirmed is provisional',
    explanation:
      'The site or a coordinator confirms the address of the supervisor. Until then nobody can be sure who signed. That is our rule.',
    sources: ['H4'],
    assumed: true,
  },
  TWO_CERTIFIED_PAPERS: {
    title: 'Certified copies for identity and address',
    explanation:
      'HCPC asks for certified documents of identity and address. We read that as one copy for each, and do not count one copy for both.',
    sources: ['H2', 'H17'],
    assumed: true,
  },
  CERTIFIER_IS_ANOTHER: {
    title: 'Nobody certifies their own papers',
    explanation: 'The person who certifies a copy must not be the one who applies.',
    sources: ['H17'],
    assumed: false,
  },
  CERTIFICATE_IS_WHOLE: {
    title: 'What stands on a certified copy',
    explanation:
      'On the copy stand the words that it is a true copy of the original the certifier has seen, their signature, the date, their name, professional title and contact details.',
    sources: ['H18'],
    assumed: false,
  },
  CERTIFICATE_IS_SIX_MONTHS_OLD_AT_MOST: {
    title: 'A certificate of the last six months',
    explanation:
      'A print of HCPC’s guidance for applicants from abroad (October 2023) asks for a certificate of the last six months. We tell you of an older one, and do not stop you.',
    sources: ['H18'],
    assumed: true,
  },
  ADDRESS_PAPER_IS_SIX_MONTHS_OLD_AT_MOST: {
    title: 'A bill or statement of the last six months',
    explanation:
      'A utility bill or a statement that shows your address is six months old at most. We count back from the day you apply; the list we read was for first applications.',
    sources: ['H17'],
    assumed: true,
  },
  COUNCIL_TAX_BILL_OF_THE_YEAR: {
    title: 'The council tax bill of this year',
    explanation: 'We take the year of a council tax bill to run from 1 April to 31 March.',
    sources: ['H17'],
    assumed: true,
  },
} as const satisfies Record<string, CitedRule>;

/** Key of a rule on the papers. */
export type PackRuleKey = keyof typeof packCitedRules;

/** A rule on the papers with its sources, ready to be shown. */
export const firedOnPack = (key: PackRuleKey): FiredRule => citedAs(key, packCitedRules[key]);
