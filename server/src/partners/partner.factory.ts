import type { EntityManager } from '@mikro-orm/postgresql';
import { scopesFor, type Scope } from '../access/scopes.ts';
import { PartnerClientSchema, PartnerKeySchema } from './partner-client.entity.ts';
import { HOURLY_BUDGET } from './partner-client.rules.ts';
import { newKey } from './partner-secret.ts';

/** What a program for tests may differ in. */
export interface PartnerOf {
  readonly hostId: string;
  readonly ownerId: string;
  readonly scopes?: readonly Scope[];
  readonly endsOn?: string;
  readonly budget?: number;
}

/** Lets a program of an organisation in, and tells its key. */
export const makePartner = async (em: EntityManager, partner: PartnerOf) => {
  const { hostId, ownerId, scopes = scopesFor.HOST, endsOn = '2199-12-31' } = partner;
  const { secret, hash, hint } = newKey();
  const fork = em.fork();
  const client = fork.create(PartnerClientSchema, {
    name: 'Example program',
    host: hostId,
    owner: ownerId,
    scopes: [...scopes],
    endsOn,
    budget: partner.budget ?? HOURLY_BUDGET,
    createdAt: new Date(),
    createdBy: ownerId,
  });
  const key = fork.create(PartnerKeySchema, { client, hint, keyHash: hash, madeAt: new Date() });
  await fork.flush();
  return { clientId: client.id, keyId: key.id, key: secret };
};
