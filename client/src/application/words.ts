import type { ApplicationEntryKind, ApplicationState, ApplicationWay, SubmissionBasis } from '../generated/graphql.ts';

/** What may happen to an application: as it is told, and as it is offered to be recorded. */
export const entryKinds: Readonly<Record<ApplicationEntryKind, { told: string; offered: string; ask: string }>> = {
  RENEWED: {
    told: 'You renewed without practice',
    offered: 'I have renewed and declared that I have not practised',
    ask: 'When did you renew?',
  },
  SENT: { told: 'You sent the application', offered: 'I have sent it', ask: 'When did you send it?' },
  QUERIED: { told: 'HCPC asked for something', offered: 'HCPC has asked for something', ask: 'When did HCPC ask?' },
  ANSWERED: {
    told: 'You sent what HCPC asked for',
    offered: 'I have sent what HCPC asked for',
    ask: 'When did you send it?',
  },
  FEE_TAKEN: { told: 'HCPC took the fee', offered: 'HCPC has taken the fee', ask: 'When was the fee taken?' },
  REGISTERED: {
    told: 'HCPC put you on the Register',
    offered: 'I am on the Register',
    ask: 'Since when are you on the Register?',
  },
  REFUSED: {
    told: 'HCPC refused',
    offered: 'HCPC has refused',
    ask: 'What is the date of the decision?',
  },
  APPEALED: { told: 'You appealed', offered: 'I have appealed', ask: 'When did you send the appeal?' },
  APPEAL_DISMISSED: {
    told: 'The appeal was dismissed',
    offered: 'The appeal was dismissed',
    ask: 'What is the date of the decision?',
  },
  WITHDRAWN: {
    told: 'You took the application back',
    offered: 'I have taken it back',
    ask: 'When did you tell HCPC?',
  },
};

/** By which way something is sent. */
export const ways: Readonly<Record<ApplicationWay, string>> = {
  HCPC_ACCOUNT: 'In my account on HCPC’s site',
  EMAIL: 'By e-mail',
  POST: 'By post',
};

/** How an application stands, for lists. */
export const applicationStates: Readonly<Record<ApplicationState, string>> = {
  PREPARING: 'Getting ready',
  RENEWED: 'Renewed, evidence to send',
  SENT: 'With HCPC',
  QUERIED: 'HCPC has asked for something',
  FEE_TAKEN: 'Fee taken',
  REGISTERED: 'On the Register',
  REFUSED: 'Refused',
  APPEALED: 'Appealed',
  APPEAL_DISMISSED: 'Appeal dismissed',
  WITHDRAWN: 'Taken back',
};

/** From what an expected day comes. */
export const bases: Readonly<Record<SubmissionBasis, string>> = {
  NAMED: 'Named by the person',
  READY: 'Updating complete, or none needed',
  PLAN: 'Last day of the plan',
};

/** The word of an entry kind in an address: `fee-taken`. */
export const slugOf = (kind: ApplicationEntryKind): string => kind.toLowerCase().replaceAll('_', '-');
/** The kind that a word in an address names; undefined for any other word. */
export const kindOf = (slug: string | undefined): ApplicationEntryKind | undefined =>
  (Object.keys(entryKinds) as ApplicationEntryKind[]).find((kind) => slugOf(kind) === slug);
