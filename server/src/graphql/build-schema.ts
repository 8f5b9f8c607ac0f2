import 'reflect-metadata';
import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver, ViewerResolver } from '../accounts/account.resolver.ts';
import { AuditEntryResolver } from '../audit/audit-entry.resolver.ts';
import { BulkExportResolver } from '../bulk/bulk-export.resolver.ts';
import { CohortResolver, ReturnerCohortResolver, ViewerViewsResolver } from '../cohort/cohort.resolver.ts';
import { MondayResolver } from '../cohort/monday.resolver.ts';
import { EligibilityResolver } from '../eligibility/eligibility.resolver.ts';
import { EventResolver } from '../events/event.resolver.ts';
import { MergeResolver } from '../imports/merge.resolver.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import {
  IntegratedCareBoardResolver,
  OrganisationResolver,
  RegionResolver,
  SiteResolver,
  TrustResolver,
} from '../organisations/organisation.resolver.ts';
import { ProfessionResolver } from '../organisations/profession.resolver.ts';
import {
  CapacityResolver,
  HostCapacityResolver,
  ReturnerRequestResolver,
  SiteCapacityResolver,
} from '../placements/capacity.resolver.ts';
import {
  HostFieldsResolver,
  HostResolver,
  SupervisorFieldsResolver,
  ViewerHostsResolver,
} from '../placements/host.resolver.ts';
import {
  AssessmentResolver,
  HostAssessorsResolver,
  PlacementAssessmentsResolver,
} from '../assessments/assessment.resolver.ts';
import {
  HostPolicyResolver,
  LearningAgreementResolver,
  PlacementAgreementResolver,
} from '../assessments/agreement.resolver.ts';
import { ReturnerSelfAssessmentResolver, SelfAssessmentResolver } from '../assessments/self-assessment.resolver.ts';
import {
  ReturnerSignOffResolver,
  SignOffResolver,
  SupervisorSignOffResolver,
} from '../assessments/sign-off.resolver.ts';
import { refuseFrozenDay } from '../assessments/sign-off-freeze.queries.ts';
import {
  PlacementSignOffResolver,
  StandInResolver,
  ViewerSupervisorsResolver,
} from '../assessments/stand-in.resolver.ts';
import {
  AssessmentEvidenceResolver,
  EvidenceResolver,
  LoggedDayEvidenceResolver,
  ReturnerEvidenceResolver,
  SignOffEvidenceResolver,
} from '../evidence/evidence.resolver.ts';
import { MyDataResolver, ReturnerAsideResolver, ViewerMyDataResolver } from '../my-data/my-data.resolver.ts';
import { RequestSitesResolver, SiteQuestionResolver } from '../placements/site-question.resolver.ts';
import { PlacementMapResolver } from '../placements/placement-map.resolver.ts';
import { ReturnerUniversityResolver, UniversityConsentResolver } from '../placements/university-consent.resolver.ts';
import { AttendanceResolver, PlacementAttendanceResolver } from '../placements/attendance.resolver.ts';
import { PlacementResolver, ReturnerPlacementResolver } from '../placements/placement.resolver.ts';
import { PlacementSupervisionResolver, SupervisionResolver } from '../placements/supervision.resolver.ts';
import {
  ApplicationResolver,
  AssessmentApplicationResolver,
  PlacementApplicationResolver,
  ReturnerApplicationResolver,
} from '../re-registration/application.resolver.ts';
import {
  CertifiedDocumentResolver,
  CounterSignatureResolver,
  ReturnerPackResolver,
} from '../re-registration/pack.resolver.ts';
import { NationalImportResolver } from '../national-files/national-import.resolver.ts';
import { DeprecatedUseResolver } from '../partners/deprecated-use.resolver.ts';
import { PartnerClientResolver } from '../partners/partner-client.resolver.ts';
import { PathwayResolver, ReturnerPathwayResolver } from '../re-registration/pathway.resolver.ts';
import { ReturnerResolver } from '../returners/returner.resolver.ts';
import { ViewerReturnerResolver } from '../returners/viewer-returner.resolver.ts';
import { ForecastResolver } from '../updating/forecast.resolver.ts';
import { LogResolver, ReturnerUpdatingResolver } from '../updating/log.resolver.ts';
import { guardDays } from '../updating/day-guards.ts';
import { UpdatingCountResolver } from '../updating/updating-count.resolver.ts';
import { WebhookFieldsResolver, WebhookResolver } from '../webhooks/webhook.resolver.ts';
import { AuditSubjectResolver } from './audit-subject.resolver.ts';
import { guardOperations } from './guard.ts';
import { NodeResolver } from './node.resolver.ts';
import { projections } from './projections.ts';

/** The one list of resolvers. */
const resolvers = [
  NodeResolver,
  ViewerResolver,
  AccountResolver,
  AuditEntryResolver,
  AuditSubjectResolver,
  OrganisationResolver,
  RegionResolver,
  SiteResolver,
  IntegratedCareBoardResolver,
  TrustResolver,
  ProfessionResolver,
  EligibilityResolver,
  UpdatingCountResolver,
  ForecastResolver,
  ReturnerResolver,
  MergeResolver,
  ViewerReturnerResolver,
  LogResolver,
  ReturnerUpdatingResolver,
  HostResolver,
  HostFieldsResolver,
  SupervisorFieldsResolver,
  ViewerHostsResolver,
  CapacityResolver,
  HostCapacityResolver,
  SiteCapacityResolver,
  ReturnerRequestResolver,
  PlacementResolver,
  AttendanceResolver,
  PlacementAttendanceResolver,
  UniversityConsentResolver,
  ReturnerUniversityResolver,
  PlacementMapResolver,
  SiteQuestionResolver,
  SelfAssessmentResolver,
  ReturnerSelfAssessmentResolver,
  LearningAgreementResolver,
  PlacementAgreementResolver,
  HostPolicyResolver,
  SignOffResolver,
  ReturnerSignOffResolver,
  SupervisorSignOffResolver,
  AssessmentResolver,
  PlacementAssessmentsResolver,
  HostAssessorsResolver,
  StandInResolver,
  PlacementSignOffResolver,
  ViewerSupervisorsResolver,
  AssessmentEvidenceResolver,
  EvidenceResolver,
  ReturnerEvidenceResolver,
  LoggedDayEvidenceResolver,
  SignOffEvidenceResolver,
  MyDataResolver,
  ReturnerAsideResolver,
  ViewerMyDataResolver,
  RequestSitesResolver,
  ReturnerPlacementResolver,
  SupervisionResolver,
  PlacementSupervisionResolver,
  ApplicationResolver,
  AssessmentApplicationResolver,
  PlacementApplicationResolver,
  ReturnerApplicationResolver,
  PathwayResolver,
  ReturnerPathwayResolver,
  CounterSignatureResolver,
  CertifiedDocumentResolver,
  ReturnerPackResolver,
  MondayResolver,
  CohortResolver,
  ViewerViewsResolver,
  ReturnerCohortResolver,
  NationalImportResolver,
  PartnerClientResolver,
  BulkExportResolver,
  DeprecatedUseResolver,
  EventResolver,
  WebhookResolver,
  WebhookFieldsResolver,
] as const;

/** Rows of the compiler stand under the keys of the answer, so that one field can be asked for twice under two aliases. */
const readRowsByOutputKey = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
    if (!isObjectType(type) || type === schema.getQueryType()) continue;
    const projection = projections.get(type.name);
    const isPage = /(Connection|Edge)$/.test(type.name) || type.name === 'PageInfo';
    if (!projection && !isPage) continue;
    for (const field of Object.values(type.getFields())) {
      if (projection && !projection.fields[field.name]) continue;
      field.resolve =
        projection && field.name === 'id'
          ? (row: Record<string, string>, _args, _context, info) => toGlobalId(type.name, row[info.path.key] ?? '')
          : (row: Record<string, unknown>, _args, _context, info) => row[info.path.key];
    }
  }
};

// an earlier feature imports no later one: what a later one has against a day of the log is put together with it here
guardDays(refuseFrozenDay);

/** type-graphql asks for one as soon as there is a subscription. Ours are read from the feed, and nothing is published within a process. */
const noPubSub = {
  publish(): void {},
  subscribe(): never {
    throw new Error('Nothing is published within a process.');
  },
};

let shared: GraphQLSchema | undefined;
/** The schema, made once in a process, by whoever asks for it first. */
export const sharedSchema = (): GraphQLSchema => (shared ??= buildSchema());

/** Builds the whole schema: shapes and arguments from type-graphql, reads from the projections. */
export const buildSchema = (): GraphQLSchema => {
  const schema = buildSchemaSync({ resolvers, validate: false, pubSub: noPubSub });
  readRowsByOutputKey(schema);
  guardOperations(schema);
  return schema;
};
