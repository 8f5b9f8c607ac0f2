/** Everybody who could ask for one returner's record. */
export const viewers = {
  ANONYMOUS: 'Not signed in.',
  RETURNER: 'The person whose record it is.',
  SUSPENDED: 'The person whose record it is, while the account is suspended.',
  OTHER_RETURNER: 'Another person on the way back.',
  SUPERVISOR: 'The supervisor of the person’s placement.',
  ASSESSOR: 'An assessor.',
  COUNTER_SIGNATORY: 'A counter-signatory.',
  ORGANISATION_MEMBER: 'Somebody who works for the organisation that hosts the person.',
  ORGANISATION_ADMINISTRATOR: 'Somebody who manages the organisation that hosts the person.',
  COORDINATOR: 'A coordinator of the person’s region, while the person agrees to be seen.',
  COORDINATOR_NOT_AGREED: 'A coordinator of the person’s region, when the person does not agree.',
  OTHER_COORDINATOR: 'A coordinator of another region.',
  ADMINISTRATOR: 'Somebody who runs the service.',
  PARTNER: 'A program of a partner.',
} as const;

/** One of them. */
export type Viewer = keyof typeof viewers;

/** Who sees a field. */
export type SeenBy =
  | readonly Viewer[]
  /** A public fact. */
  | 'EVERYONE'
  /** A part of another record, with no rows of its own: seen where the field that holds it is seen. */
  | 'WITH_ITS_HOLDER'
  /** An answer to whoever was allowed to ask. */
  | 'CALLER';

const self: readonly Viewer[] = ['RETURNER'];
const selfAndCoordinator: readonly Viewer[] = ['RETURNER', 'COORDINATOR'];
const selfAndAdministrator: readonly Viewer[] = ['RETURNER', 'ADMINISTRATOR'];
/** Everybody with an account in use. */
const signedIn: readonly Viewer[] = [
  'RETURNER',
  'OTHER_RETURNER',
  'SUPERVISOR',
  'ASSESSOR',
  'COUNTER_SIGNATORY',
  'ORGANISATION_MEMBER',
  'ORGANISATION_ADMINISTRATOR',
  'COORDINATOR',
  'COORDINATOR_NOT_AGREED',
  'OTHER_COORDINATOR',
  'ADMINISTRATOR',
];
const atHost: readonly Viewer[] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];
/** Those who look after an organisation's places; the coordinators there do so whether or not the person agrees to be seen. */
const hosting: readonly Viewer[] = [...atHost, 'COORDINATOR', 'COORDINATOR_NOT_AGREED'];
const hostingAndSupervisor: readonly Viewer[] = [...hosting, 'SUPERVISOR'];
/** Both sides of a placement that was offered, the supervisor, and the coordinators who see the person. */
const placing: readonly Viewer[] = ['RETURNER', 'COORDINATOR', ...atHost, 'SUPERVISOR'];
/** The same, and who assesses the person. */
const assessing: readonly Viewer[] = [...placing, 'ASSESSOR'];
/** Those who read what an assessment says: not the organisation, which learns that there is one. */
const readingAssessments: readonly Viewer[] = ['RETURNER', 'COORDINATOR', 'SUPERVISOR', 'ASSESSOR'];
const sides: readonly Viewer[] = ['RETURNER', 'COORDINATOR', ...atHost];
const ownAccount: readonly Viewer[] = ['RETURNER', 'SUSPENDED', 'ADMINISTRATOR'];

/**
 * Who sees what of one returner's record: every object type with each of its fields. A field that stands nowhere here fails the
 * tests until somebody has decided. Connections, edges and pages are seen as the rows in them are.
 */
export const fieldsSeenBy: Readonly<Record<string, readonly (readonly [SeenBy, string])[]>> = {
  // accounts and audit
  Account: [[ownAccount, 'createdAt displayName email id roles suspendedAt version viewerMaySuspend auditEntries']],
  RoleGrant: [[ownAccount, 'grantedAt place role']],
  AuditEntry: [
    [selfAndAdministrator, 'action at doneAs doneBy fields id subjectType traceId'],
    // administrators see that something was done to a returner's record, and not the record
    [self, 'subject'],
  ],
  Viewer: [
    [
      'WITH_ITS_HOLDER',
      'account coordinatedBoards coordinatedRegions displayName hasPassword hostInvitations hosts isDemonstration isSignedIn isSuspended mustSignInAgain places returner role roles savedViews supervisors today wantsReminders',
    ],
  ],

  // the person on the way back
  Returner: [
    [
      selfAndCoordinator,
      `answers application board evidence consentChoices consents coordinatorsSeeSince describedAs displayName eligibility fieldOfPractice hcpcNumber placement placementRequest placements homeDistrict selfAssessment signOffs signedPractice
       id isRegionChosen logHistory loggedDays pathway plan preferredName professionCode programmeDecision questionToHcpc region
       regionMove stage standingOn startedOn timeline totals updating version viewerMayDecideProgrammeEntry viewerMayEdit`,
    ],
    [self, 'evidenceRoom homePostcode placementOdds practiceHistory'],
  ],
  ConsentDecision: [[selfAndCoordinator, 'decidedAt isGiven kind wordingVersion']],
  Evidence: [
    [['RETURNER', 'SUPERVISOR'], 'addedAt bytes filedAt id kind title version viewerMayOpen virusCheck'],
    [self, 'ties warnings'],
  ],
  EvidenceRoom: [['WITH_ITS_HOLDER', 'bytes bytesAtMost fileBytesAtMost files filesAtMost']],
  EvidenceTie: [['WITH_ITS_HOLDER', 'formLine loggedDayId onDate standardId standardNumber']],
  ReturnerLikeness: [[['COORDINATOR'], 'id obstacles one other reasons']],
  ReturnerMerge: [
    [
      ['COORDINATOR'],
      'id mergedAt mergedReturnerId movedDays movedPlacements movedRequests returner undoUntil undoneAt',
    ],
  ],
  QuestionToHcpc: [[selfAndCoordinator, 'answeredDays answeredOn answeredRoute askedOn']],
  Application: [[selfAndCoordinator, 'decidedOn dueOn id isOverdue returner route sentOn standsSince state version']],
  ReturnerApplication: [
    [
      'WITH_ITS_HOLDER',
      'clocks entries feeRule fees isFollowedHere mayApplyAgain mayRecord onTheRegister packDigest planned route sentOn standing state steps version viewerMayEdit wayExplanation wayLink ways',
    ],
  ],
  ApplicationStep: [['WITH_ITS_HOLDER', 'explanation isForSome isReady key rule title']],
  ApplicationClock: [['WITH_ITS_HOLDER', 'endsOn isOver kind rule startedOn title whatICanDo']],
  ApplicationEntry: [['WITH_ITS_HOLDER', 'answersId askedFor dueOn id kind on pence registrationNumber version way']],
  PlannedSending: [['WITH_ITS_HOLDER', 'countedMinutes dropsOutBefore explanation isEnough on requiredMinutes rule']],
  DaysDroppingOut: [['WITH_ITS_HOLDER', 'dropsOutOn minutes']],
  OnTheRegister: [['WITH_ITS_HOLDER', 'nextRenewal registrationNumber rules since titles']],
  StepStanding: [['WITH_ITS_HOLDER', 'key since usualTime whatICanDo who']],
  ExpectedSubmission: [
    ['CALLER', 'basis expectedOn fieldOfPractice isUpdatingComplete name returnerId shortfallMinutes'],
  ],
  ProgrammeDecision: [[selfAndCoordinator, 'decidedAt decision reason']],
  Plan: [[selfAndCoordinator, 'daysAWeek forecast mix savedOn startOn version weeksOff']],
  UpdatingTotal: [[selfAndCoordinator, 'entries kind minutes']],
  LoggedDay: [
    [selfAndCoordinator, 'history id isPaidPost kind minutes onDate recordedAt startsAt version'],
    [self, 'evidence note'],
  ],
  LoggedDayVersion: [
    [selfAndCoordinator, 'isPaidPost isRemoved kind minutes onDate recordedAt startsAt supersededAt version'],
    [self, 'note'],
  ],
  ConsentChoice: [['WITH_ITS_HOLDER', 'isGiven kind text wordingVersion']],
  Pathway: [['WITH_ITS_HOLDER', 'doneCount isSettled nextTask requirement route tasks']],
  PathwayTask: [['WITH_ITS_HOLDER', 'elsewhere explanation firstDo key state title waiting']],
  Waiting: [['WITH_ITS_HOLDER', 'forWhom since usualTime whatICanDo']],
  Elsewhere: [['WITH_ITS_HOLDER', 'explanation link']],
  PlannedMix: [['WITH_ITS_HOLDER', 'formal private supervised']],
  PlannedTimeOff: [['WITH_ITS_HOLDER', 'from to']],
  PracticePeriod: [['WITH_ITS_HOLDER', 'from place to work']],

  // placements
  CapacityOffer: [
    [
      hosting,
      `adjustments answer askAgainOn confirmedBy confirmedOn contract dayEndsAt dayStartsAt endsOn firstShownTo host id isOnBehalf
       maybeUntil noReason noticeDays places profession remotePercent setting shownToAllOn site standing startsOn
       supervisor supervisorNamedBy takenPlaces version weekdays`,
    ],
  ],
  Host: [
    [
      signedIn,
      `assessors board capacityOffers contactEmail contactName contactPhone id kind localPolicy members name odsCode region sites supervisors trust
       version viewerMayGiveRoles viewerMayManage`,
    ],
  ],
  HostInvitation: [[self, 'host id invitedOn role']],
  HostMember: [[hosting, 'displayName email isInvited role since']],
  MatchCostPart: [['WITH_ITS_HOLDER', 'explanation points preference']],
  MatchFix: [['WITH_ITS_HOLDER', 'amount explanation kind moves place']],
  MatchPlace: [['WITH_ITS_HOLDER', 'capacityOfferId hostName placementSiteId siteName supervisorName']],
  MatchPlan: [
    [
      'WITH_ITS_HOLDER',
      'feasiblePairs isRoutingComplete locksNotKept offered pairs totals unmatched wouldRather wouldRatherPairs',
    ],
  ],
  MatchPreferred: [['WITH_ITS_HOLDER', 'place returner']],
  PlaceMatched: [
    [
      'WITH_ITS_HOLDER',
      'capacityOfferId endsOn hostId hostName placementSiteId professionCode siteName startsOn supervisorId supervisorName',
    ],
  ],
  MatchReturner: [['WITH_ITS_HOLDER', 'fieldOfPractice name placementRequestId returnerId waitedDays']],
  MatchTotals: [['WITH_ITS_HOLDER', 'changes costPoints placed waitedDays']],
  MatchTravel: [['WITH_ITS_HOLDER', 'minutes origin plusMinus']],
  RegionMove: [
    [
      ['RETURNER', 'COORDINATOR', 'OTHER_COORDINATOR'],
      `answeredBy answeredOn askedBy askedOn declineReason fieldOfPractice fromRegion id reason state toRegion version
       viewerMayAnswer viewerMayTakeBack`,
    ],
    [selfAndCoordinator, 'returner'],
  ],
  ReturnerStanding: [
    [
      'WITH_ITS_HOLDER',
      'hasBegun isShared isWaitingForHcpc loggedMinutes on placement programmeDecision waitsForPlaceSince',
    ],
  ],
  SavedView: [[['COORDINATOR', 'COORDINATOR_NOT_AGREED'], 'id name query version']],
  TimelineEvent: [['WITH_ITS_HOLDER', 'by kind on sentence']],
  MondayCount: [['WITH_ITS_HOLDER', 'count kind']],
  MondayItem: [['WITH_ITS_HOLDER', 'about besideId daysLost dueOn kind reason subjectId']],
  MondayList: [['WITH_ITS_HOLDER', 'awaitingDecision daysLost items kinds supply']],
  PlacementMap: [['WITH_ITS_HOLDER', 'freePlaces points waiting waitingElsewhere']],
  PlacementMapPoint: [['WITH_ITS_HOLDER', 'freePlaces kind latitude longitude name placeId postcode waiting']],
  ProfessionSupply: [['WITH_ITS_HOLDER', 'believableSeats fieldOfPractice openRequests professionCode staleSeats']],
  MatchedPair: [
    [
      'WITH_ITS_HOLDER',
      `costParts costPoints endsOn fits isKept isLocked place rank reasons returner startsOn travel weekdays`,
    ],
  ],
  Placement: [
    [
      placing,
      `adjustments changedOn checks endedBy endsOn expiresOn fieldOfPractice host hostAcceptedOn id learningAgreement movedFrom nextBestBy
       offeredOn proposedOn reason returnerAcceptedOn returnerName signOffs site standIns startsOn state supervision supervisorName supervisorNow version
       viewerActions viewerMayStartAgreement weekdays`,
    ],
    [selfAndCoordinator, 'request returner travel'],
    [[...atHost, 'COORDINATOR'], 'capacityOffer'],
    [[...atHost, 'COORDINATOR', 'SUPERVISOR'], 'supervisor'],
    [['COORDINATOR'], 'isLocked'],
    [[...placing], 'assessments'],
    [['COORDINATOR', ...atHost], 'assessmentsToPlan assessorChoices'],
  ],
  PlacementOdds: [['WITH_ITS_HOLDER', 'explanation fits offered with']],
  PlacementOddsWith: [['WITH_ITS_HOLDER', 'amount fits kind weekday']],
  PlacementRequest: [
    [
      selfAndCoordinator,
      `adjustments closedOn dayEndsAt dayStartsAt daysAWeek daysNeeded earliestStartOn escalatesOn id isOverdue
       knownBy latestStartOn likedSettings likedWeekdays minutesADayAtLeast noticeDays ranking returner sentOn sitesToAsk state
       travelMinutesAtMost travelMode version wantsPaid weekdays`,
    ],
  ],
  PlacementRequestSent: [['WITH_ITS_HOLDER', 'placementRequest']],
  PlacementRequestWithdrawn: [['WITH_ITS_HOLDER', 'placementRequest']],
  PlacementSite: [
    [
      signedIn,
      `about adjustments atOnceAtMost capacityOffers checklist confirmedOn district host id latitude longitude name needs postcode
       site version`,
    ],
  ],
  PlacementSupervisor: [['WITH_ITS_HOLDER', 'frozenFrom name scope since']],
  PlacementSupervision: [['WITH_ITS_HOLDER', 'frozenFrom onDate rules signsDay tellsCoordinator']],
  PlacementWithdrawn: [['WITH_ITS_HOLDER', 'placement']],
  Proceeding: [['WITH_ITS_HOLDER', 'from kind until']],
  RegistrationSpan: [['WITH_ITS_HOLDER', 'from until']],
  SiteQuestion: [
    [sides, 'answeredOn askedOn escalatesOn host id isOverdue profession site'],
    [selfAndCoordinator, 'returner'],
  ],
  SiteToAsk: [
    ['WITH_ITS_HOLDER', 'answeredOn askedOn escalatesOn hasContact hostName isOverdue placementSiteId siteName travel'],
  ],
  ConfidenceGap: [['WITH_ITS_HOLDER', 'explanation reason']],
  ConfidenceLevel: [['WITH_ITS_HOLDER', 'after before confidence']],
  GoalTemplate: [['WITH_ITS_HOLDER', 'evidence fits goal how number']],
  LearningAgreement: [
    [
      placing,
      `agreed changedOn edition goals history id placementDays plan requiredDays requirements startedOn state statement templates
       version viewerActions`,
    ],
    [['RETURNER', 'COORDINATOR', 'SUPERVISOR'], 'confidence'],
  ],
  LearningAgreementEdition: [['WITH_ITS_HOLDER', 'agreedAt agreedBy edition goals plan sentences']],
  LearningAgreementStatement: [['WITH_ITS_HOLDER', 'sentences version']],
  LearningAgreementStep: [['WITH_ITS_HOLDER', 'at byName comment edition kind party']],
  LearningGoal: [['WITH_ITS_HOLDER', 'by evidence goal how label number']],
  LearningPlan: [['WITH_ITS_HOLDER', 'formalDays meetEveryWeeks privateDays supervisedDays']],
  LocalPolicy: [
    [
      signedIn,
      'daysAWeekAtLeast daysHereAtLeast id inOwnWords isOnBehalf meetEveryWeeksAtMost savedOn standards supervisedPercentAtLeast version',
    ],
  ],
  PlanRequirement: [['WITH_ITS_HOLDER', 'explanation isAssumed isMet key layer sources title']],
  SelfAssessedStandard: [
    ['WITH_ITS_HOLDER', 'after afterOn before beforeOn change evidence gap goal label number version'],
  ],
  SelfAssessment: [
    ['WITH_ITS_HOLDER', 'answeredAfter answeredBefore fell gaps isAfterOpen levels rose same source standards'],
  ],
  SignOff: [
    [
      placing,
      `activities agreedText askedOn days fieldOfPractice from host id isProvisional linkEndsAt linkSentOn nudgedOn returnerName signedAt signedBy
       siteName state statement supervisorName takenBackOn takenBackReason until version viewerActions`,
    ],
    [['RETURNER', 'SUPERVISOR'], 'evidence'],
  ],
  Assessment: [
    [
      assessing,
      `appealUntil assessorName assignedOn dueOn fieldOfPractice id isBeingCorrected isLate kind outcomes returnerName rules siteName
       standards state statement submittedOn version viewerActions withdrawalReason withdrawnOn`,
    ],
    [placing, 'placement'],
    [readingAssessments, 'moderations nextStep outcome versions waiting'],
    [['RETURNER', 'COORDINATOR', 'ASSESSOR'], 'appeals'],
    [['ASSESSOR'], 'draft gaps'],
  ],
  AssessmentAppeal: [['WITH_ITS_HOLDER', 'answer answeredOn note notedOn number']],
  AssessmentCriterion: [['WITH_ITS_HOLDER', 'comment evidence outcome standard']],
  AssessmentDraft: [['WITH_ITS_HOLDER', 'actions criteria outcome reason savedOn summary']],
  AssessmentGap: [['WITH_ITS_HOLDER', 'message standard']],
  AssessmentModeration: [
    [
      'WITH_ITS_HOLDER',
      'answeredOn askedOn askedWhy dueOn moderatorName number outcome reasons settledOn settledWhy settlement state',
    ],
  ],
  AssessmentPlannedAction: [['WITH_ITS_HOLDER', 'actionId byOn doneOn what']],
  AssessmentStandard: [['WITH_ITS_HOLDER', 'isHeadingConfirmed label number']],
  AssessmentStatement: [['WITH_ITS_HOLDER', 'confirms doesNotConfirm version']],
  AssessmentToDo: [['WITH_ITS_HOLDER', 'assessmentId dueOn fieldOfPractice isLate kind returnerName siteName task']],
  AssessmentVersion: [
    ['WITH_ITS_HOLDER', 'actions agreedText criteria number outcome reason submittedAt submittedBy summary'],
  ],
  AssessmentWait: [['WITH_ITS_HOLDER', 'forWhom since usualTime whatReturnerCanDo']],
  Assessor: [
    [
      [...hosting, 'ASSESSOR'],
      'checkedBy checkedOn displayName hasProceedings host id profession registeredFrom registeredUntil seen version',
    ],
  ],
  AssessorChoice: [['WITH_ITS_HOLDER', 'assessorId displayName hostName isEligible reasons waiting']],
  AssessorReason: [['WITH_ITS_HOLDER', 'isMet key message']],
  SignOffDay: [['WITH_ITS_HOLDER', 'comment loggedDayId minutes onDate startsAt state version']],
  SignOffSheet: [
    ['WITH_ITS_HOLDER', 'activities days fieldOfPractice linkEndsAt returnerName siteName statement supervisorName'],
  ],
  SignOffStatement: [['WITH_ITS_HOLDER', 'confirms doesNotConfirm version']],
  SignOffToDo: [['WITH_ITS_HOLDER', 'askedOn days isBlocked minutes returnerName signOffId siteName']],
  SignedPractice: [['WITH_ITS_HOLDER', 'provisionalMinutes signedMinutes unsignedMinutes waitingMinutes']],
  StandIn: [[placing, 'from namedOn supervisorName']],
  StartingCheck: [
    [placing, 'begunOn dueOn goodUntil id isOverdue kind owner settledOn state usualTime version whatReturnerCanDo'],
  ],
  Supervisor: [
    [
      hostingAndSupervisor,
      `adviceRecordedOn atOnceAtMost checkAgainBy checkedBy checkedOn displayName eligibility host id proceedings
       profession registered scope seen signOffAddress version weekdays`,
    ],
  ],
  SupervisorDecision: [['WITH_ITS_HOLDER', 'eligibleFrom isEligible notes onDate reasons']],
  SupervisorReason: [['WITH_ITS_HOLDER', 'isMet message metFrom rule']],
  UnmatchedReturner: [['WITH_ITS_HOLDER', 'binding cheapestFix explanation fits offered returner']],

  // what the rules answer, to everybody who asks with answers of their own
  ApproximateDate: [['WITH_ITS_HOLDER', 'day month year']],
  CitedRule: [['WITH_ITS_HOLDER', 'assumed explanation inForceFrom inForceUntil key sources title']],
  CounterSignatoryDecision: [['WITH_ITS_HOLDER', 'isValid reasons warnings']],
  PlacementTaskDecision: [['WITH_ITS_HOLDER', 'isAllowed refusals rule']],
  CountedEntry: [['WITH_ITS_HOLDER', 'countedMinutes countsForApplicationsUntil key kind minutes notCounted on']],
  DateNeeded: [['WITH_ITS_HOLDER', 'explanation field question']],
  EligibilityAnswerGiven: [['WITH_ITS_HOLDER', 'answer field label']],
  EligibilityAnswers: [
    [
      'WITH_ITS_HOLDER',
      `applicationOn lastPractised leftRegister livesIn paidPost plansToWorkIn practising profession qualified
       registeredWithProgrammeOn registration trained work`,
    ],
  ],
  EligibilityContradicted: [['WITH_ITS_HOLDER', 'refusals steps unusedAnswers']],
  EligibilityOption: [['WITH_ITS_HOLDER', 'hint label value']],
  EligibilityOutcome: [
    [
      'WITH_ITS_HOLDER',
      `datesNeeded fees fieldOfPractice headline moneyHelp myths nextActions possibilities programme renewal requirement route
       rules steps summary threshold unusedAnswers verdict whatCounts window wouldChange`,
    ],
  ],
  EligibilityPossibility: [['WITH_ITS_HOLDER', 'planOnThis requirement route when']],
  EligibilityQuestion: [['WITH_ITS_HOLDER', 'hint key parts title why']],
  EligibilityQuestionDue: [['WITH_ITS_HOLDER', 'atMost number question steps unusedAnswers']],
  EligibilityQuestionPart: [['WITH_ITS_HOLDER', 'field hint kind label options']],
  EligibilityRenewal: [['WITH_ITS_HOLDER', 'closesOn isOpen opensOn']],
  EligibilityStep: [['WITH_ITS_HOLDER', 'answers question']],
  EligibilityThreshold: [['WITH_ITS_HOLDER', 'daysBefore daysFrom explanation on']],
  ExpiryForecast: [['WITH_ITS_HOLDER', 'dropsOutOn keys minutes']],
  FeeLine: [['WITH_ITS_HOLDER', 'label pence']],
  Fees: [['WITH_ITS_HOLDER', 'explanation inForceFrom lines sources totalPence']],
  Forecast: [
    [
      'WITH_ITS_HOLDER',
      'backEarliestOn backLatestOn binding changes constraints requirement rules updatingDoneOn warnings weeks',
    ],
  ],
  ForecastImpossible: [
    ['WITH_ITS_HOLDER', 'bestCountedMinutes binding changes explanation leastChange requirement rules warnings weeks'],
  ],
  ForecastRefused: [['WITH_ITS_HOLDER', 'refusals']],
  MoneyHelp: [['WITH_ITS_HOLDER', 'asOf explanation mayBeOutOfDate sources title upToPence']],
  Myth: [['WITH_ITS_HOLDER', 'claim sources truth']],
  NextAction: [['WITH_ITS_HOLDER', 'explanation link title']],
  NotCounted: [['WITH_ITS_HOLDER', 'explanation minutes reason']],
  PlanChange: [['WITH_ITS_HOLDER', 'change daysAWeek keepsWeeksOff key privatePercent updatingDoneOn']],
  PlanConstraint: [['WITH_ITS_HOLDER', 'daysSooner explanation key']],
  PlanWeek: [
    [
      'WITH_ITS_HOLDER',
      'countedMinutes daysOff expiredMinutes formalMinutes privateMinutes startsOn supervisedMinutes',
    ],
  ],
  ProgrammeEligibility: [['WITH_ITS_HOLDER', 'explanation rules verdict']],
  Source: [['WITH_ITS_HOLDER', 'key publisher readOn title url']],
  UpdatingCount: [
    [
      'WITH_ITS_HOLDER',
      `countedMinutes entries expiries isComplete kinds loggedMinutes notCounted requirement rules shortfallMinutes
       shortfallNotPrivateMinutes window`,
    ],
  ],
  UpdatingCountRefused: [['WITH_ITS_HOLDER', 'refusals']],
  UpdatingKindTotal: [['WITH_ITS_HOLDER', 'countedMinutes kind minutes']],
  UpdatingRequirement: [['WITH_ITS_HOLDER', 'days minutes privateDaysAtMost privateMinutesAtMost']],
  UpdatingWindow: [['WITH_ITS_HOLDER', 'applicationOn closesOn explanation months opensOn']],
  WhatCounts: [['WITH_ITS_HOLDER', 'daysAtMost examples explanation kind sources title']],
  WouldChange: [['WITH_ITS_HOLDER', 'change effect']],

  // public facts
  BoardSuccession: [['EVERYONE', 'effectiveFrom predecessor successor']],
  IntegratedCareBoard: [['EVERYONE', 'closedOn code id name openedOn region successions takenOverFrom trusts']],
  PostcodeDistrict: [['EVERYONE', 'code id latitude longitude postcodes']],
  Profession: [
    [
      'EVERYONE',
      'code fieldOfPractice id isEnglandAhp name protectedTitles registrants registrantsCountedOn renewalWindow',
    ],
  ],
  Region: [['EVERYONE', 'boards code id name trusts']],
  RenewalWindow: [['EVERYONE', 'closesOn isOpen opensOn']],
  Site: [['EVERYONE', 'id latitude longitude name odsCode postcode trust']],
  StandardOfProficiency: [['EVERYONE', 'id isHeadingConfirmed label number validFrom']],
  Trust: [['EVERYONE', 'board closedOn id latitude longitude name odsCode openedOn postcode region sites']],

  // answers of mutations
  AcceptRegionMoveRefused: [['CALLER', 'refusals']],
  AskRegionMoveRefused: [['CALLER', 'refusals']],
  DeclineRegionMoveRefused: [['CALLER', 'refusals']],
  DeleteViewRefused: [['CALLER', 'refusals']],
  RegionMoveAccepted: [['CALLER', 'regionMove']],
  RegionMoveAsked: [['CALLER', 'regionMove']],
  RegionMoveDeclined: [['CALLER', 'regionMove']],
  RegionMoveTakenBack: [['CALLER', 'regionMove']],
  RenameViewRefused: [['CALLER', 'refusals']],
  SaveViewRefused: [['CALLER', 'refusals']],
  TakeBackRegionMoveRefused: [['CALLER', 'refusals']],
  ViewDeleted: [['CALLER', 'savedViews']],
  ViewRenamed: [['CALLER', 'savedViews']],
  ViewSaved: [['CALLER', 'savedViews']],
  EvidenceFiled: [['CALLER', 'evidence']],
  EvidenceRemoved: [['CALLER', 'returner']],
  FileEvidenceRefused: [['CALLER', 'refusals']],
  RemoveEvidenceRefused: [['CALLER', 'refusals']],
  AgreeToLearningRefused: [['CALLER', 'refusals']],
  AssessStandardRefused: [['CALLER', 'refusals']],
  LearningAgreedTo: [['CALLER', 'learningAgreement']],
  LearningAgreementReopened: [['CALLER', 'learningAgreement']],
  LearningAgreementSentBack: [['CALLER', 'learningAgreement']],
  LearningAgreementShared: [['CALLER', 'learningAgreement']],
  LearningAgreementStarted: [['CALLER', 'learningAgreement']],
  LearningAgreementTakenBack: [['CALLER', 'learningAgreement']],
  LearningGoalRemoved: [['CALLER', 'learningAgreement']],
  LearningGoalSaved: [['CALLER', 'learningAgreement']],
  LearningPlanSaved: [['CALLER', 'learningAgreement']],
  LocalPolicySaved: [['CALLER', 'host']],
  RemoveLearningGoalRefused: [['CALLER', 'refusals']],
  ReopenLearningAgreementRefused: [['CALLER', 'refusals']],
  SaveLearningGoalRefused: [['CALLER', 'refusals']],
  SaveLearningPlanRefused: [['CALLER', 'refusals']],
  SaveLocalPolicyRefused: [['CALLER', 'refusals']],
  SendBackLearningAgreementRefused: [['CALLER', 'refusals']],
  ShareLearningAgreementRefused: [['CALLER', 'refusals']],
  StandardAssessed: [['CALLER', 'returner']],
  StartLearningAgreementRefused: [['CALLER', 'refusals']],
  TakeBackLearningAgreementRefused: [['CALLER', 'refusals']],
  AddAssessorRefused: [['CALLER', 'refusals']],
  AssessorAdded: [['CALLER', 'assessor']],
  CheckAssessorRefused: [['CALLER', 'refusals']],
  AssessorChecked: [['CALLER', 'assessor']],
  AssignAssessmentRefused: [['CALLER', 'refusals']],
  AssessmentAssigned: [['CALLER', 'assessment']],
  ReassignAssessmentRefused: [['CALLER', 'refusals']],
  AssessmentReassigned: [['CALLER', 'assessment']],
  WithdrawAssessmentRefused: [['CALLER', 'refusals']],
  AssessmentWithdrawn: [['CALLER', 'assessment']],
  SaveAssessmentDraftRefused: [['CALLER', 'refusals']],
  AssessmentDraftSaved: [['CALLER', 'assessment']],
  SubmitAssessmentRefused: [['CALLER', 'refusals']],
  AssessmentSubmitted: [['CALLER', 'assessment']],
  CorrectAssessmentRefused: [['CALLER', 'refusals']],
  AssessmentCorrectionBegun: [['CALLER', 'assessment']],
  DropCorrectionRefused: [['CALLER', 'refusals']],
  CorrectionDropped: [['CALLER', 'assessment']],
  TickAssessmentActionRefused: [['CALLER', 'refusals']],
  AssessmentActionTicked: [['CALLER', 'assessment']],
  AskModerationRefused: [['CALLER', 'refusals']],
  ModerationAsked: [['CALLER', 'assessment']],
  AnswerModerationRefused: [['CALLER', 'refusals']],
  ModerationAnswered: [['CALLER', 'assessment']],
  SettleModerationRefused: [['CALLER', 'refusals']],
  ModerationSettled: [['CALLER', 'assessment']],
  NoteAppealRefused: [['CALLER', 'refusals']],
  AppealNoted: [['CALLER', 'assessment']],
  AnswerAppealRefused: [['CALLER', 'refusals']],
  AppealAnswered: [['CALLER', 'assessment']],
  AskSignOffRefused: [['CALLER', 'refusals']],
  NudgeSignOffRefused: [['CALLER', 'refusals']],
  WithdrawSignOffRefused: [['CALLER', 'refusals']],
  PassOnSignOffRefused: [['CALLER', 'refusals']],
  NameStandInRefused: [['CALLER', 'refusals']],
  RenewSignOffLinkRefused: [['CALLER', 'refusals']],
  StandInNamed: [['CALLER', 'placement']],
  SignOffLinkRenewed: [['CALLER', 'linkSentOn']],
  SettleSignOffRefused: [['CALLER', 'refusals']],
  TakeBackSignatureRefused: [['CALLER', 'refusals']],
  ConfirmSupervisorAddressRefused: [['CALLER', 'refusals']],
  SettleSignOffByLinkRefused: [['CALLER', 'refusals']],
  DisownSignatureRefused: [['CALLER', 'refusals']],
  SignOffAsked: [['CALLER', 'signOff']],
  SignOffNudged: [['CALLER', 'signOff']],
  SignOffWithdrawn: [['CALLER', 'signOff']],
  SignOffPassedOn: [['CALLER', 'signOff']],
  SignOffSettled: [['CALLER', 'signOff']],
  SignatureTakenBack: [['CALLER', 'signOff']],
  SupervisorAddressConfirmed: [['CALLER', 'supervisor']],
  SignOffSettledByLink: [['CALLER', 'state']],
  SignatureDisowned: [['CALLER', 'state']],
  AcceptPlacementRefused: [['CALLER', 'refusals']],
  AskSiteRefused: [['CALLER', 'refusals']],
  SiteAsked: [['CALLER', 'placementRequest']],
  AddCapacityOfferRefused: [['CALLER', 'refusals']],
  AddHostRefused: [['CALLER', 'refusals']],
  AddPlacementSiteRefused: [['CALLER', 'refusals']],
  AddSupervisorRefused: [['CALLER', 'refusals']],
  CapacityOfferAdded: [['CALLER', 'capacityOffer']],
  CapacityOfferChanged: [['CALLER', 'capacityOffer']],
  CapacityOfferConfirmed: [['CALLER', 'capacityOffer']],
  ChangeCapacityOfferRefused: [['CALLER', 'refusals']],
  ChangePlacementRequestRefused: [['CALLER', 'refusals']],
  ChangeSupervisorRefused: [['CALLER', 'refusals']],
  CompletePlacementRefused: [['CALLER', 'refusals']],
  ConfirmCapacityOfferRefused: [['CALLER', 'refusals']],
  ConfirmSiteProfileRefused: [['CALLER', 'refusals']],
  CorrectTravelRefused: [['CALLER', 'refusals']],
  DeclinePlacementRefused: [['CALLER', 'refusals']],
  EndPlacementEarlyRefused: [['CALLER', 'refusals']],
  GiveHostRoleRefused: [['CALLER', 'refusals']],
  AcceptHostInvitationRefused: [['CALLER', 'refusals']],
  HostAdded: [['CALLER', 'host']],
  HostInvitationAccepted: [['CALLER', 'host']],
  HostContactNamed: [['CALLER', 'host']],
  HostRoleGiven: [['CALLER', 'host']],
  HostRoleTaken: [['CALLER', 'host']],
  KeepMatchRefused: [['CALLER', 'refusals']],
  LockPlacementRefused: [['CALLER', 'refusals']],
  MatchKept: [['CALLER', 'kept']],
  MergeReturnersRefused: [['CALLER', 'refusals']],
  ReturnersMergeUndone: [['CALLER', 'returnerMerge']],
  ReturnersMerged: [['CALLER', 'returnerMerge']],
  UndoMergeReturnersRefused: [['CALLER', 'refusals']],
  MovePlacementRefused: [['CALLER', 'refusals']],
  NameHostContactRefused: [['CALLER', 'refusals']],
  OfferPlacementRefused: [['CALLER', 'refusals']],
  PlacementAccepted: [['CALLER', 'placement']],
  PlacementCompleted: [['CALLER', 'placement']],
  PlacementDeclined: [['CALLER', 'placement']],
  PlacementEndedEarly: [['CALLER', 'placement']],
  PlacementLocked: [['CALLER', 'placement']],
  PlacementMoveUndone: [['CALLER', 'placement']],
  PlacementMoved: [['CALLER', 'placement']],
  PlacementOffered: [['CALLER', 'placement']],
  PlacementProposed: [['CALLER', 'placement']],
  PlacementRequestChanged: [['CALLER', 'placementRequest']],
  PlacementSiteAdded: [['CALLER', 'placementSite']],
  PlacementStarted: [['CALLER', 'placement']],
  ProposePlacementRefused: [['CALLER', 'refusals']],
  RecordRegisterCheckRefused: [['CALLER', 'refusals']],
  RecordStartingCheckRefused: [['CALLER', 'refusals']],
  RegisterCheckRecorded: [['CALLER', 'supervisor']],
  SendPlacementRequestRefused: [['CALLER', 'refusals']],
  SiteProfileConfirmed: [['CALLER', 'placementSite']],
  StartPlacementRefused: [['CALLER', 'refusals']],
  StartingCheckRecorded: [['CALLER', 'startingCheck']],
  SupervisorAdded: [['CALLER', 'supervisor']],
  SupervisorChanged: [['CALLER', 'supervisor']],
  TakeHostRoleRefused: [['CALLER', 'refusals']],
  TravelCorrected: [['CALLER', 'placementSite']],
  UndoMovePlacementRefused: [['CALLER', 'refusals']],
  WithdrawPlacementRefused: [['CALLER', 'refusals']],
  WithdrawPlacementRequestRefused: [['CALLER', 'refusals']],
  AccountRestored: [['CALLER', 'account']],
  AccountSuspended: [['CALLER', 'account']],
  ChooseRemindersRefused: [['CALLER', 'refusals']],
  RemindersChosen: [['CALLER', 'viewer']],
  AnswerFromHcpcRecorded: [['CALLER', 'returner']],
  AnswersChanged: [['CALLER', 'returner']],
  ChangeAnswersRefused: [['CALLER', 'refusals']],
  ConflictRefusal: [['CALLER', 'code currentVersion help message path rule']],
  ConsentGiven: [['CALLER', 'returner']],
  ConsentWithdrawn: [['CALLER', 'returner']],
  DayLogged: [['CALLER', 'loggedDay returner']],
  DecideProgrammeEntryRefused: [['CALLER', 'refusals']],
  EditLoggedDayRefused: [['CALLER', 'refusals']],
  GiveConsentRefused: [['CALLER', 'refusals']],
  LogDayRefused: [['CALLER', 'refusals']],
  LoggedDayEdited: [['CALLER', 'loggedDay returner']],
  LoggedDayRemoved: [['CALLER', 'returner']],
  PathwayStarted: [['CALLER', 'returner']],
  PlanSaved: [['CALLER', 'returner']],
  ProfileUpdated: [['CALLER', 'returner']],
  ProgrammeEntryDecided: [['CALLER', 'returner']],
  ApplicationPlanned: [['CALLER', 'returner']],
  PlanApplicationRefused: [['CALLER', 'refusals']],
  ApplicationStepPrepared: [['CALLER', 'returner']],
  PrepareApplicationStepRefused: [['CALLER', 'refusals']],
  ApplicationEntryRecorded: [['CALLER', 'returner']],
  RecordApplicationEntryRefused: [['CALLER', 'refusals']],
  ApplicationEntryCorrected: [['CALLER', 'returner']],
  CorrectApplicationEntryRefused: [['CALLER', 'refusals']],
  ApplicationEntryTakenBack: [['CALLER', 'returner']],
  TakeBackApplicationEntryRefused: [['CALLER', 'refusals']],
  AppliedAgain: [['CALLER', 'returner']],
  ApplyAgainRefused: [['CALLER', 'refusals']],
  QuestionToHcpcRecorded: [['CALLER', 'returner']],
  RecordAnswerFromHcpcRefused: [['CALLER', 'refusals']],
  RecordQuestionToHcpcRefused: [['CALLER', 'refusals']],
  RemoveLoggedDayRefused: [['CALLER', 'refusals']],
  RestoreAccountRefused: [['CALLER', 'refusals']],
  RuleRefusal: [['CALLER', 'code help message path rule']],
  SavePlanRefused: [['CALLER', 'refusals']],
  StartPathwayRefused: [['CALLER', 'refusals']],
  SuspendAccountRefused: [['CALLER', 'refusals']],
  UpdateProfileRefused: [['CALLER', 'refusals']],
  WithdrawConsentRefused: [['CALLER', 'refusals']],
};

/** Who may change one returner's record by each mutation. Everybody else is turned away, or told that it is not there. */
export const mutationsAllowedTo: Readonly<Record<string, readonly Viewer[]>> = {
  changeAnswers: self,
  decideProgrammeEntry: ['COORDINATOR'],
  correctApplicationEntry: self,
  takeBackApplicationEntry: self,
  planApplication: self,
  prepareApplicationStep: self,
  recordApplicationEntry: self,
  applyAgain: self,
  chooseReminders: signedIn,
  editLoggedDay: self,
  giveConsent: self,
  logDay: self,
  recordAnswerFromHcpc: self,
  recordQuestionToHcpc: self,
  removeLoggedDay: self,
  restoreAccount: ['ADMINISTRATOR'],
  savePlan: self,
  // about nobody's record but the caller's own, which begins with it
  startPathway: ['RETURNER', 'OTHER_RETURNER'],
  suspendAccount: ['ADMINISTRATOR'],
  updateProfile: self,
  withdrawConsent: self,

  // placements; whoever may see an organisation elsewhere may not manage it
  acceptHostInvitation: self,
  // whoever coordinates the region that is asked does not see the person yet
  acceptRegionMove: ['OTHER_COORDINATOR'],
  askRegionMove: ['COORDINATOR'],
  declineRegionMove: ['OTHER_COORDINATOR'],
  takeBackRegionMove: ['COORDINATOR'],
  // about nobody's record: everybody's own list
  deleteView: ['COORDINATOR', 'COORDINATOR_NOT_AGREED'],
  renameView: ['COORDINATOR', 'COORDINATOR_NOT_AGREED'],
  saveView: ['COORDINATOR', 'COORDINATOR_NOT_AGREED', 'OTHER_COORDINATOR'],

  addAssessor: hosting,
  checkAssessor: hosting,
  assignAssessment: [...atHost, 'COORDINATOR'],
  reassignAssessment: [...atHost, 'COORDINATOR'],
  withdrawAssessment: [...atHost, 'COORDINATOR'],
  saveAssessmentDraft: ['ASSESSOR'],
  submitAssessment: ['ASSESSOR'],
  correctAssessment: ['ASSESSOR'],
  dropCorrection: ['COORDINATOR', 'ASSESSOR'],
  tickAssessmentAction: ['RETURNER', 'ASSESSOR'],
  askModeration: ['COORDINATOR'],
  answerModeration: ['ASSESSOR'],
  settleModeration: ['COORDINATOR'],
  noteAppeal: self,
  answerAppeal: ['COORDINATOR'],
  acceptPlacement: sides,
  askSite: self,
  addCapacityOffer: hosting,
  addHost: ['COORDINATOR', 'COORDINATOR_NOT_AGREED', 'OTHER_COORDINATOR'],
  addPlacementSite: hosting,
  addSupervisor: hosting,
  changeCapacityOffer: hosting,
  changePlacementRequest: self,
  changeSupervisor: hosting,
  completePlacement: ['COORDINATOR', ...atHost, 'SUPERVISOR'],
  confirmCapacityOffer: hosting,
  confirmSiteProfile: hosting,
  correctTravel: ['COORDINATOR'],
  declinePlacement: sides,
  endPlacementEarly: sides,
  giveHostRole: ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'COORDINATOR_NOT_AGREED'],
  keepMatch: ['COORDINATOR'],
  lockPlacement: ['COORDINATOR'],
  mergeReturners: ['COORDINATOR'],
  movePlacement: ['COORDINATOR'],
  undoMergeReturners: ['COORDINATOR'],
  nameHostContact: hosting,
  offerPlacement: ['COORDINATOR'],
  proposePlacement: ['COORDINATOR'],
  recordRegisterCheck: hosting,
  recordStartingCheck: sides,
  sendPlacementRequest: self,
  startPlacement: ['COORDINATOR', ...atHost, 'SUPERVISOR'],
  takeHostRole: ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'COORDINATOR_NOT_AGREED'],
  undoMovePlacement: ['COORDINATOR'],
  withdrawPlacement: sides,
  withdrawPlacementRequest: self,
  fileEvidence: self,
  removeEvidence: self,
  agreeToLearning: ['SUPERVISOR', ...atHost],
  assessStandard: self,
  removeLearningGoal: self,
  reopenLearningAgreement: self,
  saveLearningGoal: self,
  saveLearningPlan: self,
  saveLocalPolicy: ['ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'COORDINATOR_NOT_AGREED'],
  sendBackLearningAgreement: ['SUPERVISOR', ...atHost],
  shareLearningAgreement: self,
  startLearningAgreement: self,
  takeBackLearningAgreement: self,
  askSignOff: self,
  confirmSupervisorAddress: hosting,
  // what opens these is a token, and none was sent here: a forged one opens nothing to anybody
  disownSignature: [],
  renewSignOffLink: [],
  settleSignOffByLink: [],
  nudgeSignOff: self,
  nameStandIn: ['COORDINATOR', ...atHost],
  passOnSignOff: ['COORDINATOR', ...atHost],
  settleSignOff: ['SUPERVISOR'],
  takeBackSignature: ['SUPERVISOR'],
  withdrawSignOff: self,
};
