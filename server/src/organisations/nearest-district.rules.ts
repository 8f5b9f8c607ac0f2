interface Parts {
  readonly area: string;
  readonly number: number;
  readonly letter: string;
}

const partsOf = (code: string): Parts | null => {
  const [, area, number, letter] = /^([A-Z]{1,2})(\d{1,2})([A-Z]?)$/.exec(code) ?? [];
  return area === undefined ? null : { area, number: Number(number), letter: letter ?? '' };
};

/**
 * The known district that is nearest to one that is not known, by its name: the same letters, and the nearest number; of two as
 * near the lower one. Null where no district of these letters is known: then it is no postcode of the United Kingdom. That
 * neighbouring numbers lie near each other is assumed.
 */
export const nearestDistrict = (code: string, known: readonly string[]): string | null => {
  if (known.includes(code)) return code;
  const asked = partsOf(code);
  if (asked === null) return null;
  const near = known
    .flatMap((one) => {
      const parts = partsOf(one);
      return parts?.area === asked.area ? [{ one, parts, away: Math.abs(parts.number - asked.number) }] : [];
    })
    .toSorted(
      (one, other) =>
        one.away - other.away ||
        one.parts.number - other.parts.number ||
        Number(one.parts.letter !== asked.letter) - Number(other.parts.letter !== asked.letter) ||
        (one.one < other.one ? -1 : 1),
    );
  return near[0]?.one ?? null;
};
