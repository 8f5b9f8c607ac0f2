import type { MyWishQuery } from '../generated/graphql.ts';
import { useDraft } from '../ui/useDraft.ts';
import { newWish, wishOf, type WishDraft } from './wish.ts';

/** What is being asked for: what was typed in this tab, else the request that is open, else a new one. */
export function useWish(returner: NonNullable<MyWishQuery['viewer']['returner']>) {
  const { placementRequest: request, updating } = returner;
  const open = request?.state === 'OPEN' ? request : null;
  const missing = updating === null ? null : Math.ceil(updating.shortfallMinutes / 420);
  const kept = useDraft<WishDraft>(
    `placement:${returner.id}:${open?.version ?? 'new'}`,
    open === null ? newWish(missing) : wishOf(open),
  );
  return { ...kept, open };
}
