import { createHash } from 'node:crypto';
import type pg from 'pg';
import { scopesFor, type Scope } from '../../access/scopes.ts';
import { hashToken } from '../../access/token.ts';
import { keptUntilOf } from '../../bulk/bulk-export.rules.ts';
import { queryOfList } from '../../bulk/common-lists.rules.ts';
import { HOURLY_BUDGET } from '../../partners/partner-client.rules.ts';
import { universityWording } from '../../placements/university-consent.rules.ts';
import { referenceId } from '../reference-data.ts';
import { personaId } from './personas.ts';

/** A program of the demonstration, whose key everybody may know. */
export interface DemonstrationProgram {
  /** By which scripts and pages know it. Never changes. */
  readonly key: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly secret: string;
}

/** The same in every demonstration, so that a command that was copied once goes on working. */
const secretOf = (key: string): string =>
  `rtpk_${createHash('sha256').update(`demonstration ${key}`).digest('base64url')}`;

/** Everybody may use the key, so it sends nothing to other machines. */
const harmless = (scopes: readonly Scope[]): readonly Scope[] => scopes.filter((scope) => scope !== 'MANAGE_WEBHOOKS');

/** The programs whose keys are shown. */
export const demonstrationPrograms: readonly DemonstrationProgram[] = [
  { key: 'trust', name: 'Example program of a trust', scopes: harmless(scopesFor.HOST), secret: secretOf('trust') },
  { key: 'board', name: 'Example program of a board', scopes: harmless(scopesFor.BOARD), secret: secretOf('board') },
  {
    key: 'university',
    name: 'Example program of a university',
    scopes: ['FOLLOW_STUDENTS', 'READ_EVENTS'],
    secret: secretOf('university'),
  },
];

/** A university that supports two returners, who let it follow their placements. */
const addUniversity = async (client: pg.ClientBase, now: Date): Promise<void> => {
  await client.query(
    `insert into host (id, kind, name, region_id, contact_name, contact_email)
     values ($1, 'UNIVERSITY', 'Example University', $2, 'Example Contact', 'contact.university@example.invalid')`,
    [referenceId('host', 'university'), referenceId('region', 'Y56')],
  );
  await client.query(
    `insert into university_consent (returner_id, host_id, wording_version, given_at)
     select id, $1, $2, $3::timestamptz - interval '30 days' from returner where person_id = any($4)`,
    [
      referenceId('host', 'university'),
      universityWording.version,
      now,
      [personaId('returner-logging'), personaId('returner-finishing')],
    ],
  );
};

/** A list that the trust's program has asked for, and one that its administrator has: the server makes the files of both within a minute. */
const askForLists = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const { scopes = [] } = demonstrationPrograms.find(({ key }) => key === 'trust') ?? {};
  const administrator = personaId('organisation-administrator');
  for (const asked of [
    {
      id: 'a program',
      clientId: referenceId('partner client', 'trust'),
      keyId: referenceId('partner key', 'trust'),
      scopes,
    },
    { id: 'a person', personId: administrator, role: 'ORGANISATION_ADMINISTRATOR', scopes: [] },
  ])
    await client.query(
      `insert into bulk_export (id, client_id, key_id, scopes, person_id, role, host_id, list, query, variables, format, asked_at, due_at, kept_until)
       select $1, $2, $3, $4, $5, $6, id, $7, $8, '{}', $9, $10, $10, $11 from host where ods_code = 'G6V2S'`,
      [
        referenceId('bulk export', asked.id),
        asked.clientId ?? null,
        asked.keyId ?? null,
        asked.scopes,
        asked.personId ?? null,
        asked.role ?? null,
        'SITES',
        queryOfList('SITES', asked.clientId === undefined ? null : asked.scopes),
        asked.clientId === undefined ? 'CSV' : 'JSONL',
        now,
        keptUntilOf(now),
      ],
    );
};

/** Lets the programs in. Expects the personas and the organisations that host. */
export const addPrograms = async (client: pg.ClientBase, now: Date): Promise<void> => {
  await addUniversity(client, now);
  for (const { key, name, scopes, secret } of demonstrationPrograms) {
    const clientId = referenceId('partner client', key);
    const ownerId = personaId(key === 'trust' ? 'organisation-administrator' : 'administrator');
    await client.query(
      `insert into partner_client (id, name, host_id, board_id, owner_id, scopes, ends_on, budget, created_at, created_by_id)
       select $1, $2, case $3 when 'trust' then (select id from host where ods_code = 'G6V2S') when 'university' then $8::uuid end,
         case when $3 = 'board' then (select board_id from host where ods_code = 'G6V2S') end, $4, $5, $6::timestamptz::date + 365, $7, $6, $4`,
      [clientId, name, key, ownerId, scopes, now, HOURLY_BUDGET, referenceId('host', 'university')],
    );
    await client.query('insert into partner_key (id, client_id, hint, key_hash, made_at) values ($1, $2, $3, $4, $5)', [
      referenceId('partner key', key),
      clientId,
      secret.slice(0, 10),
      hashToken(secret),
      now,
    ]);
  }
  await askForLists(client, now);
};
