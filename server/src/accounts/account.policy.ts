import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

const own = (actor: Actor): readonly string[] => (actor.personId === null ? [] : [actor.personId]);

/** Administrators see all accounts, everybody else their own. */
export const accountsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'ADMINISTRATOR') return 'ALL';
  return actor.kind === 'ANONYMOUS' || actor.kind === 'PARTNER' ? 'NONE' : [[{ column: 'id', isOneOf: own(actor) }]];
};

/** The roles of the accounts that one sees. */
export const roleGrantsVisibleTo = (actor: Actor): Visibility => [
  [{ column: 'person_id', belongsTo: 'person', visible: accountsVisibleTo(actor) }],
];

/** Administrators suspend and restore accounts, but not their own: nobody locks the last door behind themselves. */
export const maySuspend = (actor: Actor, account: { readonly id: string }): boolean =>
  actor.kind === 'ADMINISTRATOR' && account.id !== actor.personId;
