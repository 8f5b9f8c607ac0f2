import type { Actor } from '../access/actor.ts';
import {
  column,
  fromRun,
  given,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { sql } from '../kernel/sql.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import {
  boardProjection,
  postcodeDistrictProjection,
  regionProjection,
  siteProjection,
  trustProjection,
} from '../organisations/organisation.projection.ts';
import { professionProjection } from '../organisations/profession.projection.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import {
  belongingToRunHost,
  hostsVisibleTo,
  invitationsVisibleTo,
  mayGiveHostRoles,
  mayManageHost,
  sitesVisibleTo,
  supervisorsVisibleTo,
  type HostSubject,
} from './host.policy.ts';
import type { SupervisorRow } from './matching-facts.rules.ts';
import { factsOfSupervisor } from './matching-input.rules.ts';
import { decideSupervisor } from './supervisor.rules.ts';

const byName = { NAME: { by: 'name' } } as const;

/** Whether a policy about organisations lets the one who asks do something. */
const viewerMay = (may: (actor: Actor, host: HostSubject) => boolean): DerivedField => ({
  kind: 'derived',
  facts: { id: (host) => host('id'), regionId: (host) => host('region_id'), boardId: (host) => host('board_id') },
  compute: ({ id, regionId, boardId }, { actor }) => may(actor, { id, regionId, boardId } as HostSubject),
});

export const hostMemberProjection: Projection = {
  type: 'HostMember',
  table: 'host_member',
  visible: belongingToRunHost,
  fields: {
    displayName: column('display_name'),
    email: column('email'),
    role: column('role'),
    since: column('since'),
    isInvited: column('is_invited'),
  },
};

export const hostInvitationProjection: Projection = {
  type: 'HostInvitation',
  table: 'host_invitation_to_person',
  visible: invitationsVisibleTo,
  fields: {
    id: column('id'),
    host: toOne(() => hostProjection, 'host_id'),
    role: column('role'),
    invitedOn: column('invited_on'),
  },
};

export const hostProjection: Projection = {
  type: 'Host',
  table: 'host',
  visible: hostsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    kind: column('kind'),
    name: column('name'),
    odsCode: column('ods_code'),
    trust: toOne(() => trustProjection, 'trust_id'),
    region: toOne(() => regionProjection, 'region_id'),
    board: toOne(() => boardProjection, 'board_id'),
    contactName: column('contact_name'),
    contactEmail: column('contact_email'),
    contactPhone: column('contact_phone'),
    viewerMayManage: viewerMay(mayManageHost),
    viewerMayGiveRoles: viewerMay(mayGiveHostRoles),
    members: {
      kind: 'list',
      to: () => hostMemberProjection,
      on: (member, host) => sql`${member('host_id')} = ${host('id')}`,
      orderBy: (member) =>
        sql`${member('is_invited')}, ${member('display_name')}, ${member('email')}, ${member('role')}, ${member('id')}`,
    },
    sites: {
      kind: 'connection',
      to: () => placementSiteProjection,
      on: (site, host) => sql`${site('host_id')} = ${host('id')}`,
      orders: byName,
    },
    supervisors: {
      kind: 'connection',
      to: () => supervisorProjection,
      on: (supervisor, host) => sql`${supervisor('host_id')} = ${host('id')}`,
      orders: { NAME: { by: 'display_name' }, CHECK_AGAIN: { by: 'check_due' } },
      filters: {
        professionCode: (supervisor, value) =>
          sql`${supervisor('profession_id')} = (select id from profession where code = ${value})`,
        checkDueBy: (supervisor, value) => sql`${supervisor('check_due')} <= ${value}::date`,
      },
    },
  },
};

export const placementSiteProjection: Projection = {
  type: 'PlacementSite',
  table: 'placement_site',
  visible: sitesVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    host: toOne(() => hostProjection, 'host_id'),
    site: toOne(() => siteProjection, 'site_id'),
    name: column('name'),
    postcode: column('postcode'),
    district: toOne(() => postcodeDistrictProjection, 'district_id'),
    districtIsNearest: {
      kind: 'expression',
      value: (site) =>
        sql`coalesce(split_part(${site('postcode')}, ' ', 1) <> (select code from postcode_district where id = ${site('district_id')}), false)`,
    },
    latitude: column('latitude'),
    longitude: column('longitude'),
    about: column('about'),
    atOnceAtMost: column('at_once_at_most'),
    adjustments: column('adjustments'),
    needs: column('needs'),
    checklist: column('checklist'),
    confirmedOn: column('confirmed_on'),
  },
};

/** What must be read of a supervisor's row to decide whether they may supervise. */
export const supervisorFacts = (supervisor: Row) =>
  sql`json_build_object('profession', (select code from profession where id = ${supervisor('profession_id')}), 'registered', ${supervisor('registered')}, 'proceedings', ${supervisor('proceedings')}, 'checkedOn', ${supervisor('checked_on')}, 'seen', ${supervisor('seen')}, 'adviceRecordedOn', ${supervisor('advice_recorded_on')}, 'scope', ${supervisor('scope')})`;

const eligibility: DerivedField = {
  kind: 'derived',
  facts: { supervisor: supervisorFacts },
  compute: (facts, { clock }, args) => {
    const row = facts['supervisor'] as SupervisorRow;
    const profession = (args['professionCode'] as ProfessionCode | undefined) ?? row.profession;
    const on = (args['on'] as CalendarDate | undefined) ?? clock.today();
    const activity = (args['activity'] as string | undefined) ?? null;
    return decideSupervisor({ ...factsOfSupervisor(row), returnerProfession: profession, activity }, on);
  },
};

export const supervisorProjection: Projection = {
  type: 'Supervisor',
  table: 'supervisor',
  visible: supervisorsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    host: toOne(() => hostProjection, 'host_id'),
    displayName: column('display_name'),
    profession: toOne(() => professionProjection, 'profession_id'),
    registered: column('registered'),
    scope: column('scope'),
    atOnceAtMost: column('at_once_at_most'),
    weekdays: column('weekdays'),
    checkedOn: column('checked_on'),
    checkedBy: {
      kind: 'expression',
      value: (supervisor) => sql`(select display_name from person where id = ${supervisor('checked_by_id')})`,
    },
    seen: column('seen'),
    proceedings: column('proceedings'),
    adviceRecordedOn: column('advice_recorded_on'),
    checkAgainBy: column('check_again_by'),
    eligibility,
  },
};

/** One row by the global id in the argument `id`. */
export const oneById = (type: string, to: () => Projection): FieldProjection => ({
  kind: 'relation',
  to,
  on: (target, _row, args) =>
    sql`${target('id')} = ${args.parameter((values) => {
      const asked = fromGlobalId(String(values['id']));
      return asked?.type === type ? asked.id : null;
    })}::uuid`,
});

/** Questions about organisations that host, at the root of the API. */
export const hostQueries: Record<string, FieldProjection> = {
  host: oneById('Host', () => hostProjection),
  hosts: {
    kind: 'connection',
    to: () => hostProjection,
    orders: byName,
    filters: {
      nameContains: (host, value) => sql`strpos(lower(${host('name')}), lower(${value})) > 0`,
      kind: (host, value) => sql`${host('kind')} = ${value}`,
      regionCode: (host, value) => sql`${host('region_id')} = (select id from region where code = upper(${value}))`,
    },
  },
  placementSite: oneById('PlacementSite', () => placementSiteProjection),
  placementSites: { kind: 'connection', to: () => placementSiteProjection, orders: byName },
  supervisor: oneById('Supervisor', () => supervisorProjection),
};

/** What this feature adds to the one who asks: the organisations that the hat is for. */
export const hostsOfViewer = {
  hosts: {
    kind: 'list',
    to: () => hostProjection,
    on: (host) => sql`${host('id')} = any(${fromRun((run) => run.actor.hostIds)}::uuid[])`,
    orderBy: (host) => sql`${host('name')}, ${host('id')}`,
  },
  hostInvitations: {
    kind: 'list',
    to: () => hostInvitationProjection,
    on: (invitation) => sql`${invitation('person_id')} = ${fromRun((run) => run.actor.personId)}::uuid`,
    orderBy: (invitation) => sql`${invitation('invited_on')}, ${invitation('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** The answer of a command that answers one record as it stands now. */
export const answeringWith = (type: string, field: string, to: () => Projection, key: string): Projection => ({
  type,
  table: null,
  visible: () => 'ALL',
  fields: { [field]: { kind: 'relation', to, on: (target) => sql`${target('id')} = ${given(key)}` } },
});

/** Answers of the commands of this folder about organisations. */
export const hostAnswers: readonly Projection[] = [
  ...['HostAdded', 'HostContactNamed', 'HostRoleGiven', 'HostRoleTaken', 'HostInvitationAccepted'].map((type) =>
    answeringWith(type, 'host', () => hostProjection, 'hostId'),
  ),
  ...['PlacementSiteAdded', 'SiteProfileConfirmed'].map((type) =>
    answeringWith(type, 'placementSite', () => placementSiteProjection, 'placementSiteId'),
  ),
  ...['SupervisorAdded', 'SupervisorChanged', 'RegisterCheckRecorded'].map((type) =>
    answeringWith(type, 'supervisor', () => supervisorProjection, 'supervisorId'),
  ),
];
