import type pg from 'pg';
import type { Role } from '../../access/actor.ts';
import { referenceId } from '../reference-data.ts';

/** A fixed invented person of the demonstration. */
export interface Persona {
  /** By which scripts and pages know the persona. Never changes. */
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  /** The region by its code, or the trust by its code, that the role is for. */
  readonly regionCode?: string;
  readonly trustCode?: string;
  readonly suspended?: true;
}

/** Everybody as whom one may sign in. */
export const personas = [
  { key: 'returner-new', name: 'Example Returner, just starting', role: 'RETURNER' },
  { key: 'returner-logging', name: 'Example Returner, half way', role: 'RETURNER' },
  { key: 'returner-other', name: 'Example Returner, another', role: 'RETURNER' },
  { key: 'returner-looking', name: 'Example Returner, looking for a place', role: 'RETURNER' },
  { key: 'returner-accepted', name: 'Example Returner, with a place to come', role: 'RETURNER' },
  { key: 'returner-finishing', name: 'Example Returner, nearly done', role: 'RETURNER' },
  { key: 'returner-applied', name: 'Example Returner, waiting for HCPC', role: 'RETURNER' },
  { key: 'returner-readmitted', name: 'Example Returner, back on the Register', role: 'RETURNER' },
  { key: 'supervisor', name: 'Example Supervisor', role: 'SUPERVISOR' },
  { key: 'assessor', name: 'Example Assessor', role: 'ASSESSOR' },
  { key: 'counter-signatory', name: 'Example Counter-signatory', role: 'COUNTER_SIGNATORY' },
  { key: 'coordinator-london', name: 'Example Coordinator, London', role: 'COORDINATOR', regionCode: 'Y56' },
  { key: 'coordinator-north-west', name: 'Example Coordinator, North West', role: 'COORDINATOR', regionCode: 'Y62' },
  { key: 'organisation-member', name: 'Example Organisation Member', role: 'ORGANISATION_MEMBER', trustCode: 'G6V2S' },
  {
    key: 'organisation-administrator',
    name: 'Example Organisation Administrator',
    role: 'ORGANISATION_ADMINISTRATOR',
    trustCode: 'G6V2S',
  },
  { key: 'administrator', name: 'Example Administrator', role: 'ADMINISTRATOR' },
  { key: 'suspended', name: 'Example Suspended Person', role: 'RETURNER', suspended: true },
] as const satisfies readonly Persona[];

/** The key of a persona. */
export type PersonaKey = (typeof personas)[number]['key'];

/** The person behind a persona: the same in every demonstration. */
export const personaId = (key: PersonaKey): string => referenceId('persona', key);

/** Makes the personas' accounts and roles. Expects to find none of them. */
export const addPersonas = async (client: pg.ClientBase, at: Date): Promise<void> => {
  const list: readonly Persona[] = personas;
  for (const [position, persona] of list.entries()) {
    const id = referenceId('persona', persona.key);
    const regionId = persona.regionCode === undefined ? null : referenceId('region', persona.regionCode);
    const trustId = persona.trustCode === undefined ? null : referenceId('trust', persona.trustCode);
    await client.query(
      `insert into person (id, display_name, email, email_confirmed_at, suspended_at, created_at) values ($1, $2, $3, $4, $5, $4)`,
      [id, persona.name, `${persona.key}@example.invalid`, at, persona.suspended ? at : null],
    );
    await client.query(
      'insert into role_grant (person_id, role, region_id, trust_id, granted_at) values ($1, $2, $3, $4, $5)',
      [id, persona.role, regionId, trustId, at],
    );
    await client.query(
      `insert into persona (key, position, role, place, person_id)
       values ($1, $2, $3, coalesce((select name from region where id = $4), (select name from trust where id = $5)), $6)`,
      [persona.key, position, persona.role, regionId, trustId, id],
    );
  }
};
