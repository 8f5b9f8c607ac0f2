import { type Actor, type ActorKind, actorKinds } from './actor.ts';

const everyone = Object.keys(actorKinds) as ActorKind[];
const signedIn = everyone.filter((kind) => kind !== 'ANONYMOUS' && kind !== 'SUSPENDED' && kind !== 'PARTNER');
const administrators: readonly ActorKind[] = ['ADMINISTRATOR'];
const returners: readonly ActorKind[] = ['RETURNER'];

/** Who may call an operation at all. What they then see of each record is decided by the policies. */
export type Callers = readonly ActorKind[];

/**
 * Every query and mutation with those who may call it. What does not stand here nobody may call, and a test holds the list
 * to the contract.
 */
export const operations: Readonly<Record<'Query' | 'Mutation', Readonly<Record<string, Callers>>>> = {
  Query: {
    accounts: administrators,
    auditEntries: signedIn,
    eligibility: everyone,
    forecast: everyone,
    integratedCareBoard: everyone,
    integratedCareBoards: everyone,
    node: everyone,
    postcodeDistrict: everyone,
    postcodeDistricts: everyone,
    profession: everyone,
    professions: everyone,
    region: everyone,
    regions: everyone,
    returner: signedIn,
    returners: ['COORDINATOR'],
    site: everyone,
    sites: everyone,
    standardsOfProficiency: everyone,
    trust: everyone,
    trusts: everyone,
    updatingCount: everyone,
    viewer: everyone,
  },
  Mutation: {
    changeAnswers: returners,
    decideProgrammeEntry: ['COORDINATOR'],
    editLoggedDay: returners,
    giveConsent: returners,
    logDay: returners,
    recordAnswerFromHcpc: returners,
    recordQuestionToHcpc: returners,
    removeLoggedDay: returners,
    restoreAccount: administrators,
    savePlan: returners,
    startPathway: returners,
    suspendAccount: administrators,
    updateProfile: returners,
    withdrawConsent: returners,
  },
};

/** Changes that are possible for as long as a session lasts: a day is logged on a phone between two tasks. */
const possibleLongAfterSignIn: ReadonlySet<string> = new Set(['logDay', 'editLoggedDay', 'removeLoggedDay']);

/** Whether a mutation takes that the caller has lately shown who they are. */
export const takesRecentSignIn = (mutation: string): boolean => !possibleLongAfterSignIn.has(mutation);

/** How a caller is turned away. */
export type Turned = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** Whether an actor may call an operation; if not, how they are turned away. */
export const whyNotCall = (actor: Pick<Actor, 'kind'>, callers: Callers | undefined): Turned | null => {
  if (callers?.includes(actor.kind)) return null;
  return actor.kind === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
};
