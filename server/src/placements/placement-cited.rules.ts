import { citedAs, type CitedRule, type FiredRule } from '../eligibility/cited.rules.ts';

/** Every rule on supervisors, counter-signatories, tasks and waiting that can take part in an answer. */
export const placementCitedRules = {
  SUPERVISOR_SAME_PROFESSION: {
    title: 'A supervisor is of the same profession',
    explanation:
      'Supervised practice is under somebody of your own profession. Teaching by another profession may still count as formal study if it is structured.',
    sources: ['H3'],
    assumed: false,
  },
  OTHER_PROFESSION_MAY_TEACH: {
    title: 'Another profession’s teaching may be formal study',
    explanation:
      'Structured teaching by somebody of another profession may be logged as formal study. That is our reading.',
    sources: ['H1', 'H3'],
    assumed: true,
  },
  SUPERVISOR_ON_REGISTER: {
    title: 'A supervisor is on the Register',
    explanation: 'A supervisor must be on the part of HCPC’s Register for the profession on the day.',
    sources: ['H1'],
    assumed: false,
  },
  SUPERVISOR_THREE_YEARS: {
    title: 'A supervisor has been registered for at least 3 years',
    explanation:
      'HCPC asks for at least the previous 3 years. It does not say on which day that is measured: we measure on the first supervised day.',
    sources: ['H1'],
    assumed: true,
  },
  SUPERVISOR_NO_GAP: {
    title: 'No gap within the 3 years',
    explanation: 'We read “the previous 3 years” as 3 years without a gap. The 3 years start again after a gap.',
    sources: ['H1'],
    assumed: true,
  },
  SUPERVISOR_NO_PROCEEDINGS: {
    title: 'A supervisor has no open case and no sanction',
    explanation:
      'A person with fitness to practise proceedings, a caution or conditions of practice may not supervise a returner.',
    sources: ['H1'],
    assumed: false,
  },
  SUPERVISOR_OLD_SANCTION: {
    title: 'A sanction that is over: ask HCPC first',
    explanation:
      'One HCPC page speaks of sanctions now, another of anybody who has ever had one. We stop here until HCPC has been asked and the answer is recorded.',
    sources: ['H1', 'H3'],
    assumed: true,
  },
  SUPERVISOR_CHECKED: {
    title: 'Somebody has looked at the Register',
    explanation:
      'Somebody must have looked the supervisor up, and have noted the day and what they saw. That is our rule.',
    sources: ['H1'],
    assumed: true,
  },
  SUPERVISOR_SCOPE: {
    title: 'A supervisor stays within their own scope of practice',
    explanation: 'A supervisor may supervise only what they may do themselves.',
    sources: ['H1', 'H4'],
    assumed: false,
  },
  SUPERVISION_FROZEN: {
    title: 'A supervisor who lapses or is sanctioned: no new days',
    explanation:
      'HCPC does not say what happens then. We take no new days under this supervisor and tell the coordinator. Days before stay as they are.',
    sources: ['H1'],
    assumed: true,
  },
  EACH_SIGNS_OWN_DAYS: {
    title: 'Two supervisors: each signs their own days',
    explanation:
      'Nothing says that there must be only one supervisor. We take it that each signs the days they supervised.',
    sources: ['H1', 'H4'],
    assumed: true,
  },
  SUPERVISOR_LOAD: {
    title: 'A supervisor takes only so many people at once',
    explanation: 'The number is the supervisor’s own, and so are the days of the week. HCPC names none.',
    sources: ['H1'],
    assumed: true,
  },
  COUNTER_SIGNATORY_SAME_PROFESSION: {
    title: 'A counter-signatory is of the same profession',
    explanation: 'The person who signs the cover sheet must be of your profession.',
    sources: ['H3'],
    assumed: false,
  },
  COUNTER_SIGNATORY_ON_REGISTER: {
    title: 'A counter-signatory is on the Register',
    explanation: 'The person who signs the cover sheet must be on HCPC’s Register.',
    sources: ['H3'],
    assumed: false,
  },
  COUNTER_SIGNATORY_NO_MINIMUM: {
    title: 'A counter-signatory needs no number of years',
    explanation: 'We found no least number of years for a counter-signatory, so none is asked for.',
    sources: ['H3', 'H8'],
    assumed: true,
  },
  SUPERVISOR_COUNTER_SIGNS: {
    title: 'The supervisor counter-signs too',
    explanation:
      'HCPC speaks of two different roles and does not say whether one person may be both. We allow it and tell you: another person is the safer choice.',
    sources: ['H3', 'H4'],
    assumed: true,
  },
  HANDS_ON_DELEGATED: {
    title: 'Hands-on work while off the Register',
    explanation:
      'A returner may do hands-on tasks only if they are delegated or supervised, and under the title of an assistant or a volunteer.',
    sources: ['P10'],
    assumed: false,
  },
  ANSWER_IN_TEN_WORKING_DAYS: {
    title: 'No answer for 10 working days: somebody steps in',
    explanation:
      'NHS Scotland tells returners to take it further after 10 working days of silence. We use the same time for every wait.',
    sources: ['S3'],
    assumed: true,
  },
} as const satisfies Record<string, CitedRule>;

/** Key of a rule on placements, for example 'SUPERVISOR_THREE_YEARS'. */
export type PlacementRuleKey = keyof typeof placementCitedRules;

/** A rule on placements with its sources, ready to be shown. */
export const firedOnPlacement = (key: PlacementRuleKey): FiredRule => citedAs(key, placementCitedRules[key]);
