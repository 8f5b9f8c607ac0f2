import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import {
  IntegratedCareBoardSchema,
  PostcodeDistrictSchema,
  RegionSchema,
  SiteSchema,
  TrustSchema,
} from '../organisations/organisation.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import type { ChecklistItem, HostKind, HostRole, SiteNeed } from './host.rules.ts';
import type { DateSpan, Proceeding, Weekday } from './supervisor.rules.ts';

/** An organisation that may host returners. */
export const HostSchema = defineEntity({
  name: 'Host',
  tableName: 'host',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    kind: p.text().$type<HostKind>(),
    name: p.text(),
    odsCode: p.text().name('ods_code').nullable(),
    /** The NHS trust that it is, where it is one of the published list. */
    trust: () => p.manyToOne(TrustSchema).name('trust_id').nullable().deleteRule('no action'),
    region: () => p.manyToOne(RegionSchema).name('region_id'),
    board: () => p.manyToOne(IntegratedCareBoardSchema).name('board_id').nullable().deleteRule('no action'),
    /** The one person at work to whom returners and coordinators turn. */
    contactName: p.text().name('contact_name').nullable(),
    contactEmail: p.text().name('contact_email').nullable(),
    contactPhone: p.text().name('contact_phone').nullable(),
  },
  uniques: [{ name: 'one_host_per_trust', properties: ['trust'] }],
  checks: [
    { name: 'a_contact_has_a_name_and_an_address', expression: '(contact_name is null) = (contact_email is null)' },
  ],
  indexes: [
    { name: 'host_by_name', properties: ['name', 'id'] },
    { name: 'host_of_region_by_name', properties: ['region', 'name', 'id'] },
    { name: 'host_of_board_by_name', properties: ['board', 'name', 'id'] },
  ],
});
/** An organisation that may host returners. */
export type Host = InferEntity<typeof HostSchema>;

/** A place of work of a host. */
export const PlacementSiteSchema = defineEntity({
  name: 'PlacementSite',
  tableName: 'placement_site',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    /** The site of the published list from which the profile was begun. */
    site: () => p.manyToOne(SiteSchema).name('site_id').nullable().deleteRule('no action'),
    name: p.text(),
    postcode: p.text(),
    district: () =>
      p
        .manyToOne(PostcodeDistrictSchema)
        .name('district_id')
        .index('placement_site_by_district')
        .nullable()
        .deleteRule('no action'),
    latitude: p.double(),
    longitude: p.double(),
    about: p.text().nullable(),
    /** The most returners at once, of all professions together; null for no such limit. */
    atOnceAtMost: p.integer().name('at_once_at_most').nullable(),
    adjustments: p.json<readonly string[]>().defaultRaw("'[]'::jsonb"),
    needs: p.json<readonly SiteNeed[]>().defaultRaw("'[]'::jsonb"),
    /** What the site has ready for anybody who comes. */
    checklist: p.json<readonly ChecklistItem[]>().defaultRaw("'[]'::jsonb"),
    confirmedOn: p.date().name('confirmed_on').nullable(),
    confirmedBy: () =>
      p
        .manyToOne(PersonSchema)
        .name('confirmed_by_id')
        .index('placement_site_by_confirmer')
        .nullable()
        .deleteRule('no action'),
  },
  uniques: [{ name: 'one_placement_site_per_site', properties: ['site'] }],
  checks: [
    { name: 'a_site_takes_0_to_1000_people', expression: 'at_once_at_most >= 0 and at_once_at_most <= 1000' },
    { name: 'a_confirmed_profile_says_by_whom', expression: '(confirmed_on is null) = (confirmed_by_id is null)' },
  ],
  indexes: [
    { name: 'placement_site_of_host_by_name', properties: ['host', 'name', 'id'] },
    { name: 'placement_site_by_name', properties: ['name', 'id'] },
  ],
});
/** A place of work of a host. */
export type PlacementSite = InferEntity<typeof PlacementSiteSchema>;

/** Somebody without an account yet whom an organisation wants to give a role. */
export const HostInvitationSchema = defineEntity({
  name: 'HostInvitation',
  tableName: 'host_invitation',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    /** In small letters. */
    email: p.text(),
    role: p.text().$type<HostRole>(),
    invitedOn: p.date().name('invited_on'),
    invitedBy: () =>
      p.manyToOne(PersonSchema).name('invited_by_id').index('host_invitation_by_inviter').deleteRule('cascade'),
  },
  uniques: [{ name: 'one_invitation_per_role', properties: ['host', 'email', 'role'] }],
  checks: [{ name: 'invitations_are_kept_in_small_letters', expression: 'email = lower(email)' }],
  indexes: [{ name: 'host_invitation_by_email', properties: ['email'] }],
});

/** Somebody who may supervise returners at a host. */
export const SupervisorSchema = defineEntity({
  name: 'Supervisor',
  tableName: 'supervisor',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    /** Null for somebody without an account. */
    person: () =>
      p.manyToOne(PersonSchema).name('person_id').index('supervisor_by_person').nullable().deleteRule('no action'),
    displayName: p.text().name('display_name'),
    profession: () => p.manyToOne(ProfessionSchema).name('profession_id').index('supervisor_by_profession'),
    /** When they were on the Register. */
    registered: p.json<readonly DateSpan[]>(),
    scope: p.json<readonly string[]>().defaultRaw("'[]'::jsonb"),
    atOnceAtMost: p.integer().name('at_once_at_most'),
    weekdays: p.json<readonly Weekday[]>(),
    checkedOn: p.date().name('checked_on').nullable(),
    checkedBy: () =>
      p.manyToOne(PersonSchema).name('checked_by_id').index('supervisor_by_checker').nullable().deleteRule('no action'),
    /** What the one who checked saw, in their words. */
    seen: p.text().nullable(),
    proceedings: p.json<readonly Proceeding[]>().defaultRaw("'[]'::jsonb"),
    /** When HCPC's advice to go on in spite of an old sanction was noted. */
    adviceRecordedOn: p.date().name('advice_recorded_on').nullable(),
    checkAgainBy: p.date().name('check_again_by').nullable(),
  },
  checks: [
    { name: 'a_supervisor_takes_1_to_20_people', expression: 'at_once_at_most >= 1 and at_once_at_most <= 20' },
    {
      name: 'a_check_says_who_when_and_what',
      expression: '(checked_on is null) = (checked_by_id is null) and (checked_on is null) = (seen is null)',
    },
  ],
  indexes: [
    { name: 'supervisor_of_host_by_name', properties: ['host', 'displayName', 'id'] },
    { name: 'supervisor_by_name', properties: ['displayName', 'id'] },
    { name: 'supervisor_by_check', expression: 'create index supervisor_by_check on supervisor (check_due, id)' },
  ],
});
/** Somebody who may supervise returners at a host. */
export type Supervisor = InferEntity<typeof SupervisorSchema>;
