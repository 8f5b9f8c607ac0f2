import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { nearestDistrict } from '../organisations/nearest-district.rules.ts';
import { PostcodeDistrictSchema, RegionSchema } from '../organisations/organisation.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { QuestionToHcpcSchema, ReturnerSchema, type Returner } from './returner.entity.ts';
import { ReturnerMergeSchema } from './returner-merge.entity.ts';
import { maySeeReturner, type ReturnerSubject } from './returner.policy.ts';
import type { QuestionToHcpc } from './standing.rules.ts';
import { parseCalendarDate } from '../kernel/calendar-date.ts';

type EntityManager = CommandContext['em'];

/** What is said of a record that does not exist, and of one that is none of the caller's business. */
export const notFound = (field: string, what: string): Refusal => ({
  code: 'NOT_FOUND',
  path: [field],
  message: `There is no such ${what}.`,
  help: 'Go back and load the page again.',
});

/** What policies must know of a stored returner. */
export const subjectOf = (returner: Returner): ReturnerSubject => ({
  personId: returner.person.id,
  regionId: returner.region?.id ?? null,
  boardId: returner.board?.id ?? null,
  sharesWithCoordinators: returner.sharesWithCoordinators,
});

/** Locks a returner by its UUID, before anything that belongs to it; null where the actor may not see it. */
export const lockReturnerById = async (em: EntityManager, actor: Actor, id: string): Promise<Returner | null> => {
  const returner = await em.findOne(ReturnerSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return returner && maySeeReturner(actor, subjectOf(returner)) ? returner : null;
};

/** Locks a returner by the id the API shows; null where there is none, or the actor may not see it. */
export const lockReturner = async (em: EntityManager, actor: Actor, globalId: string): Promise<Returner | null> => {
  const asked = fromGlobalId(globalId);
  if (asked?.type !== 'Returner') return null;
  // locked before the look, so that no merge comes in between
  const own = await em.findOne(ReturnerSchema, { id: asked.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const merge = own && (await em.findOne(ReturnerMergeSchema, { merged: own.id, undoneAt: null }));
  // an old link leads to the record that goes on
  if (merge) return lockReturnerById(em, actor, merge.kept.id);
  return own && maySeeReturner(actor, subjectOf(own)) ? own : null;
};

/** The UUID of the profession that was answered; null for one that HCPC does not regulate. */
export const professionIdOf = async (em: EntityManager, code: string | null | undefined): Promise<string | null> =>
  code ? ((await em.findOne(ProfessionSchema, { code }))?.id ?? null) : null;

/** Register code of a returner's profession. */
export const professionCodeOf = async (em: EntityManager, returner: Returner): Promise<string | null> =>
  returner.profession ? ((await em.findOne(ProfessionSchema, { id: returner.profession.id }))?.code ?? null) : null;

/** The question to HCPC that stands, as the rules want it. */
export const standingQuestion = async (em: EntityManager, returnerId: string): Promise<QuestionToHcpc | null> => {
  const found = await em.findOne(QuestionToHcpcSchema, { returner: returnerId, isSuperseded: false });
  const askedOn = found && parseCalendarDate(found.askedOn);
  if (!found || !askedOn) return null;
  const { answeredOn, answeredDays, answeredRoute } = found;
  return {
    askedOn,
    answeredOn: answeredOn == null ? null : (parseCalendarDate(answeredOn) ?? null),
    answeredDays: answeredDays ?? null,
    answeredRoute: answeredRoute ?? null,
  };
};

/** Where somebody lives: the district of the postcode, with the region and board of the nearest open trust. */
export interface Home {
  readonly districtId: string;
  /** Its code: that of the postcode, or of the nearest district where that of the postcode is not known. */
  readonly districtCode: string;
  readonly regionId: string;
  readonly boardId: string;
}

/** The district of a postcode, or the nearest one by name where our table is older than the postcode; null for no such letters. */
export const districtNear = async (em: EntityManager, code: string) => {
  const known = await em.findOne(PostcodeDistrictSchema, { code });
  if (known) return known;
  const letters = /^[A-Z]{1,2}/.exec(code)?.[0] ?? '';
  const alike = await em.find(PostcodeDistrictSchema, { code: { $like: `${letters}%` } });
  const near = nearestDistrict(
    code,
    alike.map((district) => district.code),
  );
  return alike.find((district) => district.code === near) ?? null;
};

/** Looks up where a postcode district lies; of one that is not known the nearest stands for it, and null for no such letters. */
export const homeIn = async (em: EntityManager, districtCode: string): Promise<Home | null> => {
  const district = await districtNear(em, districtCode);
  if (!district) return null;
  // on the scale of a region a flat map will do, with degrees of longitude as long as they are at that latitude
  const [nearest] = await em.execute<{ region_id: string; board_id: string }[]>(
    `select region_id, board_id from trust where closed_on is null
     order by (latitude - ?) ^ 2 + ((longitude - ?) * cos(radians(?))) ^ 2, id limit 1`,
    [district.latitude, district.longitude, district.latitude],
  );
  return nearest
    ? { districtId: district.id, districtCode: district.code, regionId: nearest.region_id, boardId: nearest.board_id }
    : null;
};

/** The UUID of a region by the id the API shows; null where there is none. */
export const regionIdOf = async (em: EntityManager, globalId: string): Promise<string | null> => {
  const asked = fromGlobalId(globalId);
  return asked?.type === 'Region' ? ((await em.findOne(RegionSchema, { id: asked.id }))?.id ?? null) : null;
};
