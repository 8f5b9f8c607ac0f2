import type { WhatIfInput } from '../generated/graphql.ts';

/** A returner and a place, held together or kept apart. */
interface PairNamed {
  placementRequestId: string;
  capacityOfferId: string;
}

/** Places that nobody offers and that are tried out. */
export interface PlacesTried {
  /** At which site; null for a new one. */
  placementSiteId: string | null;
  /** Where a new site would be, for example `LS6`; null for one that there is. */
  districtCode: string | null;
  professionCode: string;
  places: number;
  startsOn: string;
  endsOn: string;
}

/** What is tried out: all of it stands in the address of the page and nowhere else. */
export interface WhatIf {
  moreTravel: number;
  laterDays: number;
  earlierDays: number;
  /** Days of the week on which everybody can come too, 1 (Monday) to 7 (Sunday). */
  moreWeekdays: number[];
  held: PairNamed[];
  apart: PairNamed[];
  withoutSites: string[];
  withoutSupervisors: string[];
  withoutHosts: string[];
  tried: PlacesTried[];
}

const number = (text: string | null, most: number): number =>
  text !== null && /^\d{1,3}$/.test(text) ? Math.min(Number(text), most) : 0;

const pairs = (texts: readonly string[]): PairNamed[] =>
  texts.flatMap((text) => {
    const [placementRequestId = '', capacityOfferId = ''] = text.split('.');
    return placementRequestId === '' || capacityOfferId === '' ? [] : [{ placementRequestId, capacityOfferId }];
  });

/** How a new site begins in an address; the ids of the server do not begin so. */
const newSite = 'new-';
const district = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** A postcode district as people type it, `ls6` for `LS6`; undefined for what is none. */
export function districtOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return district.test(code) ? code : undefined;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Reads what is tried out from an address. What makes no sense is left out. */
export const readWhatIf = (search: URLSearchParams): WhatIf => ({
  moreTravel: number(search.get('travel'), 120),
  laterDays: number(search.get('later'), 365),
  earlierDays: number(search.get('earlier'), 365),
  moreWeekdays: search.getAll('day').flatMap((text) => (/^[1-7]$/.test(text) ? [Number(text)] : [])),
  held: pairs(search.getAll('hold')),
  apart: pairs(search.getAll('apart')),
  withoutSites: search.getAll('without'),
  withoutSupervisors: search.getAll('without-supervisor'),
  withoutHosts: search.getAll('without-host'),
  tried: search.getAll('add').flatMap((text) => {
    const [where = '', professionCode = '', places = '', startsOn = '', endsOn = ''] = text.split('.');
    if (where === '' || !/^\d{1,2}$/.test(places) || !isDate(startsOn) || !isDate(endsOn)) return [];
    const districtCode = where.startsWith(newSite) ? districtOf(where.slice(newSite.length)) : null;
    if (districtCode === undefined) return [];
    const placementSiteId = districtCode === null ? where : null;
    return [{ placementSiteId, districtCode, professionCode, places: Number(places), startsOn, endsOn }];
  }),
});

const nameOf = ({ placementRequestId, capacityOfferId }: PairNamed) => `${placementRequestId}.${capacityOfferId}`;

/** What is tried out, as it stands in an address. */
export function writeWhatIf(tried: WhatIf): URLSearchParams {
  const search = new URLSearchParams();
  if (tried.moreTravel > 0) search.set('travel', String(tried.moreTravel));
  if (tried.laterDays > 0) search.set('later', String(tried.laterDays));
  if (tried.earlierDays > 0) search.set('earlier', String(tried.earlierDays));
  for (const day of tried.moreWeekdays) search.append('day', String(day));
  for (const pair of tried.held) search.append('hold', nameOf(pair));
  for (const pair of tried.apart) search.append('apart', nameOf(pair));
  for (const site of tried.withoutSites) search.append('without', site);
  for (const supervisor of tried.withoutSupervisors) search.append('without-supervisor', supervisor);
  for (const host of tried.withoutHosts) search.append('without-host', host);
  for (const { placementSiteId, districtCode, professionCode, places, startsOn, endsOn } of tried.tried) {
    const where = placementSiteId ?? `${newSite}${districtCode ?? ''}`;
    search.append('add', [where, professionCode, places, startsOn, endsOn].join('.'));
  }
  return search;
}

/** What is tried out as the server takes it; null where nothing is. */
export function inputOf(tried: WhatIf): WhatIfInput | null {
  if (writeWhatIf(tried).size === 0) return null;
  return {
    moreTravelMinutes: tried.moreTravel,
    laterStartDays: tried.laterDays,
    earlierStartDays: tried.earlierDays,
    moreWeekdays: tried.moreWeekdays,
    locked: tried.held,
    ruledOut: tried.apart,
    withoutSiteIds: tried.withoutSites,
    withoutSupervisorIds: tried.withoutSupervisors,
    withoutHostIds: tried.withoutHosts,
    morePlaces: tried.tried,
  };
}

/** Whether a pair is in a list of pairs. */
export const isAmong = (list: readonly PairNamed[], pair: PairNamed): boolean =>
  list.some((each) => nameOf(each) === nameOf(pair));

/** A list of pairs with one more, or without it if it was there. */
export const toggled = (list: readonly PairNamed[], pair: PairNamed): PairNamed[] =>
  isAmong(list, pair) ? list.filter((each) => nameOf(each) !== nameOf(pair)) : [...list, pair];
