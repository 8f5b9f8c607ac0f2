import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

/** Administrators see all clients, an organisation's own administrators theirs, and a program itself. */
export const partnerClientsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'ADMINISTRATOR') return 'ALL';
  if (actor.kind === 'ORGANISATION_ADMINISTRATOR') return [[{ column: 'host_id', isOneOf: actor.hostIds }]];
  return actor.kind === 'PARTNER'
    ? [[{ column: 'id', isOneOf: actor.partner ? [actor.partner.clientId] : [] }]]
    : 'NONE';
};

/** The keys of the clients that one sees: how each begins, and never the key. */
export const partnerKeysVisibleTo = (actor: Actor): Visibility => [
  [{ column: 'client_id', belongsTo: 'partner_client', visible: partnerClientsVisibleTo(actor) }],
];

/** Who makes, changes and revokes the clients of an organisation or a board. */
export const mayManagePartnerClient = (actor: Actor, { hostId }: { readonly hostId: string | null }): boolean =>
  actor.kind === 'ADMINISTRATOR' ||
  (actor.kind === 'ORGANISATION_ADMINISTRATOR' && hostId !== null && actor.hostIds.includes(hostId));
