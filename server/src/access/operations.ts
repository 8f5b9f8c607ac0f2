import { type Actor, type ActorKind, actorKinds } from './actor.ts';

const everyone = Object.keys(actorKinds) as ActorKind[];
const signedIn = everyone.filter((kind) => kind !== 'ANONYMOUS' && kind !== 'SUSPENDED' && kind !== 'PARTNER');
const administrators: readonly ActorKind[] = ['ADMINISTRATOR'];
const returners: readonly ActorKind[] = ['RETURNER'];
const coordinators: readonly ActorKind[] = ['COORDINATOR'];
/** Those who look after the places and supervisors of an organisation. */
const hosting: readonly ActorKind[] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'COORDINATOR'];
const partnerAdministrators: readonly ActorKind[] = ['ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR'];
/** Those who work for an organisation that hosts. */
const atHosts: readonly ActorKind[] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];
/** Those who may have a side in a placement. */
const placing: readonly ActorKind[] = [...hosting, 'RETURNER', 'SUPERVISOR'];
/** Those who agree to what a returner means to learn. */
const agreeing: readonly ActorKind[] = ['SUPERVISOR', 'ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];
/** Those who may have a side in an assessment. */
const assessing: readonly ActorKind[] = [...placing, 'ASSESSOR'];
const assessors: readonly ActorKind[] = ['ASSESSOR'];
/** Those who are told what happens to the records of their organisation. */
const toldOfEvents: readonly ActorKind[] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'PARTNER'];
/** Those who choose where events of their organisation are sent. */
const managingWebhooks: readonly ActorKind[] = ['ORGANISATION_ADMINISTRATOR', 'PARTNER'];
/** Those who take lists out of the service, each as far as they may read them. */
const exporting: readonly ActorKind[] = [...signedIn, 'PARTNER'];
const handingOutRoles: readonly ActorKind[] = ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR'];

/** Who may call an operation at all. What they then see of each record is decided by the policies. */
export type Callers = readonly ActorKind[];

/**
 * Every query, mutation and subscription with those who may call it. What does not stand here nobody may call, and a test holds the list
 * to the contract.
 */
export const operations: Readonly<Record<'Query' | 'Mutation' | 'Subscription', Readonly<Record<string, Callers>>>> = {
  Query: {
    accounts: administrators,
    applications: ['RETURNER', 'COORDINATOR'],
    assessment: [...assessing, 'PARTNER'],
    assessments: [...assessing, 'PARTNER'],
    assessmentsToDo: assessors,
    assessor: [...hosting, 'ASSESSOR', 'PARTNER'],
    auditEntries: signedIn,
    boardCohorts: ['COORDINATOR', 'PARTNER'],
    bulkExport: exporting,
    bulkExports: exporting,
    capacityOffer: [...hosting, 'PARTNER'],
    capacityOffers: [...hosting, 'PARTNER'],
    cohort: coordinators,
    comingChanges: administrators,
    counterSignatory: everyone,
    counterSignature: ['RETURNER', 'COUNTER_SIGNATORY'],
    counterSignatureSheet: everyone,
    counterSignaturesToDo: ['COUNTER_SIGNATORY'],
    deprecatedUses: partnerAdministrators,
    eligibility: everyone,
    events: toldOfEvents,
    expectedSubmissions: coordinators,
    followedPlacements: [...atHosts, 'PARTNER'],
    forecast: everyone,
    host: [...signedIn, 'PARTNER'],
    hosts: [...signedIn, 'PARTNER'],
    integratedCareBoard: everyone,
    integratedCareBoardOf: everyone,
    integratedCareBoards: everyone,
    learningAgreementSheet: everyone,
    match: coordinators,
    monday: coordinators,
    nationalImport: administrators,
    nationalImports: administrators,
    node: everyone,
    partner: everyone,
    partnerClient: partnerAdministrators,
    partnerClients: partnerAdministrators,
    placement: [...placing, 'PARTNER'],
    placementMap: coordinators,
    placementRequests: coordinators,
    placementSite: [...signedIn, 'PARTNER'],
    placementSites: [...signedIn, 'PARTNER'],
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
    signOffSheetEvidence: everyone,
    signOffs: [...placing, 'PARTNER'],
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
    acceptPlacement: [...hosting, 'RETURNER', 'PARTNER'],
    acceptRegionMove: coordinators,
    addAssessor: hosting,
    addCapacityOffer: [...hosting, 'PARTNER'],
    addCertifiedDocument: returners,
    addHost: coordinators,
    addPlacementSite: hosting,
    addSupervisor: [...hosting, 'PARTNER'],
    agreeToLearning: agreeing,
    answerAppeal: coordinators,
    answerLearningByLink: everyone,
    answerModeration: assessors,
    applyAgain: returners,
    askCounterSignature: returners,
    askEmailChange: signedIn,
    askErasure: signedIn,
    askModeration: coordinators,
    askRegionMove: coordinators,
    askSignOff: returners,
    askSite: returners,
    assessStandard: returners,
    assignAssessment: [...hosting, 'PARTNER'],
    changeAnswers: returners,
    changeCapacityOffer: [...hosting, 'PARTNER'],
    changeCertifiedDocument: returners,
    changeName: signedIn,
    changePlacementRequest: returners,
    changeSupervisor: hosting,
    changeWebhook: managingWebhooks,
    checkAssessor: hosting,
    chooseReminders: signedIn,
    comeBack: returners,
    completePlacement: [...hosting, 'SUPERVISOR', 'PARTNER'],
    confirmCapacityOffer: [...hosting, 'PARTNER'],
    confirmEmailChange: everyone,
    confirmSiteProfile: hosting,
    confirmSupervisorAddress: hosting,
    correctApplicationEntry: returners,
    correctAssessment: assessors,
    correctTravel: coordinators,
    createPartnerClient: partnerAdministrators,
    decideProgrammeEntry: ['COORDINATOR'],
    declinePlacement: [...hosting, 'RETURNER', 'PARTNER'],
    declineRegionMove: coordinators,
    deleteBulkExport: exporting,
    deleteView: coordinators,
    deleteWebhook: managingWebhooks,
    disownCounterSignature: everyone,
    disownLearning: everyone,
    disownSignature: everyone,
    dropCorrection: [...coordinators, 'ASSESSOR'],
    editLoggedDay: returners,
    endPlacementEarly: [...hosting, 'RETURNER'],
    fileEvidence: returners,
    giveConsent: returners,
    giveHostRole: handingOutRoles,
    keepMatch: coordinators,
    letUniversityFollow: returners,
    lockPlacement: coordinators,
    logDay: returners,
    mergeReturners: coordinators,
    movePlacement: coordinators,
    nameCounterSignatory: returners,
    nameHostContact: hosting,
    nameStandIn: hosting,
    noteAppeal: returners,
    nudgeSignOff: returners,
    offerPlacement: coordinators,
    passOnSignOff: hosting,
    pausePathway: returners,
    pauseWebhook: managingWebhooks,
    pingWebhook: managingWebhooks,
    planApplication: returners,
    prepareApplicationStep: returners,
    proposePlacement: coordinators,
    reassignAssessment: hosting,
    recordAnswerFromHcpc: returners,
    recordApplicationEntry: returners,
    recordQuestionToHcpc: returners,
    recordRegisterCheck: hosting,
    recordStartingCheck: [...hosting, 'RETURNER'],
    registerWebhook: managingWebhooks,
    removeCertifiedDocument: returners,
    removeEvidence: returners,
    removeLearningGoal: returners,
    removeLoggedDay: returners,
    renameView: coordinators,
    renewLearningLink: everyone,
    renewSignOffLink: everyone,
    reopenLearningAgreement: returners,
    replayWebhook: managingWebhooks,
    reportAttendance: [...atHosts, 'SUPERVISOR', 'PARTNER'],
    restoreAccount: administrators,
    resumeWebhook: managingWebhooks,
    revokePartnerClient: partnerAdministrators,
    revokePartnerKey: partnerAdministrators,
    rotatePartnerKey: partnerAdministrators,
    rotateSigningKey: administrators,
    saveAssessmentDraft: assessors,
    saveLearningGoal: returners,
    saveLearningPlan: returners,
    saveLocalPolicy: handingOutRoles,
    savePlan: returners,
    saveView: coordinators,
    sendBackLearningAgreement: agreeing,
    sendPlacementRequest: returners,
    settleCounterSignature: ['COUNTER_SIGNATORY'],
    settleCounterSignatureByLink: everyone,
    settleModeration: coordinators,
    settleSignOff: ['SUPERVISOR'],
    settleSignOffByLink: everyone,
    shareLearningAgreement: returners,
    startBulkExport: exporting,
    startLearningAgreement: returners,
    startPathway: returners,
    startPlacement: [...hosting, 'SUPERVISOR', 'PARTNER'],
    stopUniversityFollowing: returners,
    submitAssessment: assessors,
    suspendAccount: administrators,
    takeBackApplicationEntry: returners,
    takeBackCounterSignature: ['COUNTER_SIGNATORY'],
    takeBackErasure: signedIn,
    takeBackLearningAgreement: returners,
    takeBackRegionMove: coordinators,
    takeBackSignature: ['SUPERVISOR'],
    takeHostRole: handingOutRoles,
    tickAssessmentAction: ['RETURNER', 'ASSESSOR'],
    undoMergeReturners: coordinators,
    undoMovePlacement: coordinators,
    undoNationalImport: administrators,
    updateProfile: returners,
    withdrawAssessment: hosting,
    withdrawConsent: returners,
    withdrawCounterSignature: returners,
    withdrawFromPathway: returners,
    withdrawPlacement: [...hosting, 'RETURNER'],
    withdrawPlacementRequest: returners,
    withdrawSignOff: returners,
  },
  Subscription: {
    events: toldOfEvents,
  },
};

/** Changes that are possible for as long as a session lasts: a day is logged on a phone between two tasks. */
const possibleLongAfterSignIn: ReadonlySet<string> = new Set(['logDay', 'editLoggedDay', 'removeLoggedDay']);

/**
 * Changes that a token alone opens, which went to one confirmed address and works once: who sends them is not asked. All others
 * take a session.
 */
export const openedByToken: ReadonlySet<string> = new Set([
  'answerLearningByLink',
  'disownLearning',
  'confirmEmailChange',
  'settleCounterSignatureByLink',
  'settleSignOffByLink',
  'disownCounterSignature',
  'disownSignature',
  'renewLearningLink',
  'renewSignOffLink',
]);

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
