import type { Actor } from '../access/actor.ts';
import type { ImportKind } from './import-words.rules.ts';

const kindsOf: Partial<Readonly<Record<Actor['kind'], readonly ImportKind[]>>> = {
  COORDINATOR: ['capacity', 'supervisors', 'returners'],
  ORGANISATION_ADMINISTRATOR: ['capacity', 'supervisors'],
};

/** What somebody may import: a coordinator for the own regions, who manages an organisation for its sites, others nothing. */
export const kindsImportedBy = (actor: Pick<Actor, 'kind'>): readonly ImportKind[] => kindsOf[actor.kind] ?? [];

/** Whether somebody may import this at all. Which rows, is asked of each row's organisation or region. */
export const mayImport = (actor: Pick<Actor, 'kind' | 'personId'>, kind: ImportKind): boolean =>
  actor.personId !== null && kindsImportedBy(actor).includes(kind);

/** Whether somebody coordinates a region or a board, and so may bring in a person who lives there. */
export const coordinatesArea = (
  actor: Actor,
  area: { readonly regionId: string; readonly boardId: string | null },
): boolean =>
  actor.kind === 'COORDINATOR' &&
  (actor.regionIds.includes(area.regionId) || (area.boardId !== null && actor.boardIds.includes(area.boardId)));
