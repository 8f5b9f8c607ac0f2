import type { Run } from '../graphql/compile/projection.ts';
import {
  column,
  computed,
  contains,
  type FieldProjection,
  fromRun,
  given,
  rowOf,
  type Projection,
} from '../graphql/compile/projection.ts';
import { auditEntriesField } from '../audit/audit-entry.projection.ts';
import { visibleToEveryone } from '../access/visibility.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { accountsVisibleTo, maySuspend, roleGrantsVisibleTo } from './account.policy.ts';

const nameOfPlace = (grant: (name: string) => Sql): Sql => sql`coalesce(
  (select place.name from region place where place.id = ${grant('region_id')}),
  (select place.name from integrated_care_board place where place.id = ${grant('board_id')}),
  (select place.name from trust place where place.id = ${grant('trust_id')}),
  (select place.name from host place where place.id = ${grant('host_id')}))`;

export const roleGrantProjection: Projection = {
  type: 'RoleGrant',
  table: 'role_grant',
  visible: roleGrantsVisibleTo,
  fields: {
    role: column('role'),
    place: { kind: 'expression', value: nameOfPlace },
    grantedAt: column('granted_at'),
  },
};

export const accountProjection: Projection = {
  type: 'Account',
  table: 'person',
  visible: accountsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    displayName: column('display_name'),
    email: column('email'),
    roles: {
      kind: 'list',
      to: () => roleGrantProjection,
      on: (grant, account) => sql`${grant('person_id')} = ${account('id')}`,
      orderBy: (grant) => sql`${grant('granted_at')}, ${grant('id')}`,
    },
    createdAt: column('created_at'),
    suspendedAt: column('suspended_at'),
    viewerMaySuspend: {
      kind: 'derived',
      facts: { id: (account) => account('id') },
      compute: (facts, { actor }) => maySuspend(actor, { id: String(facts['id']) }),
    },
    auditEntries: { ...auditEntriesField, on: (entry, account) => sql`${entry('person_id')} = ${account('id')}` },
  },
};

const me = sql`${fromRun((run) => run.actor.personId)}::uuid`;
const isKnown = ({ actor }: Run): boolean => actor.personId !== null;

export const viewerProjection: Projection = {
  type: 'Viewer',
  table: null,
  visible: visibleToEveryone,
  fields: {
    isSignedIn: computed(isKnown),
    isSuspended: computed(({ actor }) => actor.kind === 'SUSPENDED'),
    mustSignInAgain: computed(({ actor }) => actor.mustSignInAgain === true),
    mustShowSecondFactor: computed(({ actor }) => actor.unproven !== undefined),
    role: computed(({ actor }) => (actor.kind === 'ANONYMOUS' || actor.kind === 'SUSPENDED' ? null : actor.kind)),
    roles: computed(({ actor }) => actor.roles),
    today: computed(({ clock }) => clock.today()),
    places: {
      kind: 'expression',
      value: () => sql`(select coalesce(json_agg(worn.place order by worn.place), '[]') from (
        select ${nameOfPlace(rowOf('g'))} as place
        from role_grant g where g.person_id = ${me} and g.role = ${fromRun((run) => run.actor.kind)}) worn where worn.place is not null)`,
    },
    displayName: { kind: 'expression', value: () => sql`(select i.display_name from person i where i.id = ${me})` },
    account: { kind: 'relation', to: () => accountProjection, on: (account) => sql`${account('id')} = ${me}` },
    wantsReminders: {
      kind: 'expression',
      value: () => sql`exists (select 1 from person i where i.id = ${me} and i.wants_reminders)`,
    },
    hasPassword: {
      kind: 'expression',
      value: () => sql`exists (select 1 from person i where i.id = ${me} and i.password_hash is not null)`,
    },
  },
};

export const remindersChosenProjection: Projection = {
  type: 'RemindersChosen',
  table: null,
  visible: visibleToEveryone,
  fields: { viewer: { kind: 'relation', to: () => viewerProjection, on: () => sql`true` } },
};

const answeredWithAccount = (type: string): Projection => ({
  type,
  table: null,
  visible: visibleToEveryone,
  fields: {
    account: {
      kind: 'relation',
      to: () => accountProjection,
      on: (account) => sql`${account('id')} = ${given('accountId')}`,
    },
  },
});

export const accountSuspendedProjection = answeredWithAccount('AccountSuspended');
export const accountRestoredProjection = answeredWithAccount('AccountRestored');

/** Questions about the viewer and about accounts, at the root of the API. */
export const accountQueries = {
  viewer: { kind: 'relation', to: () => viewerProjection, on: () => sql`true` },
  accounts: {
    kind: 'connection',
    to: () => accountProjection,
    orders: { NAME: { by: 'display_name' }, NEWEST: { by: 'created_at', descending: true } },
    filters: {
      nameContains: (account, value) => contains(account('display_name'), value),
      role: (account, value) =>
        sql`exists (select 1 from role_grant g where g.person_id = ${account('id')} and g.role = ${value})`,
    },
  },
} satisfies Record<string, FieldProjection>;
