import { createHash } from 'node:crypto';
import type pg from 'pg';
import { scopesFor, type Scope } from '../../access/scopes.ts';
import { hashToken } from '../../access/token.ts';
import { HOURLY_BUDGET } from '../../partners/partner-client.rules.ts';
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
];

/** Lets the programs in. Expects the personas and the organisations that host. */
export const addPrograms = async (client: pg.ClientBase, now: Date): Promise<void> => {
  for (const { key, name, scopes, secret } of demonstrationPrograms) {
    const clientId = referenceId('partner client', key);
    const ownerId = personaId(key === 'trust' ? 'organisation-administrator' : 'administrator');
    await client.query(
      `insert into partner_client (id, name, host_id, board_id, owner_id, scopes, ends_on, budget, created_at, created_by_id)
       select $1, $2, case when $3 = 'trust' then (select id from host where ods_code = 'G6V2S') end,
         case when $3 = 'board' then (select board_id from host where ods_code = 'G6V2S') end, $4, $5, $6::timestamptz::date + 365, $7, $6, $4`,
      [clientId, name, key, ownerId, scopes, now, HOURLY_BUDGET],
    );
    await client.query('insert into partner_key (id, client_id, hint, key_hash, made_at) values ($1, $2, $3, $4, $5)', [
      referenceId('partner key', key),
      clientId,
      secret.slice(0, 10),
      hashToken(secret),
      now,
    ]);
  }
};
