import { LockMode } from '@mikro-orm/core';
import type { CommandContext } from '../audit/run-command.ts';
import { CapacityOfferSchema, type CapacityOffer } from './placement.entity.ts';

type EntityManager = CommandContext['em'];

/** Locks places that are offered; null where there are none. */
export const lockOffer = async (em: EntityManager, id: string | null): Promise<CapacityOffer | null> =>
  id === null ? null : em.findOne(CapacityOfferSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** How many of the places are given. Call it with the offer locked. */
export const liveCountOfOffer = async (em: EntityManager, offerId: string): Promise<number> => {
  const [row] = await em.execute<{ taken: string }[]>('select count(*) taken from placement where offer_id = ? and is_live', [offerId]);
  return Number(row?.taken ?? 0);
};
