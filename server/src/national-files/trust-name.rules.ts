const inCapitals = new Set(['NHS']);
const small = new Set(['and', 'at', 'for', 'in', 'of', 'on', 'the', 'upon', 'with']);

const oneWord = (word: string, isFirst: boolean): string => {
  if (inCapitals.has(word)) return word;
  const lower = word.toLowerCase();
  if (small.has(lower) && !isFirst) return lower;
  // a letter begins a word after a hyphen too, and not after an apostrophe
  return lower.replace(/(^|[-(/])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
};

/**
 * The name of an organisation as it is written in text. The published file has capitals throughout: "BARTS HEALTH NHS TRUST"
 * becomes "Barts Health NHS Trust". A name that has small letters already is left as it is.
 */
export const nameInText = (published: string): string => {
  const name = published.trim().replaceAll(/\s+/g, ' ');
  if (name !== name.toUpperCase()) return name;
  return name
    .split(' ')
    .map((word, index) => oneWord(word, index === 0))
    .join(' ');
};

const bare = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replaceAll(/[^A-Z0-9]+/g, '');

/** Whether two names differ in nothing but capitals, spaces and signs. */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other);
