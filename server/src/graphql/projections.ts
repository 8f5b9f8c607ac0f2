import {
  accountProjection,
  accountQueries,
  accountRestoredProjection,
  accountSuspendedProjection,
  remindersChosenProjection,
  roleGrantProjection,
  viewerProjection,
} from '../accounts/account.projection.ts';
import { auditEntryProjection, auditQueries } from '../audit/audit-entry.projection.ts';
import { bulkExportAnswers, bulkExportProjection, bulkExportQueries } from '../bulk/bulk-export.projection.ts';
import {
  followedPlacementProjection,
  followedPlacementQueries,
  universitiesOfReturner,
  universityAnswers,
} from '../placements/university-consent.projection.ts';
import { boardCohortProjection, boardCohortQueries } from '../cohort/board-cohort.projection.ts';
import {
  cohortAnswers,
  cohortOfReturner,
  cohortQueries,
  regionMoveProjection,
  savedViewProjection,
  viewsOfViewer,
} from '../cohort/cohort.projection.ts';
import { mondayQueries } from '../cohort/monday.projection.ts';
import { eventProjection, eventQueries } from '../events/event.projection.ts';
import {
  mergeAnswers,
  mergeQueries,
  returnerLikenessProjection,
  returnerMergeProjection,
} from '../imports/merge.projection.ts';
import {
  boardProjection,
  organisationQueries,
  postcodeDistrictProjection,
  regionProjection,
  siteProjection,
  successionProjection,
  trustPastProjection,
  trustProjection,
} from '../organisations/organisation.projection.ts';
import {
  professionProjection,
  professionQueries,
  standardOfProficiencyProjection,
} from '../organisations/profession.projection.ts';
import {
  capacityAnswersRead,
  capacityOfferProjection,
  capacityOfHost,
  capacityOfSite,
  capacityQueries,
  placementRequestProjection,
  requestOfReturner,
} from '../placements/capacity.projection.ts';
import {
  hostAnswers,
  hostInvitationProjection,
  hostMemberProjection,
  hostProjection,
  hostQueries,
  hostsOfViewer,
  placementSiteProjection,
  supervisorProjection,
} from '../placements/host.projection.ts';
import { matchQueries, oddsOfReturner } from '../placements/match.projection.ts';
import { placementMapQueries } from '../placements/placement-map.projection.ts';
import {
  placementAnswers,
  placementOfReturner,
  placementProjection,
  placementQueries,
  startingCheckProjection,
} from '../placements/placement.projection.ts';
import { supervisionOfPlacement } from '../placements/supervision.projection.ts';
import {
  siteAsked,
  siteQuestionProjection,
  siteQuestionQueries,
  sitesOfRequest,
} from '../placements/site-question.projection.ts';
import {
  assessmentAnswers,
  assessmentProjection,
  assessmentQueries,
  assessmentsOfPlacement,
  assessorProjection,
  assessorsOfHost,
} from '../assessments/assessment.projection.ts';
import {
  agreementAnswers,
  agreementOfPlacement,
  agreementQueries,
  learningAgreementProjection,
  localPolicyProjection,
  policyOfHost,
} from '../assessments/agreement.projection.ts';
import { selfAssessmentAnswers, selfAssessmentOfReturner } from '../assessments/self-assessment.projection.ts';
import {
  signOffAnswers,
  signOffOfPlacement,
  signOffOfReturner,
  signOffOfSupervisor,
  signOffProjection,
  signOffQueries,
  standInProjection,
  supervisorsOfViewer,
} from '../assessments/sign-off.projection.ts';
import { asideOfReturner, myDataAnswers, myDataOfViewer } from '../my-data/my-data.projection.ts';
import {
  evidenceFiledProjection,
  evidenceOfLoggedDay,
  evidenceOfReturner,
  evidenceOfAssessment,
  evidenceOfSignOff,
  evidenceQueries,
  evidenceProjection,
} from '../evidence/evidence.projection.ts';
import {
  applicationOfAssessment,
  applicationOfPlacement,
  applicationOfReturner,
  applicationProjection,
  applicationQueries,
} from '../re-registration/application.projection.ts';
import { expectedSubmissionQueries } from '../re-registration/expected-submissions.projection.ts';
import {
  counterSignatureProjection,
  frozenPackProjection,
  packAnswers,
  packOfReturner,
  packQueries,
} from '../re-registration/pack.projection.ts';
import { deprecatedUseProjection, deprecatedUseQueries } from '../partners/deprecated-use.projection.ts';
import {
  partnerAnswers,
  partnerClientProjection,
  partnerKeyProjection,
  partnerProjection,
  partnerQueries,
} from '../partners/partner-client.projection.ts';
import {
  comingChangeProjection,
  nationalImportProjection,
  nationalImportQueries,
  nationalImportUndoneProjection,
} from '../national-files/national-import.projection.ts';
import { pathwayOfReturner, programmeDecisionProjection } from '../re-registration/pathway.projection.ts';
import {
  answeringWithReturner,
  consentDecisionProjection,
  coordinatorToAskProjection,
  questionToHcpcProjection,
  returnerOfViewer,
  returnerProjection,
  returnerQueries,
} from '../returners/returner.projection.ts';
import {
  dayLoggedProjection,
  loggedDayEditedProjection,
  loggedDayProjection,
  loggedDayVersionProjection,
  planProjection,
  updatingOfReturner,
  updatingTotalProjection,
} from '../updating/log.projection.ts';
import {
  webhookAnswers,
  webhookAttemptProjection,
  webhookDeliveryProjection,
  webhookProjection,
  webhookQueries,
} from '../webhooks/webhook.projection.ts';
import { subjectOfAuditEntry } from './audit-subject.projection.ts';
import type { Projection } from './compile/projection.ts';

// an earlier feature imports no later one, so what later features add to its types is put together here
Object.assign(
  viewerProjection.fields,
  myDataOfViewer,
  returnerOfViewer,
  viewsOfViewer,
  hostsOfViewer,
  supervisorsOfViewer,
);
Object.assign(auditEntryProjection.fields, subjectOfAuditEntry);
Object.assign(
  returnerProjection.fields,
  updatingOfReturner,
  requestOfReturner,
  oddsOfReturner,
  placementOfReturner,
  universitiesOfReturner,
  signOffOfReturner,
  selfAssessmentOfReturner,
  evidenceOfReturner,
  asideOfReturner,
  pathwayOfReturner,
  packOfReturner,
  applicationOfReturner,
  cohortOfReturner,
);
Object.assign(placementRequestProjection.fields, sitesOfRequest);
Object.assign(hostProjection.fields, assessorsOfHost);
Object.assign(hostProjection.fields, capacityOfHost, policyOfHost);
Object.assign(placementSiteProjection.fields, capacityOfSite);
Object.assign(placementProjection.fields, assessmentsOfPlacement);
Object.assign(placementProjection.fields, supervisionOfPlacement, signOffOfPlacement, agreementOfPlacement);
Object.assign(supervisorProjection.fields, signOffOfSupervisor);
Object.assign(loggedDayProjection.fields, evidenceOfLoggedDay);
Object.assign(signOffProjection.fields, evidenceOfSignOff);
Object.assign(assessmentProjection.fields, evidenceOfAssessment, applicationOfAssessment);
Object.assign(placementProjection.fields, applicationOfPlacement);

/** Answers of commands that answer the returner as it is now. */
const answersWithReturner = [
  'PathwayStarted',
  'AnswersChanged',
  'ProfileUpdated',
  'ConsentGiven',
  'ConsentWithdrawn',
  'QuestionToHcpcRecorded',
  'AnswerFromHcpcRecorded',
  'PlanSaved',
  'LoggedDayRemoved',
  'ProgrammeEntryDecided',
  'CounterSignatoryNamed',
  'CertifiedDocumentAdded',
  'CertifiedDocumentChanged',
  'CertifiedDocumentRemoved',
  'ApplicationPlanned',
  'ApplicationStepPrepared',
  'ApplicationEntryRecorded',
  'ApplicationEntryCorrected',
  'ApplicationEntryTakenBack',
  'AppliedAgain',
  'EvidenceRemoved',
  'PathwayPaused',
  'WithdrawnFromPathway',
  'CameBack',
];

/** The root of all reads. */
const queryProjection: Projection = {
  type: 'Query',
  table: null,
  visible: () => 'ALL',
  fields: {
    node: { kind: 'node' },
    ...accountQueries,
    ...auditQueries,
    ...organisationQueries,
    ...professionQueries,
    ...returnerQueries,
    ...hostQueries,
    ...capacityQueries,
    ...matchQueries,
    ...placementQueries,
    ...placementMapQueries,
    ...siteQuestionQueries,
    ...agreementQueries,
    ...signOffQueries,
    ...evidenceQueries,
    ...assessmentQueries,
    ...mergeQueries,
    ...mondayQueries,
    ...packQueries,
    ...cohortQueries,
    ...boardCohortQueries,
    ...followedPlacementQueries,
    ...applicationQueries,
    ...expectedSubmissionQueries,
    ...nationalImportQueries,
    ...partnerQueries,
    ...bulkExportQueries,
    ...deprecatedUseQueries,
    ...eventQueries,
    ...webhookQueries,
  },
};

/** The one list of projections, by the name of their GraphQL type. */
export const projections: ReadonlyMap<string, Projection> = new Map(
  [
    queryProjection,
    viewerProjection,
    accountProjection,
    roleGrantProjection,
    remindersChosenProjection,
    accountSuspendedProjection,
    accountRestoredProjection,
    auditEntryProjection,
    regionProjection,
    boardProjection,
    successionProjection,
    trustPastProjection,
    trustProjection,
    siteProjection,
    postcodeDistrictProjection,
    professionProjection,
    standardOfProficiencyProjection,
    returnerProjection,
    consentDecisionProjection,
    coordinatorToAskProjection,
    questionToHcpcProjection,
    loggedDayProjection,
    loggedDayVersionProjection,
    updatingTotalProjection,
    planProjection,
    programmeDecisionProjection,
    counterSignatureProjection,
    frozenPackProjection,
    ...packAnswers,
    applicationProjection,
    dayLoggedProjection,
    loggedDayEditedProjection,
    hostProjection,
    hostMemberProjection,
    hostInvitationProjection,
    placementSiteProjection,
    supervisorProjection,
    ...hostAnswers,
    capacityOfferProjection,
    placementRequestProjection,
    ...capacityAnswersRead,
    placementProjection,
    startingCheckProjection,
    ...placementAnswers,
    siteQuestionProjection,
    returnerLikenessProjection,
    returnerMergeProjection,
    ...mergeAnswers,
    siteAsked,
    signOffProjection,
    standInProjection,
    ...signOffAnswers,
    ...selfAssessmentAnswers,
    learningAgreementProjection,
    localPolicyProjection,
    ...agreementAnswers,
    assessmentProjection,
    assessorProjection,
    ...assessmentAnswers,
    evidenceProjection,
    evidenceFiledProjection,
    ...myDataAnswers,
    savedViewProjection,
    regionMoveProjection,
    comingChangeProjection,
    nationalImportProjection,
    nationalImportUndoneProjection,
    bulkExportProjection,
    ...bulkExportAnswers,
    eventProjection,
    boardCohortProjection,
    followedPlacementProjection,
    webhookProjection,
    webhookDeliveryProjection,
    webhookAttemptProjection,
    ...webhookAnswers,
    ...cohortAnswers,
    ...universityAnswers,
    partnerProjection,
    partnerClientProjection,
    partnerKeyProjection,
    deprecatedUseProjection,
    ...partnerAnswers,
    ...answersWithReturner.map((type) => answeringWithReturner(type)),
  ].map((projection) => [projection.type, projection]),
);
