import type { ForecastInput } from '../generated/graphql.ts';

/** How the time is shared among the kinds of updating, in percent. */
export interface Mix {
  supervised: number;
  formal: number;
  private: number;
}

/** A plan as its address holds it: nothing in it says who the person is. */
export interface Plan {
  requiredDays: 30 | 60;
  daysAWeek: number;
  mix: Mix;
  /** First day, or empty for today. */
  startOn: string;
  /** First days of weeks off, soonest first. */
  weeksOff: readonly string[];
}

const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
const usual: Plan = {
  requiredDays: 30,
  daysAWeek: 2,
  mix: { supervised: 34, formal: 33, private: 33 },
  startOn: '',
  weeksOff: [],
};

/** Half a day up to seven days a week. */
export const daysAWeekChoices: readonly number[] = Array.from({ length: 14 }, (_none, index) => (index + 1) / 2);

/** Mixes that people often choose. */
export const usualMixes: readonly { name: string; mix: Mix }[] = [
  { name: 'A third of each kind', mix: usual.mix },
  { name: 'All supervised practice', mix: { supervised: 100, formal: 0, private: 0 } },
  { name: 'Half supervised practice, half private study', mix: { supervised: 50, formal: 0, private: 50 } },
  { name: 'Half formal study, half private study', mix: { supervised: 0, formal: 50, private: 50 } },
];

/** The mix as it stands in an address: "50-30-20". */
export const sayMix = ({ supervised, formal, private: own }: Mix): string => `${supervised}-${formal}-${own}`;

const readMix = (text: string): Mix | undefined => {
  const [supervised, formal, own] = text.split('-').map(Number);
  if (supervised === undefined || formal === undefined || own === undefined) return undefined;
  const parts = [supervised, formal, own];
  const fits = parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 100);
  return fits && supervised + formal + own === 100 ? { supervised, formal, private: own } : undefined;
};

/** Reads a plan from an address. What is missing or cannot be read is taken as usual. */
export function readPlan(search: URLSearchParams): Plan {
  const daysAWeek = Number(search.get('week'));
  const startOn = search.get('start') ?? '';
  return {
    requiredDays: search.get('days') === '60' ? 60 : usual.requiredDays,
    daysAWeek: daysAWeekChoices.includes(daysAWeek) ? daysAWeek : usual.daysAWeek,
    mix: readMix(search.get('mix') ?? '') ?? usual.mix,
    startOn: calendarDate.test(startOn) ? startOn : '',
    weeksOff: (search.get('off') ?? '')
      .split(',')
      .filter((day) => calendarDate.test(day))
      .slice(0, 50),
  };
}

/** The plan as the search part of an address. */
export function writePlan({ requiredDays, daysAWeek, mix, startOn, weeksOff }: Plan): URLSearchParams {
  const search = new URLSearchParams({ days: String(requiredDays), week: String(daysAWeek), mix: sayMix(mix) });
  if (startOn !== '') search.set('start', startOn);
  if (weeksOff.length > 0) search.set('off', weeksOff.join(','));
  return search;
}

/** The last of the seven days that begin on a day. */
export function endOfWeek(from: string): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 6);
  return day.toISOString().slice(0, 10);
}

/** The plan as the server asks for it. */
export const inputOf = (plan: Plan, lastPractisedOn: string | null): ForecastInput => ({
  requiredDays: plan.requiredDays,
  daysAWeek: plan.daysAWeek,
  mix: plan.mix,
  startOn: plan.startOn === '' ? null : plan.startOn,
  weeksOff: plan.weeksOff.map((from) => ({ from, to: endOfWeek(from) })),
  lastPractisedOn,
});

/** The plan after one change that the server proposes. */
export const withChange = (
  plan: Plan,
  change: { daysAWeek: number; privatePercent: number; keepsWeeksOff: boolean },
): Plan => ({
  ...plan,
  daysAWeek: change.daysAWeek,
  mix: withPrivate(plan.mix, change.privatePercent),
  weeksOff: change.keepsWeeksOff ? plan.weeksOff : [],
});

/** The mix with another share of private study; the rest keeps its proportions. */
function withPrivate(mix: Mix, percent: number): Mix {
  if (percent === mix.private) return mix;
  const rest = mix.supervised + mix.formal;
  const supervised = rest === 0 ? 100 - percent : Math.round(((100 - percent) * mix.supervised) / rest);
  return { supervised, formal: 100 - percent - supervised, private: percent };
}
