import type { UpdatingKind } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';

/** The kinds of updating as they are chosen and said. */
export const kinds: readonly { value: UpdatingKind; label: string; hint: string }[] = [
  {
    value: 'SUPERVISED',
    label: 'Supervised practice',
    hint: 'You worked under a registered member of your profession',
  },
  { value: 'FORMAL', label: 'Formal study', hint: 'A course or teaching by a person or an organisation, online too' },
  { value: 'PRIVATE', label: 'Private study', hint: 'You read and learned on your own' },
];

/** A kind in words. */
export const sayKind = (kind: UpdatingKind): string => kinds.find(({ value }) => value === kind)?.label ?? kind;

/** Whether some text, for example of an address, names a kind. */
export const isKind = (text: string): text is UpdatingKind => kinds.some(({ value }) => value === text);

/** Minutes as a person says them: 420 is "7 hours", 450 is "7 hours 30 minutes". */
export function sayLength(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const inHours = hours === 1 ? '1 hour' : `${hours} hours`;
  const inMinutes = rest === 1 ? '1 minute' : `${rest} minutes`;
  if (rest === 0) return inHours;
  return hours === 0 ? inMinutes : `${inHours} ${inMinutes}`;
}

/** A day in words, for example "7 hours of private study on 3 May 2026". */
export const sayDay = ({ minutes, kind, onDate }: { minutes: number; kind: UpdatingKind; onDate: string }): string =>
  `${sayLength(minutes)} of ${sayKind(kind).toLowerCase()} on ${sayDate(onDate)}`;
