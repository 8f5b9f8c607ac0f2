import type { EntityManager } from '@mikro-orm/postgresql';
import { personKey } from '../access/person-key.queries.ts';
import { keyedHash } from '../access/sealing.ts';

/** To whom a mail goes: somebody with an account, or an address alone. */
type Recipient = { readonly personId: string } | { readonly address: string };

/** Who a mail waits in line for: the person, or the address as a keyed hash in the form of a UUID. */
export const recipientOf = async (em: EntityManager, to: Recipient): Promise<string> => {
  if ('personId' in to) return to.personId;
  const key = await personKey(em, null);
  if (!key) throw new Error('The key of the service itself is never destroyed.');
  const hash = keyedHash(key, to.address).toString('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
};
