import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { answerWith, keyHelp, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, SearchTextScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import {
  IntegratedCareBoardType,
  PostcodeDistrictType,
  RegionType,
  SiteType,
  TrustType,
} from '../organisations/organisation.graphql.ts';
import { ProfessionType } from '../organisations/profession.graphql.ts';
import { adjustments, type Adjustment } from './capacity-words.rules.ts';
import {
  aboutAtMost,
  hostChecklist,
  hostKinds,
  hostNameAtMost,
  hostRoles,
  siteNeeds,
  type ChecklistItem,
  type HostKind,
  type HostRole,
  type SiteNeed,
} from './host.rules.ts';
import { proceedingKinds, type ProceedingKind } from './supervisor.rules.ts';

export const HostKindEnum = enumOf('HostKind', hostKinds, 'A kind of organisation that may host a returner.');
export const HostRoleEnum = enumOf('HostRole', hostRoles, 'A role that an organisation hands out itself.');
export const SiteNeedEnum = enumOf(
  'SiteNeed',
  siteNeeds,
  'Something that a site needs of a returner; never about health. The list is ours (assumed).',
);
export const ChecklistItemEnum = enumOf(
  'HostChecklistItem',
  hostChecklist,
  'One thing that a host has ready before it takes somebody. Source: P12c.',
);
export const AdjustmentEnum = enumOf(
  'Adjustment',
  adjustments,
  'An adjustment that a site can make. A site sees which, and never why.',
);
export const ProceedingKindEnum = enumOf(
  'ProceedingKind',
  proceedingKinds,
  'What may be found when a registrant is looked up.',
);
export const HostOrderEnum = enumOf('HostOrder', { NAME: 'By name, A to Z.' }, 'How to order organisations.');
export const PlacementSiteOrderEnum = enumOf('PlacementSiteOrder', { NAME: 'By name, A to Z.' }, 'How to order sites.');
export const SupervisorOrderEnum = enumOf(
  'SupervisorOrder',
  { NAME: 'By name, A to Z.', CHECK_AGAIN: 'Whose next look at the Register is due first.' },
  'How to order supervisors.',
);

@ObjectType('HostMember', { description: 'Somebody with a role at an organisation, or invited to one.' })
export class HostMemberType {
  @Field(() => String, { nullable: true, description: 'Name; null while the person is only invited.' })
  displayName!: string | null;
  @Field(() => String, { description: 'E-mail address of the account, or where the invitation went.' })
  email!: string;
  @Field(() => HostRoleEnum, { description: 'Which role.' })
  role!: HostRole;
  @Field(() => CalendarDateScalar, { description: 'Since when, or when the invitation was sent.' })
  since!: string;
  @Field(() => Boolean, { description: 'Whether the person has still to take the invitation.' })
  isInvited!: boolean;
}

@ObjectType('Host', { implements: NodeType, description: 'An organisation that may host returners.' })
export class HostType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => HostKindEnum, { description: 'What kind of organisation it is.' })
  kind!: HostKind;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'ODS code, where it is on the published list.' })
  odsCode!: string | null;
  @Field(() => TrustType, { nullable: true, description: 'The NHS trust that it is; null for any other organisation.' })
  trust!: TrustType | null;
  @Field(() => RegionType, { description: 'The region it lies in.' })
  region!: RegionType;
  @Field(() => IntegratedCareBoardType, { nullable: true, description: 'The board it belongs to.' })
  board!: IntegratedCareBoardType | null;
  @Field(() => String, {
    nullable: true,
    description: 'The one person to turn to about return to practice; null while nobody is named.',
  })
  contactName!: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address of the contact at work.' })
  contactEmail!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone number of the contact at work.' })
  contactPhone!: string | null;
  @Field(() => Boolean, { description: 'Whether you look after its places and supervisors.' })
  viewerMayManage!: boolean;
  @Field(() => Boolean, { description: 'Whether you hand out its roles.' })
  viewerMayGiveRoles!: boolean;
  @Field(() => [HostMemberType], {
    description:
      'Who holds a role here or is invited to, one line for each role; empty for those who do not manage it.',
  })
  members!: HostMemberType[];
}

@ObjectType('HostInvitation', {
  implements: NodeType,
  description: 'A role at an organisation that waits for you to take it.',
})
export class HostInvitationType extends NodeType {
  @Field(() => HostType, { description: 'Who invites you.' })
  host!: HostType;
  @Field(() => HostRoleEnum, { description: 'To which role.' })
  role!: HostRole;
  @Field(() => CalendarDateScalar, { description: 'When it was sent.' })
  invitedOn!: string;
}

@ObjectType('PlacementSite', {
  implements: NodeType,
  description: 'A place of work of an organisation that may host returners.',
})
export class PlacementSiteType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => HostType, { description: 'Whose site it is.' })
  host!: HostType;
  @Field(() => SiteType, { nullable: true, description: 'The entry of the published list from which it was begun.' })
  site!: SiteType | null;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { description: 'Postcode. Example: `BS1 4ND`.' })
  postcode!: string;
  @Field(() => PostcodeDistrictType, { nullable: true, description: 'The first half of the postcode, with its point.' })
  district!: PostcodeDistrictType | null;
  @Field(() => Boolean, {
    description:
      'Whether the first half of the postcode is not known to us, and `district` is the nearest one by name.',
  })
  districtIsNearest!: boolean;
  @Field(() => Float, { description: 'Latitude in degrees (WGS84).' })
  latitude!: number;
  @Field(() => Float, { description: 'Longitude in degrees (WGS84).' })
  longitude!: number;
  @Field(() => String, { nullable: true, description: 'What a returner should know of it.' })
  about!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The most returners at once, of all professions together; null without such a limit.',
  })
  atOnceAtMost!: number | null;
  @Field(() => [AdjustmentEnum], { description: 'Adjustments that it can make.' })
  adjustments!: Adjustment[];
  @Field(() => [SiteNeedEnum], { description: 'What it needs of a returner.' })
  needs!: SiteNeed[];
  @Field(() => [ChecklistItemEnum], { description: 'What it has ready for anybody who comes.' })
  checklist!: ChecklistItem[];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'When somebody last confirmed this profile; null for never.',
  })
  confirmedOn!: string | null;
}

@ObjectType('RegistrationSpan', { description: 'A stretch of time on the Register.' })
export class RegistrationSpanType {
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  from!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  until!: string | null;
}

@ObjectType('Proceeding', { description: 'A fitness to practise case or a sanction that was seen.' })
export class ProceedingType {
  @Field(() => ProceedingKindEnum, { description: 'What it is.' })
  kind!: ProceedingKind;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  from!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  until!: string | null;
}

@ObjectType('SupervisorReason', { description: 'One condition for supervising, met or not.' })
export class SupervisorReasonType {
  @Field(() => CitedRuleType, { description: 'The rule, with its sources.' })
  rule!: CitedRuleType;
  @Field(() => Boolean, { description: 'Whether it is met.' })
  isMet!: boolean;
  @Field(() => String, { description: 'What that means here.' })
  message!: string;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The day from which it is met if nothing else changes.',
  })
  metFrom!: string | null;
}

@ObjectType('SupervisorDecision', { description: 'Whether somebody may supervise on a day, with every reason.' })
export class SupervisorDecisionType {
  @Field(() => Boolean, { description: 'Whether every condition is met.' })
  isEligible!: boolean;
  @Field(() => CalendarDateScalar, { description: 'For which day.' })
  onDate!: string;
  @Field(() => [SupervisorReasonType], { description: 'Every condition.' })
  reasons!: SupervisorReasonType[];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The first day on which every condition is met; null where none is known.',
  })
  eligibleFrom!: string | null;
  @Field(() => [CitedRuleType], { description: 'What stops nobody, but should be known.' })
  notes!: CitedRuleType[];
}

/** For which day and which profession. */
@ArgsType()
export class SupervisorDecisionArguments {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The first supervised day; today if left out.' })
  on?: CalendarDate;
  @Field(() => String, {
    nullable: true,
    description: 'Register code of the returner’s profession; the supervisor’s own if left out. Example: `DT`.',
  })
  professionCode?: string;
  @Field(() => String, { nullable: true, description: 'An activity that must be within the supervisor’s scope.' })
  activity?: string;
}

@ObjectType('Supervisor', {
  implements: NodeType,
  description: 'Somebody who may supervise returners at an organisation.',
})
export class SupervisorType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => HostType, { description: 'Where they work.' })
  host!: HostType;
  @Field(() => String, { description: 'Name.' })
  displayName!: string;
  @Field(() => ProfessionType, { description: 'Their profession on the Register.' })
  profession!: ProfessionType;
  @Field(() => [RegistrationSpanType], { description: 'When they were on the Register.' })
  registered!: RegistrationSpanType[];
  @Field(() => [String], { description: 'What they do, in the words of the organisation.' })
  scope!: string[];
  @Field(() => Int, { description: 'The most returners at once.' })
  atOnceAtMost!: number;
  @Field(() => [Int], { description: 'Days of the week on which they supervise, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'When somebody last looked them up on the Register; null for never.',
  })
  checkedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Who looked.' })
  checkedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'What was seen, in the words of the one who looked.' })
  seen!: string | null;
  @Field(() => [ProceedingType], { description: 'Cases and sanctions that were seen.' })
  proceedings!: ProceedingType[];
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When HCPC’s advice on an old sanction was noted.' })
  adviceRecordedOn!: string | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'By when somebody should look again (assumed: after six months); null for at once.',
  })
  checkAgainBy!: string | null;
}

export const HostConnection = connectionOf(() => HostType, 'Host', 'organisations');
export const PlacementSiteConnection = connectionOf(() => PlacementSiteType, 'PlacementSite', 'sites');
export const SupervisorConnection = connectionOf(() => SupervisorType, 'Supervisor', 'supervisors');

@InputType('HostFilter', { description: 'Which organisations to list; all conditions must hold.' })
export class HostFilter {
  @Field(() => SearchTextScalar, { nullable: true, description: 'Only those whose name contains this.' })
  nameContains?: string;
  @Field(() => HostKindEnum, { nullable: true, description: 'Only this kind.' })
  kind?: HostKind;
  @Field(() => String, { nullable: true, description: 'Only those in the region with this code. Example: `Y58`.' })
  regionCode?: string;
}
/** A page of organisations. */
@ArgsType()
export class HostsArguments extends PageArguments {
  @Field(() => HostFilter, { nullable: true, description: 'Which organisations to list.' })
  filter?: HostFilter;
  @Field(() => HostOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}
/** A page of sites. */
@ArgsType()
export class PlacementSitesArguments extends PageArguments {
  @Field(() => PlacementSiteOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}
@InputType('SupervisorFilter', { description: 'Which supervisors to list; all conditions must hold.' })
export class SupervisorFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only those of the profession with this register code. Example: `DT`.',
  })
  professionCode?: string;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Only those who should be looked up by this day, or never were.',
  })
  checkDueBy?: CalendarDate;
}
/** A page of supervisors. */
@ArgsType()
export class SupervisorsArguments extends PageArguments {
  @Field(() => SupervisorFilter, { nullable: true, description: 'Which supervisors to list.' })
  filter?: SupervisorFilter;
  @Field(() => SupervisorOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}

export const AddHostResult = answerWith({
  done: 'HostAdded',
  command: 'AddHost',
  field: 'host',
  type: () => HostType,
  doneMeans: 'The organisation is on the list.',
  refusedMeans: 'Nothing was added.',
});
@InputType('AddHostInput', {
  description: 'A trust of the published list, or any other organisation with its address.',
})
export class AddHostInput {
  @Field(() => ID, { nullable: true, description: 'The trust; its name and sites are taken over.' })
  trustId?: string | null;
  @Field(() => HostKindEnum, { nullable: true, description: 'Without a trust: what kind of organisation.' })
  kind?: HostKind | null;
  @Field(() => String, {
    nullable: true,
    description: `Without a trust: its name, at most ${hostNameAtMost} characters.`,
  })
  name?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Without a trust: the postcode of its first site. The region is that of the nearest trust (assumed).',
  })
  postcode?: string | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

export const AddPlacementSiteResult = answerWith({
  done: 'PlacementSiteAdded',
  command: 'AddPlacementSite',
  field: 'placementSite',
  type: () => PlacementSiteType,
  doneMeans: 'The site is on the list.',
  refusedMeans: 'Nothing was added.',
});
@InputType('AddPlacementSiteInput', { description: 'A place of work that the published list does not know.' })
export class AddPlacementSiteInput {
  @Field(() => ID, { description: 'Whose site.' })
  hostId!: string;
  @Field(() => String, { description: `Name, at most ${hostNameAtMost} characters.` })
  name!: string;
  @Field(() => String, { description: 'Postcode, whole.' })
  postcode!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

export const NameHostContactResult = answerWith({
  done: 'HostContactNamed',
  command: 'NameHostContact',
  field: 'host',
  type: () => HostType,
  doneMeans: 'The contact is named.',
  refusedMeans: 'The contact stays as it was.',
});
@InputType('NameHostContactInput', { description: 'The one person at work to whom returners and coordinators turn.' })
export class NameHostContactInput {
  @Field(() => ID, { description: 'Of which organisation.' })
  hostId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { description: 'E-mail address at work.' })
  email!: string;
  @Field(() => String, { nullable: true, description: 'Telephone number at work.' })
  phone?: string | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

export const ConfirmSiteProfileResult = answerWith({
  done: 'SiteProfileConfirmed',
  command: 'ConfirmSiteProfile',
  field: 'placementSite',
  type: () => PlacementSiteType,
  doneMeans: 'The profile is confirmed today.',
  refusedMeans: 'The profile stays as it was.',
});
@InputType('ConfirmSiteProfileInput', { description: 'The whole profile, changed or not; sending it confirms it.' })
export class ConfirmSiteProfileInput {
  @Field(() => ID, { description: 'Which site.' })
  placementSiteId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: `What a returner should know, at most ${aboutAtMost} characters.`,
  })
  about?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The most returners at once, of all professions together, 0 to 1000; null without such a limit.',
  })
  atOnceAtMost?: number | null;
  @Field(() => [AdjustmentEnum], { description: 'Adjustments that the site can make.' })
  adjustments!: Adjustment[];
  @Field(() => [SiteNeedEnum], { defaultValue: [], description: 'What the site needs of a returner.' })
  needs!: SiteNeed[];
  @Field(() => [ChecklistItemEnum], { defaultValue: [], description: 'What the site has ready.' })
  checklist!: ChecklistItem[];
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

export const GiveHostRoleResult = answerWith({
  done: 'HostRoleGiven',
  command: 'GiveHostRole',
  field: 'host',
  type: () => HostType,
  doneMeans:
    'Who had a role here before holds this one; anybody else is invited by mail, and holds it once they accept.',
  refusedMeans: 'No role was given.',
});
export const TakeHostRoleResult = answerWith({
  done: 'HostRoleTaken',
  command: 'TakeHostRole',
  field: 'host',
  type: () => HostType,
  doneMeans: 'The person does not hold the role any more.',
  refusedMeans: 'No role was taken.',
});
@InputType('HostRoleInput', { description: 'A role at an organisation, and whose.' })
export class HostRoleInput {
  @Field(() => ID, { description: 'At which organisation.' })
  hostId!: string;
  @Field(() => String, { description: 'E-mail address of the person’s account.' })
  email!: string;
  @Field(() => HostRoleEnum, { description: 'Which role.' })
  role!: HostRole;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
@InputType('GiveHostRoleInput', {
  description: 'A role at an organisation, whose, and which role it takes the place of.',
})
export class GiveHostRoleInput extends HostRoleInput {
  @Field(() => HostRoleEnum, { nullable: true, description: 'The role that the person has no more afterwards.' })
  insteadOf?: HostRole | null;
}

export const AcceptHostInvitationResult = answerWith({
  done: 'HostInvitationAccepted',
  command: 'AcceptHostInvitation',
  field: 'host',
  type: () => HostType,
  doneMeans: 'You hold the role. Change your hat to use it.',
  refusedMeans: 'Nothing was changed.',
});
@InputType('AcceptHostInvitationInput', { description: 'Which invitation you take.' })
export class AcceptHostInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  hostInvitationId!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@InputType('RegistrationSpanInput', { description: 'A stretch of time on the Register.' })
export class RegistrationSpanInput {
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  from!: CalendarDate;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  until?: CalendarDate | null;
}

/** What several inputs say of a supervisor. */
@InputType('SupervisorProfileInput', { description: 'What is said of a supervisor.' })
abstract class SupervisorProfileInput {
  @Field(() => String, { description: 'Name.' })
  displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Address of their account, if they have one. In a change: left out it stays, null takes it out.',
  })
  email?: string | null;
  @Field(() => String, { description: 'Register code of their profession. Example: `DT`.' })
  professionCode!: string;
  @Field(() => [RegistrationSpanInput], {
    description: 'When they were on the Register; a gap ends one stretch and begins another.',
  })
  registered!: RegistrationSpanInput[];
  @Field(() => [String], { defaultValue: [], description: 'What they do, at most 30 activities.' })
  scope!: string[];
  @Field(() => Int, { description: 'The most returners at once, 1 to 20.' })
  atOnceAtMost!: number;
  @Field(() => [Int], { description: 'Days of the week on which they supervise, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
export const AddSupervisorResult = answerWith({
  done: 'SupervisorAdded',
  command: 'AddSupervisor',
  field: 'supervisor',
  type: () => SupervisorType,
  doneMeans: 'The supervisor is on the list.',
  refusedMeans: 'Nobody was added.',
});
@InputType('AddSupervisorInput', { description: 'A new supervisor of an organisation.' })
export class AddSupervisorInput extends SupervisorProfileInput {
  @Field(() => ID, { description: 'At which organisation.' })
  hostId!: string;
}
export const ChangeSupervisorResult = answerWith({
  done: 'SupervisorChanged',
  command: 'ChangeSupervisor',
  field: 'supervisor',
  type: () => SupervisorType,
  doneMeans: 'The supervisor is changed.',
  refusedMeans: 'Nothing was changed.',
});
@InputType('ChangeSupervisorInput', { description: 'A supervisor as they should be from now on.' })
export class ChangeSupervisorInput extends SupervisorProfileInput {
  @Field(() => ID, { description: 'Which supervisor.' })
  supervisorId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
}

@InputType('ProceedingInput', { description: 'A case or a sanction that was seen.' })
export class ProceedingInput {
  @Field(() => ProceedingKindEnum, { description: 'What it is.' })
  kind!: ProceedingKind;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  from!: CalendarDate;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  until?: CalendarDate | null;
}
export const RecordRegisterCheckResult = answerWith({
  done: 'RegisterCheckRecorded',
  command: 'RecordRegisterCheck',
  field: 'supervisor',
  type: () => SupervisorType,
  doneMeans: 'It is noted that you looked.',
  refusedMeans: 'Nothing was noted.',
});
@InputType('RecordRegisterCheckInput', { description: 'What you saw when you looked a supervisor up on the Register.' })
export class RecordRegisterCheckInput {
  @Field(() => ID, { description: 'Whom you looked up.' })
  supervisorId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => CalendarDateScalar, { description: 'When you looked; not in the future.' })
  checkedOn!: CalendarDate;
  @Field(() => String, { description: 'What you saw, in a sentence.' })
  seen!: string;
  @Field(() => [ProceedingInput], { defaultValue: [], description: 'Every case and sanction that you saw.' })
  proceedings!: ProceedingInput[];
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When HCPC’s advice on an old sanction was noted.' })
  adviceRecordedOn?: CalendarDate | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
