import { citedAs, type FiredRule } from '../eligibility/cited.rules.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import type { SourceKey } from '../eligibility/sources.rules.ts';
import type { ApplicationWay } from './application-entry.rules.ts';
import type { PackFinding } from './pack-record.rules.ts';
import { followsPack, type PackMisses } from './steps-by-pack.rules.ts';

const readmissions = ['READMISSION', 'READMISSION_WITH_UPDATING'] as const satisfies readonly Route[];
const firstApplications = ['UK_APPLICATION', 'UK_APPLICATION_WITH_UPDATING'] as const satisfies readonly Route[];

/** Routes whose application is prepared and followed here; every other route is another process. */
export const applicationRoutes = [
  ...readmissions,
  ...firstApplications,
  'SHORT_READMISSION',
  'RENEW_OR_LEAVE',
] as const satisfies readonly Route[];
/** A route whose application is followed here. */
export type ApplicationRoute = (typeof applicationRoutes)[number];

/** Whether the application of a route is followed here. */
export const isApplicationRoute = (route: Route | null): route is ApplicationRoute =>
  route !== null && (applicationRoutes as readonly Route[]).includes(route);

interface Step {
  readonly title: string;
  readonly explanation: string;
  readonly sources: readonly SourceKey[];
  /** True where the page that says so is old, or is about another route. */
  readonly assumed: boolean;
  readonly routes: readonly ApplicationRoute[];
  /** True for what only some people need. */
  readonly isForSome?: true;
  /** True only for those who practised abroad. */
  readonly isForAbroad?: true;
}

const needsUpdating = ['READMISSION_WITH_UPDATING', 'UK_APPLICATION_WITH_UPDATING', 'RENEW_OR_LEAVE'] as const;
const withPapers = [...readmissions, ...firstApplications] as const;

/** Everything that is sent, by route, in the order in which it is got ready. */
export const applicationSteps = {
  SHORT_FORM: {
    title: 'Fill in the short readmission form',
    explanation:
      'It is a short form for people who missed their renewal by a month or less. You find it on HCPC’s page.',
    sources: ['H9', 'H5'],
    assumed: false,
    routes: ['SHORT_READMISSION'],
  },
  READMISSION_FORM: {
    title: 'Fill in the readmission form',
    explanation:
      'It asks for your names, your profession and your registration number. A form of 2019 also asks for a passport photo. Use the form that is on HCPC’s page today.',
    sources: ['H7', 'H5'],
    assumed: false,
    routes: readmissions,
  },
  UK_APPLICATION_FORM: {
    title: 'Fill in the UK application',
    explanation: 'It is the form for a first application of people trained in the United Kingdom.',
    sources: ['H11', 'H18'],
    assumed: false,
    routes: firstApplications,
  },
  RENEWAL_DECLARATION: {
    title: 'Renew, and declare that you have not practised',
    explanation:
      'You do this in your account on HCPC’s site while your renewal is open. Or you come off the Register: then change your answers here.',
    sources: ['H14', 'H15'],
    assumed: false,
    routes: ['RENEW_OR_LEAVE'],
  },
  RETURN_TO_PRACTICE_FORM: {
    title: 'Get the return to practice form signed',
    explanation:
      'Your pack holds what belongs in it: the days of each kind of updating. A supervisor signs supervised practice; a counter-signatory signs the cover sheet. In the UK application it goes into section 3, Education.',
    sources: ['H3', 'H8', 'H18'],
    assumed: false,
    routes: needsUpdating,
  },
  IDENTITY_DOCUMENT: {
    title: 'Certified copy: who you are',
    explanation:
      'A passport, a full driving licence or a national identity card. Somebody of standing, not you, writes on the copy that it is true, signs and dates it. The list is that of UK applications; we could not read the one for readmission.',
    sources: ['H2', 'H17', 'H18'],
    assumed: true,
    routes: withPapers,
  },
  ADDRESS_DOCUMENT: {
    title: 'Certified copy: where you live',
    explanation:
      'For example a bill or a bank statement that is 6 months old or newer, or this year’s council tax bill. It is certified in the same way. The list is that of UK applications.',
    sources: ['H2', 'H17', 'H18'],
    assumed: true,
    routes: withPapers,
  },
  NAME_CHANGE_DOCUMENT: {
    title: 'If your name has changed: certified proof of it',
    explanation: 'Leave this out if your papers all bear the same name.',
    sources: ['H7'],
    assumed: true,
    routes: withPapers,
    isForSome: true,
  },
  OVERSEAS_DETAILS: {
    title: 'Say where you practised abroad',
    explanation: 'HCPC asks where you worked and where you were registered.',
    sources: ['H8', 'H12'],
    assumed: false,
    routes: readmissions,
    isForAbroad: true,
  },
  DECLARATIONS: {
    title: 'Make the health and character declarations',
    explanation:
      'Only you can answer them, and this service keeps no answer of yours. Read HCPC’s page first: spent convictions are declared too, and a false answer can cost you your registration.',
    sources: ['H20', 'H21'],
    assumed: false,
    routes: [...withPapers, 'SHORT_READMISSION'],
  },
} as const satisfies Record<string, Step>;
/** Key of a step. */
export type ApplicationStepKey = keyof typeof applicationSteps;

/** What must be got ready, as it is shown. */
export interface ApplicationStep {
  readonly key: ApplicationStepKey;
  readonly title: string;
  readonly explanation: string;
  readonly isForSome: boolean;
  readonly isReady: boolean;
  /** It is ready once the pack says so; ticking it by hand changes nothing. */
  readonly followsPack: boolean;
  /** The person ticked it by hand, if only before it followed the pack. */
  readonly isTicked: boolean;
  /** What the pack still misses, where it follows the pack. */
  readonly missing: readonly PackFinding[];
  /** The same in the form of a cited rule: with its pages, and whether it is our reading. */
  readonly rule: FiredRule;
}

const stepsOf = (route: ApplicationRoute, practisedAbroad: boolean): [ApplicationStepKey, Step][] =>
  (Object.entries(applicationSteps) as [ApplicationStepKey, Step][]).filter(
    ([, step]) => step.routes.includes(route) && (step.isForAbroad !== true || practisedAbroad),
  );

/** What must be got ready for a route. */
export const stepsFor = (
  route: ApplicationRoute,
  practisedAbroad: boolean,
  prepared: readonly string[],
  misses: PackMisses,
): ApplicationStep[] =>
  stepsOf(route, practisedAbroad).map(([key, step]) => {
    const missing = followsPack(key) ? misses[key] : [];
    const isTicked = prepared.includes(key);
    return {
      key,
      title: step.title,
      explanation: step.explanation,
      isForSome: step.isForSome === true,
      isReady: followsPack(key) ? missing.length === 0 : isTicked,
      followsPack: followsPack(key),
      isTicked,
      missing,
      rule: citedAs(key, step),
    };
  });

/** The keys of what must be got ready for a route. */
export const stepKeysFor = (route: ApplicationRoute, practisedAbroad: boolean): ApplicationStepKey[] =>
  stepsOf(route, practisedAbroad).map(([key]) => key);

interface Way {
  readonly ways: readonly ApplicationWay[];
  readonly explanation: string;
  readonly source: SourceKey;
}
const asThePageSays =
  'Send everything together. HCPC’s page says how; we could not read whether it takes the forms by e-mail, by post or in your account today.';

/** By which way an application is sent, as far as public pages say it. */
export const wayFor: Readonly<Record<ApplicationRoute, Way>> = {
  SHORT_READMISSION: {
    ways: ['EMAIL'],
    explanation: 'You send the short form by e-mail. It must reach HCPC within one month.',
    source: 'H9',
  },
  READMISSION: { ways: ['HCPC_ACCOUNT', 'EMAIL', 'POST'], explanation: asThePageSays, source: 'H7' },
  READMISSION_WITH_UPDATING: { ways: ['HCPC_ACCOUNT', 'EMAIL', 'POST'], explanation: asThePageSays, source: 'H7' },
  UK_APPLICATION: {
    ways: ['HCPC_ACCOUNT', 'EMAIL', 'POST'],
    explanation: 'You fill in the application on HCPC’s site and add your papers there.',
    source: 'H18',
  },
  UK_APPLICATION_WITH_UPDATING: {
    ways: ['HCPC_ACCOUNT', 'EMAIL', 'POST'],
    explanation:
      'You fill in the application on HCPC’s site and add your papers there; the return to practice form goes into section 3, Education.',
    source: 'H18',
  },
  RENEW_OR_LEAVE: {
    ways: ['HCPC_ACCOUNT', 'EMAIL', 'POST'],
    explanation: 'You send the evidence of your updating within six months of renewing. HCPC tells you how.',
    source: 'H14',
  },
};
