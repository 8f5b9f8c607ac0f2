import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { NationalFileKind } from './national-words.rules.ts';

/** An example of each file for the demonstration: what it says is invented, and names say so. */
export const exampleOf = (
  kind: NationalFileKind,
  today: CalendarDate,
  trusts: () => string,
): { readonly name: string; readonly text: string } => {
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  if (kind === 'TRUSTS') return { name: 'etr.csv', text: trusts() };
  if (kind === 'DISTRICTS')
    return {
      name: 'example-districts.csv',
      text: 'outcode,latitude,longitude,postcodes\nE97,51.54,-0.01,10\nM97,53.47,-2.24,5\n',
    };
  // two boards of London merge, and one of the North West is split
  return {
    name: 'example-boards.csv',
    text: `from,to,share,date,name,region,districts
QKK,X9E1B,,${firstOfMonth},Example South London,,
QWE,X9E1B,,${firstOfMonth},,,
QOP,X9E2B,60,${firstOfMonth},Example Manchester City,,M SK
QOP,X9E3B,40,${firstOfMonth},Example Manchester Towns,,OL BL
`,
  };
};
