import type { Refusal } from '../kernel/refusal.ts';

/** Days that a link to sign or to agree lasts. It works once. */
export const linkLastsDays = 7;

/** When a link made now stops working. */
export const linkEndsAt = (now: Date): Date => new Date(now.getTime() + linkLastsDays * 86_400_000);

/** What is kept of a link: the hash of its secret, and when it ends. */
export interface KeptLink {
  readonly tokenHash?: Uint8Array | null | undefined;
  readonly linkEndsAt?: Date | null | undefined;
}

/** Whether what is kept is the link whose secret was shown, and it has not ended. The row may have changed while it was waited for. */
export const linkWorks = ({ tokenHash, linkEndsAt: endsAt }: KeptLink, shown: Buffer, now: Date): boolean =>
  isLinkOf(tokenHash, shown) && endsAt != null && endsAt > now;

/** Whether what is kept is the hash of the secret that was shown, whenever it ends. */
export const isLinkOf = (tokenHash: Uint8Array | null | undefined, shown: Buffer): boolean =>
  tokenHash != null && shown.equals(tokenHash);

/** One sentence for a forged, an expired, a used and a revoked link: nobody learns which it was. */
export const spentLink = (help: string): Refusal => ({
  code: 'NOT_FOUND',
  path: ['token'],
  rule: 'LINK_WORKS_ONCE',
  message: 'This link does not work.',
  help: `A link works once, and for ${linkLastsDays} days. ${help}`,
});
