import type { Succession } from './succession-file.rules.ts';

/** Something of a board that is split, for which must be said to which successor it goes. */
export interface Part {
  /** What it is and its code: `trust:RJ1`, `organisation:<uuid>`, `district:CM17`. */
  readonly key: string;
  /** What it is called. */
  readonly label: string;
  /** The board that is split. */
  readonly from: string;
  /** Its postcode district, where that is known. */
  readonly district: string | null;
  /** The board of the nearest open trust that is not part of the split itself. */
  readonly nearestBoard: string | null;
  /** How many people go with it. */
  readonly people: number;
}
/** The same, with what it can go to. */
export interface Choice extends Pick<Part, 'key' | 'label' | 'from' | 'people'> {
  readonly options: readonly { readonly code: string; readonly name: string; readonly share: number | null }[];
  /** The successor that the file or the map suggests; null where somebody must say it. */
  readonly suggested: string | null;
  /** True where the file does not say so: the nearest trust that has a successor is taken. */
  readonly isAssumed: boolean;
  /** What was chosen; null while nothing was. */
  readonly chosen: string | null;
}

const isDistrictOf = (district: string, given: readonly string[]): boolean =>
  given.some((one) => one === district || (/^[A-Z]+$/.test(one) && new RegExp(`^${one}\\d`).test(district)));

/** To which successor a part goes by the districts of the file, or else by the nearest trust that is there already. */
const suggestionFor = ({ district, nearestBoard }: Part, successors: readonly Succession[]) => {
  const told = district === null ? undefined : successors.find(({ districts }) => isDistrictOf(district, districts));
  if (told !== undefined) return { suggested: told.to, isAssumed: false };
  const near = successors.find(({ to }) => to === nearestBoard);
  return { suggested: near?.to ?? null, isAssumed: near !== undefined };
};

/** What must be said about a split, with what is suggested and what was chosen. */
export const choicesOf = (
  parts: readonly Part[],
  successions: readonly Succession[],
  nameOf: (code: string) => string,
  chosen: ReadonlyMap<string, string>,
): Choice[] =>
  parts.map((part) => {
    const successors = successions.filter(({ from }) => from === part.from);
    const asked = chosen.get(part.key);
    return {
      key: part.key,
      label: part.label,
      from: part.from,
      people: part.people,
      options: successors.map(({ to, share }) => ({ code: to, name: nameOf(to), share })),
      ...suggestionFor(part, successors),
      chosen: successors.some(({ to }) => to === asked) ? (asked ?? null) : null,
    };
  });

/** The successor that takes most of a board; of equal ones the first by code. */
export const largestSuccessor = (from: string, successions: readonly Succession[]): string | undefined =>
  successions
    .filter((one) => one.from === from)
    .toSorted((one, other) => (other.share ?? 100) - (one.share ?? 100) || (one.to < other.to ? -1 : 1))[0]?.to;

/** `trust:RJ1=S1Y5D,district:CM17=D7T5G`, as a page sends what was chosen. */
export const readChosen = (text: string): Map<string, string> =>
  new Map(
    text.split(',').flatMap((pair): [string, string][] => {
      const [key, code] = pair.split('=');
      return key !== undefined && code !== undefined && key !== '' && /^[A-Z0-9]{3,6}$/.test(code) ? [[key, code]] : [];
    }),
  );
