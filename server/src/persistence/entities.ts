import { UniversityConsentSchema } from '../placements/university-consent.entity.ts';
import { AttendanceSchema } from '../placements/attendance.entity.ts';
import {
  AssessmentActionSchema,
  AssessmentAppealSchema,
  AssessmentDraftSchema,
  AssessmentModerationSchema,
  AssessmentSchema,
  AssessmentVersionSchema,
  AssessorSchema,
} from '../assessments/assessment.entity.ts';
import {
  AgreementStepSchema,
  LearningAgreementSchema,
  LearningGoalSchema,
  LocalPolicySchema,
} from '../assessments/agreement.entity.ts';
import { SelfAssessedStandardSchema } from '../assessments/self-assessment.entity.ts';
import {
  SignOffDaySchema,
  SignOffSchema,
  SupervisorAddressSchema,
  SupervisorStandInSchema,
  ToldFreezeSchema,
} from '../assessments/sign-off.entity.ts';
import { SignedDaySchema } from '../updating/signed-day.entity.ts';
import { EvidenceContentSchema, EvidenceSchema, EvidenceTieSchema } from '../evidence/evidence.entity.ts';
import { ComingChangeSchema } from '../national-files/coming-change.entity.ts';
import { NationalImportChangeSchema, NationalImportSchema } from '../national-files/national-import.entity.ts';
import { EmailChangeSchema, ErasureSchema, StandingAsideSchema } from '../my-data/my-data.entity.ts';
import type { EntitySchema } from '@mikro-orm/core';
import { DemonstrationSchema, PersonaSchema } from '../access/demonstration.entity.ts';
import { IdempotentAnswerSchema } from '../access/idempotent-answer.entity.ts';
import { PersonKeySchema } from '../access/person-key.entity.ts';
import { PersonSchema, RoleGrantSchema } from '../access/person.entity.ts';
import { PasskeyChallengeSchema, PasskeySchema } from '../access/passkey.entity.ts';
import {
  ProviderAccountSchema,
  ProviderArrivalSchema,
  ProviderLogoutSchema,
  ProviderRequestSchema,
  ProviderSignInSchema,
} from '../identity-providers/provider-account.entity.ts';
import {
  AuthenticatorAppSchema,
  HalfSignInSchema,
  MailedCodeSchema,
  RecoveryCodeSchema,
} from '../access/second-factor.entity.ts';
import { SignInSchema } from '../access/sign-in.entity.ts';
import { SessionSchema, SignInAttemptSchema, SignInLinkSchema } from '../access/session.entity.ts';
import { AuditEntrySchema } from '../audit/audit-entry.entity.ts';
import { EventSchema } from '../audit/event.entity.ts';
import { OutgoingMailSchema } from '../audit/outgoing-mail.entity.ts';
import { RecordedChangeSchema } from '../audit/recorded-change.entity.ts';
import { RemindedRecipientSchema, RemindedThingSchema } from '../messages/reminded.entity.ts';
import { SupervisorNumberSchema } from '../imports/supervisor-number.entity.ts';
import { RegionMoveSchema } from '../cohort/region-move.entity.ts';
import { SavedViewSchema } from '../cohort/saved-view.entity.ts';
import {
  BoardSuccessionSchema,
  IntegratedCareBoardSchema,
  PostcodeDistrictSchema,
  RegionSchema,
  SiteSchema,
  TrustPastSchema,
  TrustSchema,
} from '../organisations/organisation.entity.ts';
import { ProfessionSchema, StandardOfProficiencySchema } from '../organisations/profession.entity.ts';
import { HostInvitationSchema, HostSchema, PlacementSiteSchema, SupervisorSchema } from '../placements/host.entity.ts';
import {
  CapacityOfferSchema,
  PlacementRequestSchema,
  PlacementSchema,
  StartingCheckSchema,
  TravelCorrectionSchema,
} from '../placements/placement.entity.ts';
import { SiteQuestionSchema } from '../placements/site-question.entity.ts';
import { CertifiedDocumentSchema } from '../re-registration/certified-document.entity.ts';
import { CounterSignatureSchema } from '../re-registration/counter-signature.entity.ts';
import { FrozenPackSchema } from '../re-registration/frozen-pack.entity.ts';
import {
  ApplicationEntrySchema,
  ApplicationNoticeSchema,
  ApplicationSchema,
} from '../re-registration/application.entity.ts';
import { BulkExportChunkSchema, BulkExportSchema } from '../bulk/bulk-export.entity.ts';
import { ListUnderWaySchema } from '../bulk/list-under-way.entity.ts';
import { DeprecatedUseSchema } from '../partners/deprecated-use.entity.ts';
import {
  PartnerBudgetSchema,
  PartnerClientSchema,
  PartnerKeySchema,
  PartnerTokenSchema,
} from '../partners/partner-client.entity.ts';
import { ProgrammeDecisionSchema } from '../re-registration/programme-decision.entity.ts';
import { ReturnerMergeSchema } from '../returners/returner-merge.entity.ts';
import { ConsentSchema, QuestionToHcpcSchema, ReturnerSchema } from '../returners/returner.entity.ts';
import {
  SigningKeySchema,
  WebhookAttemptSchema,
  WebhookDeliverySchema,
  WebhookSchema,
} from '../webhooks/webhook.entity.ts';
import { LoggedDaySchema, PlanSchema, UpdatingTotalSchema } from '../updating/logged-day.entity.ts';

/** The one list of entities. A new entity is stored only once it stands here. */
export const entities: EntitySchema[] = [
  PersonSchema,
  RoleGrantSchema,
  PersonKeySchema,
  DemonstrationSchema,
  PersonaSchema,
  SessionSchema,
  SignInSchema,
  PasskeySchema,
  PasskeyChallengeSchema,
  AuthenticatorAppSchema,
  RecoveryCodeSchema,
  HalfSignInSchema,
  MailedCodeSchema,
  ProviderAccountSchema,
  ProviderRequestSchema,
  ProviderArrivalSchema,
  ProviderSignInSchema,
  ProviderLogoutSchema,
  SignInLinkSchema,
  SignInAttemptSchema,
  IdempotentAnswerSchema,
  AuditEntrySchema,
  OutgoingMailSchema,
  RecordedChangeSchema,
  EventSchema,
  RemindedRecipientSchema,
  RemindedThingSchema,
  RegionSchema,
  IntegratedCareBoardSchema,
  BoardSuccessionSchema,
  TrustSchema,
  TrustPastSchema,
  SiteSchema,
  PostcodeDistrictSchema,
  ProfessionSchema,
  StandardOfProficiencySchema,
  ReturnerSchema,
  ConsentSchema,
  QuestionToHcpcSchema,
  ReturnerMergeSchema,
  LoggedDaySchema,
  UpdatingTotalSchema,
  PlanSchema,
  ProgrammeDecisionSchema,
  ApplicationSchema,
  ApplicationEntrySchema,
  ApplicationNoticeSchema,
  CertifiedDocumentSchema,
  CounterSignatureSchema,
  FrozenPackSchema,
  HostSchema,
  HostInvitationSchema,
  PlacementSiteSchema,
  SupervisorSchema,
  SupervisorNumberSchema,
  CapacityOfferSchema,
  PlacementRequestSchema,
  TravelCorrectionSchema,
  UniversityConsentSchema,
  AttendanceSchema,
  PlacementSchema,
  StartingCheckSchema,
  SiteQuestionSchema,
  SignedDaySchema,
  SupervisorAddressSchema,
  SignOffSchema,
  SignOffDaySchema,
  SupervisorStandInSchema,
  ToldFreezeSchema,
  AssessorSchema,
  AssessmentSchema,
  AssessmentDraftSchema,
  AssessmentVersionSchema,
  AssessmentActionSchema,
  AssessmentModerationSchema,
  AssessmentAppealSchema,
  EvidenceSchema,
  EvidenceContentSchema,
  EvidenceTieSchema,
  StandingAsideSchema,
  ErasureSchema,
  EmailChangeSchema,
  SelfAssessedStandardSchema,
  LocalPolicySchema,
  LearningAgreementSchema,
  LearningGoalSchema,
  AgreementStepSchema,
  SavedViewSchema,
  RegionMoveSchema,
  NationalImportSchema,
  NationalImportChangeSchema,
  ComingChangeSchema,
  PartnerClientSchema,
  PartnerKeySchema,
  PartnerTokenSchema,
  DeprecatedUseSchema,
  PartnerBudgetSchema,
  BulkExportSchema,
  BulkExportChunkSchema,
  ListUnderWaySchema,
  SigningKeySchema,
  WebhookSchema,
  WebhookDeliverySchema,
  WebhookAttemptSchema,
];
