import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

/** Administrators alone take in national files. */
export const mayImportNationalFiles = (actor: Pick<Actor, 'kind' | 'personId'>): boolean =>
  actor.kind === 'ADMINISTRATOR' && actor.personId !== null;

/** And they alone see what was taken in. */
export const nationalImportsVisibleTo = (actor: Actor): Visibility => (actor.kind === 'ADMINISTRATOR' ? 'ALL' : 'NONE');
