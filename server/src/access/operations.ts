import { type Actor, type ActorKind, actorKinds } from './actor.ts';

const everyone = Object.keys(actorKinds) as ActorKind[];
const signedIn = everyone.filter((kind) => kind !== 'ANONYMOUS' && kind !== 'SUSPENDED' && kind !== 'PARTNER');
const administrators: readonly ActorKind[] = ['ADMINISTRATOR'];
const returners: readonly ActorKind[] = ['RETURNER'];
const coordinators: readonly ActorKind[] = ['COORDINATOR'];
/** Those who look after the places and supervisors of an organisation. */
const hosting: readonly ActorKind[] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'COORDINATOR'];
const partnerAdministrators: readonly ActorKind[] = ['ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR'];
/** Those who may have a side in a placement. */
const placing: readonly ActorKind[] = [...hosting, 'RETURNER', 'SUPERVISOR'];
/** Those who are told what happens to the records of their organisation. */
const toldOfEvents: readonly ActorKind[] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'PARTNER'];
/** Those who choose where events of their organisation are sent. */
const managingWebhooks: readonly ActorKind[] = ['ORGANISATION_ADMINISTRATOR', 'PARTNER'];
const handingOutRoles: readonly ActorKind[] = ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR'];

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
    capacityOffer: [...hosting, 'PARTNER'],
    capacityOffers: [...hosting, 'PARTNER'],
    cohort: coordinators,
    counterSignatory: everyone,
    eligibility: everyone,
    events: toldOfEvents,
    forecast: everyone,
    host: [...signedIn, 'PARTNER'],
    hosts: [...signedIn, 'PARTNER'],
    integratedCareBoard: everyone,
    integratedCareBoards: everyone,
    match: coordinators,
    monday: coordinators,
    node: everyone,
    partner: everyone,
    partnerClient: partnerAdministrators,
    partnerClients: partnerAdministrators,
    placement: [...placing, 'PARTNER'],
    placementMap: coordinators,
    placementRequests: coordinators,
    placementSite: [...signedIn, 'PARTNER'],
    placementTask: everyone,
    placements: [...placing, 'PARTNER'],
    possibleDuplicates: coordinators,
    postcodeDistrict: everyone,
    postcodeDistricts: everyone,
    profession: everyone,
    professions: everyone,
    region: everyone,
    regionMoves: coordinators,
    regions: everyone,
    returner: signedIn,
    returnerMerges: coordinators,
    returners: ['COORDINATOR'],
    signOff: [...placing, 'PARTNER'],
    signOffSheet: everyone,
    signOffsToDo: ['SUPERVISOR'],
    site: everyone,
    siteQuestions: [...hosting, 'RETURNER'],
    sites: everyone,
    standardsOfProficiency: everyone,
    supervisor: [...hosting, 'SUPERVISOR', 'PARTNER'],
    trust: everyone,
    trusts: everyone,
    updatingCount: everyone,
    viewer: everyone,
    webhook: managingWebhooks,
    webhooks: managingWebhooks,
  },
  Mutation: {
    acceptHostInvitation: signedIn,
    acceptPlacement: [...hosting, 'RETURNER'],
    acceptRegionMove: coordinators,
    addCapacityOffer: hosting,
    addHost: coordinators,
    addPlacementSite: hosting,
    addSupervisor: hosting,
    askRegionMove: coordinators,
    askSignOff: returners,
    askSite: returners,
    changeAnswers: returners,
    changeCapacityOffer: hosting,
    changePlacementRequest: returners,
    changeSupervisor: hosting,
    changeWebhook: managingWebhooks,
    chooseReminders: signedIn,
    completePlacement: [...hosting, 'SUPERVISOR'],
    confirmCapacityOffer: hosting,
    confirmSiteProfile: hosting,
    confirmSupervisorAddress: hosting,
    correctTravel: coordinators,
    createPartnerClient: partnerAdministrators,
    decideProgrammeEntry: ['COORDINATOR'],
    declinePlacement: [...hosting, 'RETURNER'],
    declineRegionMove: coordinators,
    deleteView: coordinators,
    deleteWebhook: managingWebhooks,
    disownSignature: everyone,
    editLoggedDay: returners,
    endPlacementEarly: [...hosting, 'RETURNER'],
    giveConsent: returners,
    giveHostRole: handingOutRoles,
    keepMatch: coordinators,
    lockPlacement: coordinators,
    logDay: returners,
    mergeReturners: coordinators,
    movePlacement: coordinators,
    nameHostContact: hosting,
    nudgeSignOff: returners,
    offerPlacement: coordinators,
    passOnSignOff: hosting,
    pauseWebhook: managingWebhooks,
    pingWebhook: managingWebhooks,
    proposePlacement: coordinators,
    recordAnswerFromHcpc: returners,
    recordQuestionToHcpc: returners,
    recordRegisterCheck: hosting,
    recordStartingCheck: [...hosting, 'RETURNER'],
    registerWebhook: managingWebhooks,
    removeLoggedDay: returners,
    renameView: coordinators,
    replayWebhook: managingWebhooks,
    restoreAccount: administrators,
    resumeWebhook: managingWebhooks,
    revokePartnerClient: partnerAdministrators,
    revokePartnerKey: partnerAdministrators,
    rotatePartnerKey: partnerAdministrators,
    savePlan: returners,
    saveView: coordinators,
    sendPlacementRequest: returners,
    settleSignOff: ['SUPERVISOR'],
    settleSignOffByLink: everyone,
    startPathway: returners,
    startPlacement: [...hosting, 'SUPERVISOR'],
    suspendAccount: administrators,
    takeBackRegionMove: coordinators,
    takeBackSignature: ['SUPERVISOR'],
    takeHostRole: handingOutRoles,
    undoMergeReturners: coordinators,
    undoMovePlacement: coordinators,
    updateProfile: returners,
    withdrawConsent: returners,
    withdrawPlacement: [...hosting, 'RETURNER'],
    withdrawPlacementRequest: returners,
    withdrawSignOff: returners,
  },
};

/** Changes that are possible for as long as a session lasts: a day is logged on a phone between two tasks. */
const possibleLongAfterSignIn: ReadonlySet<string> = new Set(['logDay', 'editLoggedDay', 'removeLoggedDay']);

/**
 * Changes that a token alone opens, which went to one confirmed address and works once: who sends them is not asked. All others
 * take a session.
 */
export const openedByToken: ReadonlySet<string> = new Set(['settleSignOffByLink', 'disownSignature']);

/** Whether a mutation takes that the caller has lately shown who they are. */
export const takesRecentSignIn = (mutation: string): boolean =>
  !possibleLongAfterSignIn.has(mutation) && !openedByToken.has(mutation);

/** How a caller is turned away. */
export type Turned = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** Whether an actor may call an operation; if not, how they are turned away. */
export const whyNotCall = (actor: Pick<Actor, 'kind'>, callers: Callers | undefined): Turned | null => {
  if (callers?.includes(actor.kind)) return null;
  return actor.kind === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
};
