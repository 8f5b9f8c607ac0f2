import type { WhatIfInput } from '../generated/graphql.ts';

/** A returner and a place, held together or kept apart. */
interface PairNamed {
  placementRequestId: string;
  capacityOfferId: string;
}

/** Places that a site does not offer and that are tried out. */
export interface PlacesTried {
  placementSiteId: string;
  professionCode: string;
  places: number;
  startsOn: string;
  endsOn: string;
}

/** What is tried out: all of it stands in the address of the page and nowhere else. */
export interface WhatIf {
  moreTravel: number;
  laterDays: number;
  held: PairNamed[];
  apart: PairNamed[];
  withoutSites: string[];
  withoutSupervisors: string[];
  tried: PlacesTried[];
}

const number = (text: string | null, most: number): number =>
  text !== null && /^\d{1,3}$/.test(text) ? Math.min(Number(text), most) : 0;

const pairs = (texts: readonly string[]): PairNamed[] =>
  texts.flatMap((text) => {
    const [placementRequestId = '', capacityOfferId = ''] = text.split('.');
    return placementRequestId === '' || capacityOfferId === '' ? [] : [{ placementRequestId, capacityOfferId }];
  });

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Reads what is tried out from an address. What makes no sense is left out. */
export const readWhatIf = (search: URLSearchParams): WhatIf => ({
  moreTravel: number(search.get('travel'), 120),
  laterDays: number(search.get('later'), 365),
  held: pairs(search.getAll('hold')),
  apart: pairs(search.getAll('apart')),
  withoutSites: search.getAll('without'),
  withoutSupervisors: search.getAll('without-supervisor'),
  tried: search.getAll('add').flatMap((text) => {
    const [placementSiteId = '', professionCode = '', places = '', startsOn = '', endsOn = ''] = text.split('.');
    return placementSiteId !== '' && /^\d{1,2}$/.test(places) && isDate(startsOn) && isDate(endsOn)
      ? [{ placementSiteId, professionCode, places: Number(places), startsOn, endsOn }]
      : [];
  }),
});

const nameOf = ({ placementRequestId, capacityOfferId }: PairNamed) => `${placementRequestId}.${capacityOfferId}`;

/** What is tried out, as it stands in an address. */
export function writeWhatIf(tried: WhatIf): URLSearchParams {
  const search = new URLSearchParams();
  if (tried.moreTravel > 0) search.set('travel', String(tried.moreTravel));
  if (tried.laterDays > 0) search.set('later', String(tried.laterDays));
  for (const pair of tried.held) search.append('hold', nameOf(pair));
  for (const pair of tried.apart) search.append('apart', nameOf(pair));
  for (const site of tried.withoutSites) search.append('without', site);
  for (const supervisor of tried.withoutSupervisors) search.append('without-supervisor', supervisor);
  for (const { placementSiteId, professionCode, places, startsOn, endsOn } of tried.tried) {
    search.append('add', [placementSiteId, professionCode, places, startsOn, endsOn].join('.'));
  }
  return search;
}

/** What is tried out as the server takes it; null where nothing is. */
export function inputOf(tried: WhatIf): WhatIfInput | null {
  if (writeWhatIf(tried).size === 0) return null;
  return {
    moreTravelMinutes: tried.moreTravel,
    laterStartDays: tried.laterDays,
    locked: tried.held,
    ruledOut: tried.apart,
    withoutSiteIds: tried.withoutSites,
    withoutSupervisorIds: tried.withoutSupervisors,
    morePlaces: tried.tried,
  };
}

/** Whether a pair is in a list of pairs. */
export const isAmong = (list: readonly PairNamed[], pair: PairNamed): boolean =>
  list.some((each) => nameOf(each) === nameOf(pair));

/** A list of pairs with one more, or without it if it was there. */
export const toggled = (list: readonly PairNamed[], pair: PairNamed): PairNamed[] =>
  isAmong(list, pair) ? list.filter((each) => nameOf(each) !== nameOf(pair)) : [...list, pair];
