import { visibleToEveryone } from '../access/visibility.ts';
import type { Scope } from '../access/scopes.ts';
import {
  column,
  computed,
  fromRun,
  given,
  toOne,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { sql } from '../kernel/sql.ts';
import { boardProjection } from '../organisations/organisation.projection.ts';
import { hostProjection, oneById } from '../placements/host.projection.ts';
import { budgetNow } from './budget.rules.ts';
import { mayManagePartnerClient, partnerClientsVisibleTo, partnerKeysVisibleTo } from './partner-client.policy.ts';
import { inWords, standingOfClient } from './partner-client.rules.ts';

const standingFacts = {
  endsOn: (client: Row) => client('ends_on'),
  isRevoked: (client: Row) => sql`${client('revoked_at')} is not null`,
};

export const partnerKeyProjection: Projection = {
  type: 'PartnerKey',
  table: 'partner_key',
  visible: partnerKeysVisibleTo,
  fields: {
    id: column('id'),
    hint: column('hint'),
    madeAt: column('made_at'),
    endsAt: column('ends_at'),
    lastUsedAt: column('last_used_at'),
    isInUse: { kind: 'expression', value: (key) => sql`(${key('ends_at')} is null or ${key('ends_at')} > now())` },
  },
};

export const partnerClientProjection: Projection = {
  type: 'PartnerClient',
  table: 'partner_client',
  visible: partnerClientsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    name: column('name'),
    host: toOne(() => hostProjection, 'host_id'),
    board: toOne(() => boardProjection, 'board_id'),
    belongsTo: {
      kind: 'expression',
      value: (client) =>
        sql`coalesce((select h.name from host h where h.id = ${client('host_id')}), (select b.name from integrated_care_board b where b.id = ${client('board_id')}))`,
    },
    ownerName: {
      kind: 'expression',
      value: (client) => sql`(select o.display_name from person o where o.id = ${client('owner_id')})`,
    },
    scopes: {
      kind: 'derived',
      facts: { scopes: (client) => sql`to_json(${client('scopes')})` },
      compute: ({ scopes }) => inWords(scopes as Scope[]),
    },
    endsOn: column('ends_on'),
    createdAt: column('created_at'),
    revokedAt: column('revoked_at'),
    standing: {
      kind: 'derived',
      facts: standingFacts,
      compute: ({ endsOn, isRevoked }, { clock }) =>
        standingOfClient({ endsOn: String(endsOn), isRevoked: isRevoked === true }, clock.today()),
    },
    lastUsedAt: {
      kind: 'expression',
      value: (client) => sql`(select max(k.last_used_at) from partner_key k where k.client_id = ${client('id')})`,
    },
    keys: {
      kind: 'list',
      to: () => partnerKeyProjection,
      on: (key, client) => sql`${key('client_id')} = ${client('id')}`,
      orderBy: (key) => sql`${key('made_at')} desc, ${key('id')} desc`,
    },
    budget: {
      kind: 'derived',
      facts: {
        points: (client) => client('budget'),
        known: (client) =>
          sql`(select json_build_object('left', b.points_left, 'secondsSince', extract(epoch from now() - b.as_of)) from partner_budget b where b.client_id = ${client('id')})`,
      },
      compute: ({ points, known }) => budgetNow(Number(points), known as Parameters<typeof budgetNow>[1]),
    },
    viewerMayManage: {
      kind: 'derived',
      facts: { hostId: (client) => client('host_id') },
      compute: ({ hostId }, { actor }) => mayManagePartnerClient(actor, { hostId: hostId as string | null }),
    },
  },
};

const self = fromRun((run) => run.actor.partner?.clientId ?? null);

/** The program that asks. */
export const partnerProjection: Projection = {
  type: 'Partner',
  table: 'partner_client',
  // nobody but the program itself is led to it
  visible: visibleToEveryone,
  fields: {
    client: {
      kind: 'relation',
      to: () => partnerClientProjection,
      on: (client, own) => sql`${client('id')} = ${own('id')}`,
    },
    key: {
      kind: 'relation',
      to: () => partnerKeyProjection,
      on: (key) => sql`${key('id')} = ${fromRun((run) => run.actor.partner?.keyId ?? null)}::uuid`,
    },
    scopes: computed(({ actor }) => inWords(actor.partner?.scopes ?? [])),
  },
};

/** Questions about partner programs, at the root of the API. */
export const partnerQueries: Record<string, FieldProjection> = {
  partner: { kind: 'relation', to: () => partnerProjection, on: (client) => sql`${client('id')} = ${self}::uuid` },
  partnerClient: oneById('PartnerClient', () => partnerClientProjection),
  partnerClients: {
    kind: 'connection',
    to: () => partnerClientProjection,
    orders: { NAME: { by: 'name' }, NEWEST: { by: 'created_at', descending: true } },
  },
};

const answered = (type: string, more: Projection['fields'] = {}): Projection => ({
  type,
  table: null,
  visible: visibleToEveryone,
  fields: {
    partnerClient: {
      kind: 'relation',
      to: () => partnerClientProjection,
      on: (client) => sql`${client('id')} = ${given('partnerClientId')}`,
    },
    ...more,
  },
});

// it goes past the database, which keeps no more than its hash
const key = computed((run) => run.given['key'] ?? null);

/** Answers of the commands about partner programs. */
export const partnerAnswers: readonly Projection[] = [
  answered('PartnerClientCreated', { key }),
  answered('PartnerKeyRotated', { key }),
  answered('PartnerClientRevoked'),
  answered('PartnerKeyRevoked'),
];
