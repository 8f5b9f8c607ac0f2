import type { Actor } from './actor.ts';
import { fieldsSeenBy } from './matrix.ts';
import type { Scope } from './scopes.ts';

/** To which partner programs something is open. */
export type OpenTo =
  | Scope
  /** A public fact, or an answer that everybody may ask for: any program. */
  | 'ANY'
  /** No program, whatever its scopes. */
  | 'NEVER';

/** Queries that partner programs may call at all, and what it takes. Those that stand nowhere here are closed. */
export const queryScopes: Readonly<Record<string, OpenTo>> = {
  assessment: 'READ_ASSESSMENTS',
  assessments: 'READ_ASSESSMENTS',
  assessor: 'READ_ASSESSMENTS',
  bulkExport: 'ANY',
  bulkExports: 'ANY',
  boardCohorts: 'READ_COHORT',
  capacityOffer: 'READ_CAPACITY',
  capacityOffers: 'READ_CAPACITY',
  counterSignatory: 'ANY',
  // a page for whoever holds a link from a mail, which no program does
  counterSignatureSheet: 'NEVER',
  eligibility: 'ANY',
  events: 'READ_EVENTS',
  followedPlacements: 'FOLLOW_STUDENTS',
  forecast: 'ANY',
  host: 'READ_SITES',
  hosts: 'READ_SITES',
  integratedCareBoard: 'ANY',
  integratedCareBoardOf: 'ANY',
  integratedCareBoards: 'ANY',
  // what an id leads to is decided by its type, field by field and row by row
  node: 'ANY',
  partner: 'ANY',
  placement: 'READ_PLACEMENTS',
  placementSite: 'READ_SITES',
  placementSites: 'READ_SITES',
  placementTask: 'ANY',
  placements: 'READ_PLACEMENTS',
  postcodeDistrict: 'ANY',
  postcodeDistricts: 'ANY',
  profession: 'ANY',
  professions: 'ANY',
  region: 'ANY',
  regions: 'ANY',
  signOff: 'READ_SIGN_OFFS',
  signOffs: 'READ_SIGN_OFFS',
  // a page for whoever holds a link from a mail, which no program does
  signOffSheet: 'NEVER',
  learningAgreementSheet: 'NEVER',
  signOffSheetEvidence: 'NEVER',
  site: 'ANY',
  sites: 'ANY',
  standardsOfProficiency: 'ANY',
  supervisor: 'READ_SUPERVISORS',
  trust: 'ANY',
  trusts: 'ANY',
  updatingCount: 'ANY',
  viewer: 'ANY',
  webhook: 'MANAGE_WEBHOOKS',
  webhooks: 'MANAGE_WEBHOOKS',
};

/** Mutations that partner programs may call at all, and what it takes. */
export const mutationScopes: Readonly<Record<string, OpenTo>> = {
  // a page for whoever holds a link from a mail, which no program does
  confirmEmailChange: 'NEVER',
  disownCounterSignature: 'NEVER',
  answerLearningByLink: 'NEVER',
  disownLearning: 'NEVER',
  disownSignature: 'NEVER',
  renewLearningLink: 'NEVER',
  renewSignOffLink: 'NEVER',
  settleCounterSignatureByLink: 'NEVER',
  settleSignOffByLink: 'NEVER',
  // what is exported takes the scopes of the query
  startBulkExport: 'ANY',
  deleteBulkExport: 'ANY',
  changeWebhook: 'MANAGE_WEBHOOKS',
  deleteWebhook: 'MANAGE_WEBHOOKS',
  pauseWebhook: 'MANAGE_WEBHOOKS',
  pingWebhook: 'MANAGE_WEBHOOKS',
  acceptPlacement: 'ANSWER_PLACEMENTS',
  addCapacityOffer: 'WRITE_CAPACITY',
  addSupervisor: 'PROPOSE_SUPERVISORS',
  assignAssessment: 'REPORT_ASSESSMENTS',
  changeCapacityOffer: 'WRITE_CAPACITY',
  completePlacement: 'REPORT_ATTENDANCE',
  confirmCapacityOffer: 'WRITE_CAPACITY',
  declinePlacement: 'ANSWER_PLACEMENTS',
  reportAttendance: 'REPORT_ATTENDANCE',
  startPlacement: 'REPORT_ATTENDANCE',
  registerWebhook: 'MANAGE_WEBHOOKS',
  replayWebhook: 'MANAGE_WEBHOOKS',
  resumeWebhook: 'MANAGE_WEBHOOKS',
};

/** Subscriptions that partner programs may open, and what it takes. */
export const subscriptionScopes: Readonly<Record<string, OpenTo>> = {
  events: 'READ_EVENTS',
};

/**
 * What every field takes of each type whose rows not everybody sees. A type or a field that stands nowhere here is closed, and the
 * tests fail until somebody has decided. Public facts, parts of another record and answers of mutations are open where the field is
 * that leads to them.
 */
export const fieldScopes: Readonly<Record<string, 'NEVER' | readonly (readonly [OpenTo, string])[]>> = {
  // people, their accounts, their records
  Account: 'NEVER',
  Application: 'NEVER',
  AuditEntry: 'NEVER',
  ConsentDecision: 'NEVER',
  CoordinatorToAsk: 'NEVER',
  CounterSignature: 'NEVER',
  // programs are told with every answer
  DeprecatedUse: 'NEVER',
  Evidence: 'NEVER',
  FrozenPack: 'NEVER',
  ComingChange: 'NEVER',
  HostInvitation: 'NEVER',
  HostMember: 'NEVER',
  // with how confident somebody feels
  LearningAgreement: 'NEVER',
  LoggedDay: 'NEVER',
  LoggedDayVersion: 'NEVER',
  Plan: 'NEVER',
  NationalImport: 'NEVER',
  PlacementRequest: 'NEVER',
  ProgrammeDecision: 'NEVER',
  QuestionToHcpc: 'NEVER',
  RegionMove: 'NEVER',
  Returner: 'NEVER',
  ReturnerLikeness: 'NEVER',
  ReturnerMerge: 'NEVER',
  RoleGrant: 'NEVER',
  SavedView: 'NEVER',
  SiteQuestion: 'NEVER',
  // a check can be about health
  StartingCheck: 'NEVER',
  UpdatingTotal: 'NEVER',

  Host: [
    [
      'READ_SITES',
      'board id kind localPolicy name odsCode region sites trust version viewerMayGiveRoles viewerMayManage',
    ],
    ['READ_CAPACITY', 'capacityOffers'],
    ['READ_SUPERVISORS', 'supervisors'],
    ['READ_ASSESSMENTS', 'assessors'],
    // people at work, with their addresses
    ['NEVER', 'contactEmail contactName contactPhone members'],
  ],
  LocalPolicy: [
    [
      'READ_SITES',
      'daysAWeekAtLeast daysHereAtLeast id inOwnWords isOnBehalf meetEveryWeeksAtMost savedOn standards supervisedPercentAtLeast version',
    ],
  ],
  // what it tells of takes the scope of the record besides: see the policy
  Event: [['READ_EVENTS', 'at cursor endsOn hostId id name places startsOn state subjectId subjectType type version']],
  // those that it registered itself
  Webhook: [
    [
      'MANAGE_WEBHOOKS',
      'createdAt deliveries failures hostId id pauseReason restsUntil schemaVersion state types url version waitingUpTo1000',
    ],
  ],
  WebhookDelivery: [['MANAGE_WEBHOOKS', 'attempts eventId eventType id kind madeAt nextTryAt settledAt state tries']],
  WebhookAttempt: [['MANAGE_WEBHOOKS', 'answer at failure milliseconds requestBody requestHeaders status url']],
  PlacementSite: [
    [
      'READ_SITES',
      'about adjustments atOnceAtMost checklist confirmedOn district districtIsNearest host id latitude longitude name needs postcode site version',
    ],
    ['READ_CAPACITY', 'capacityOffers'],
  ],
  CapacityOffer: [
    [
      'READ_CAPACITY',
      `adjustments answer askAgainOn confirmedOn contract dayEndsAt dayStartsAt endsOn firstShownTo id isOnBehalf maybeUntil noReason
       noticeDays places profession remotePercent setting shownToAllOn standing startsOn supervisorNamedBy takenPlaces version weekdays`,
    ],
    ['READ_SITES', 'host site'],
    ['READ_SUPERVISORS', 'supervisor'],
    ['NEVER', 'confirmedBy'],
  ],
  Supervisor: [
    [
      'READ_SUPERVISORS',
      'atOnceAtMost checkAgainBy checkedOn displayName eligibility id profession registered scope version weekdays',
    ],
    ['READ_SITES', 'host'],
    // what was seen of somebody on the Register, by whom, and where they are written to
    ['NEVER', 'adviceRecordedOn checkedBy proceedings seen signOffAddress'],
  ],
  Placement: [
    [
      'READ_PLACEMENTS',
      `attendance changedOn describedAs endedBy endsOn expiresOn fieldOfPractice hostAcceptedOn id movedFrom nextBestBy offeredOn proposedOn returnerAcceptedOn
       startsOn state supervision version viewerActions weekdays`,
    ],
    ['READ_CAPACITY', 'capacityOffer'],
    ['READ_PEOPLE', 'returnerName'],
    ['READ_SITES', 'host site'],
    ['READ_SIGN_OFFS', 'signOffs'],
    ['READ_SUPERVISORS', 'standIns supervisor supervisorName supervisorNow'],
    // an adjustment, a check and a reason can each hint at somebody's health
    ['NEVER', 'adjustments checks isLocked reason request returner travel'],
    ['READ_ASSESSMENTS', 'assessments assessmentsBeforeMove'],
    // what is said of somebody's practice; who may assess whom is answered where an assessment is assigned
    ['NEVER', 'assessmentsToPlan assessorChoices learningAgreement viewerMayStartAgreement'],
  ],
  SignOff: [
    [
      'READ_SIGN_OFFS',
      `agreedText askedOn fieldOfPractice from id isProvisional linkEndsAt linkSentOn nudgedOn signedAt siteName state statement
       takenBackOn takenBackReason until version viewerActions`,
    ],
    ['READ_PEOPLE', 'returnerName'],
    ['READ_SUPERVISORS', 'signedBy supervisorName'],
    ['READ_SITES', 'host'],
    // with what the supervisor remarks of somebody, and what is shown for it
    ['NEVER', 'activities days evidence'],
  ],

  Assessment: [
    [
      'READ_ASSESSMENTS',
      `assessorName assignedOn describedAs dueOn fieldOfPractice id isLate kind outcomes rules siteName standards state statement submittedOn version
       withdrawalReason withdrawnOn`,
    ],
    ['READ_PEOPLE', 'returnerName'],
    ['READ_PLACEMENTS', 'placement'],
    // what somebody has said of somebody else's practice, and what becomes of it
    [
      'NEVER',
      'appealUntil appeals draft evidence gaps isBeingCorrected moderations nextStep outcome versions viewerActions waiting',
    ],
  ],
  Assessor: [
    ['READ_ASSESSMENTS', 'displayName id profession registeredFrom registeredUntil version'],
    ['READ_SITES', 'host'],
    // what was seen of somebody on the Register, and by whom
    ['NEVER', 'checkedBy checkedOn hasProceedings seen'],
  ],
  FollowedPlacement: [
    [
      'FOLLOW_STUDENTS',
      'changedOn endsOn fieldOfPractice hostName id returnerName siteName startsOn state version weekdays',
    ],
  ],
  StandIn: [['READ_SUPERVISORS', 'from namedOn supervisorName']],

  PartnerClient: [
    [
      'ANY',
      'belongsTo board budget createdAt endsOn id keys lastUsedAt name revokedAt scopes standing version viewerMayManage',
    ],
    ['READ_SITES', 'host'],
    ['NEVER', 'ownerName'],
  ],
  // those that it asked for itself
  BulkExport: [
    [
      'ANY',
      'askedAt bytes downloadPath fileName finishedAt format id keptUntil list query rows sha256 startedAt state stopReason variables version waitsUntil',
    ],
  ],
  PartnerKey: [['ANY', 'endsAt hint id isInUse lastUsedAt madeAt']],
};

const namesIn = (text: string): string[] => text.split(/\s+/).filter((name) => name !== '');

/** `Type.field` → to whom it is open, for the types that are decided field by field. */
const decided: ReadonlyMap<string, OpenTo> = new Map(
  Object.entries(fieldScopes).flatMap(([type, groups]) =>
    groups === 'NEVER'
      ? []
      : groups.flatMap(([open, names]) => namesIn(names).map((name) => [`${type}.${name}`, open] as const)),
  ),
);

/** Types of which not everybody sees every row: those that must be decided here. */
export const isGuarded = (type: string): boolean =>
  fieldsSeenBy[type]?.every(([seenBy]) => typeof seenBy !== 'string') === true;

/** What a field of a type takes of a partner program. */
export const openTo = (type: string, field: string): OpenTo => {
  if (type === 'Query') return queryScopes[field] ?? 'NEVER';
  if (type === 'Mutation') return mutationScopes[field] ?? 'NEVER';
  if (type === 'Subscription') return subscriptionScopes[field] ?? 'NEVER';
  if (type in fieldScopes || isGuarded(type)) return decided.get(`${type}.${field}`) ?? 'NEVER';
  return 'ANY';
};

/** Whether somebody may be told that a record of a type is there: what no program reads is there for none, whatever its policy says. */
export const existsFor = (actor: Pick<Actor, 'kind'>, type: string): boolean =>
  actor.kind !== 'PARTNER' || openTo(type, 'id') !== 'NEVER';
