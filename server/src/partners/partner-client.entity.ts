import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import type { Scope } from '../access/scopes.ts';
import { IntegratedCareBoardSchema } from '../organisations/organisation.entity.ts';
import { HostSchema } from '../placements/host.entity.ts';
import type { NewsOfEnd } from './partner-client.rules.ts';

/** A program of an organisation or a board that asks this API. */
export const PartnerClientSchema = defineEntity({
  name: 'PartnerClient',
  tableName: 'partner_client',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    name: p.text(),
    host: () => p.manyToOne(HostSchema).name('host_id').nullable().deleteRule('no action'),
    board: () => p.manyToOne(IntegratedCareBoardSchema).name('board_id').nullable().deleteRule('no action'),
    /** Who answers for it, and is written to. */
    owner: () => p.manyToOne(PersonSchema).name('owner_id').index('partner_client_by_owner'),
    scopes: p.array().$type<Scope[]>(),
    /** The last day on which it may ask. */
    endsOn: p.date().name('ends_on'),
    /** Points that its queries may cost within an hour. */
    budget: p.integer(),
    createdAt: p.datetime().columnType('timestamptz').name('created_at'),
    createdBy: () => p.manyToOne(PersonSchema).name('created_by_id').index('partner_client_by_maker'),
    revokedAt: p.datetime().columnType('timestamptz').name('revoked_at').nullable(),
    /** What of its end its owner was written to about. */
    toldOfEnd: p.text().$type<NewsOfEnd>().name('told_of_end').nullable(),
  },
  checks: [
    {
      name: 'a_partner_client_is_of_one_organisation_or_board',
      expression: '(host_id is null) <> (board_id is null)',
    },
    { name: 'a_partner_client_may_do_something', expression: 'cardinality(scopes) > 0' },
  ],
  indexes: [
    { name: 'partner_client_by_name', properties: ['name', 'id'] },
    { name: 'partner_client_by_end', properties: ['endsOn'] },
    { name: 'partner_client_by_age', properties: ['createdAt', 'id'] },
    { name: 'partner_client_of_host', properties: ['host', 'name', 'id'] },
    { name: 'partner_client_of_board', properties: ['board', 'name', 'id'] },
  ],
});
/** A program of an organisation or a board that asks this API. */
export type PartnerClient = InferEntity<typeof PartnerClientSchema>;

/** What a program shows to be let in. The key itself was shown once, and is kept nowhere. */
export const PartnerKeySchema = defineEntity({
  name: 'PartnerKey',
  tableName: 'partner_key',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    client: () => p.manyToOne(PartnerClientSchema).name('client_id').deleteRule('cascade'),
    /** How the key begins, so that people can tell keys apart. */
    hint: p.text(),
    /** SHA-256 of the key. */
    keyHash: p.blob().name('key_hash').unique('one_client_per_key'),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    /** When it stops, where another has taken its place or it was revoked. */
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').nullable(),
    /** When a request came with it, to the minute. */
    lastUsedAt: p.datetime().columnType('timestamptz').name('last_used_at').nullable(),
  },
  indexes: [{ name: 'partner_key_of_client', properties: ['client', 'madeAt', 'id'] }],
});

/** A token that was given for a key, for an hour, by OAuth 2.0. */
export const PartnerTokenSchema = defineEntity({
  name: 'PartnerToken',
  tableName: 'partner_token',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    key: () => p.manyToOne(PartnerKeySchema).name('key_id').index('partner_token_of_key').deleteRule('cascade'),
    /** SHA-256 of the token. */
    tokenHash: p.blob().name('token_hash').unique('one_key_per_token'),
    scopes: p.array().$type<Scope[]>(),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('partner_token_by_end'),
  },
});

/** What is left of a program's budget, as it was at a moment; it grows again from there. */
export const PartnerBudgetSchema = defineEntity({
  name: 'PartnerBudget',
  tableName: 'partner_budget',
  properties: {
    client: () => p.oneToOne(PartnerClientSchema).name('client_id').primary().deleteRule('cascade'),
    pointsLeft: p.double().name('points_left'),
    asOf: p.datetime().columnType('timestamptz').name('as_of'),
  },
});
