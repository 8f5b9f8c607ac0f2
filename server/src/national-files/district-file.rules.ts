import type { Refusal } from '../kernel/refusal.ts';
import { readHeadedLines } from './headed-lines.rules.ts';
import { linesOfDoubles } from './line-checks.rules.ts';
import { lineFault, type FileLine, type OrganisationChange } from './national-words.rules.ts';
import type { Judged } from './trust-file.rules.ts';

/** The headings of a table of postcode districts, as in the table that we began with. Source: ONS. */
export const districtHeadings = ['outcode', 'latitude', 'longitude', 'postcodes'] as const;

/** A postcode district with its middle. */
export interface DistrictFact {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly postcodes: number;
}
/** What a table of districts says. */
export interface JudgedDistricts {
  readonly districts: readonly DistrictFact[];
  readonly changes: readonly OrganisationChange[];
  readonly leftOut: readonly string[];
}

const isDistrict = (text: string): boolean => /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text);
const readNumber = (text: string): number => (/^-?\d{1,6}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN);

type Cells = ReturnType<typeof readHeadedLines>['rows'][number];

const readRow = ({ line, cell }: Cells, faults: Refusal[]): (DistrictFact & { readonly line: number })[] => {
  const code = cell('outcode').toUpperCase();
  const [latitude = Number.NaN, longitude = Number.NaN, postcodes = Number.NaN] = [
    cell('latitude'),
    cell('longitude'),
    cell('postcodes'),
  ].map(readNumber);
  const fault = (message: string, help: string) => {
    faults.push(lineFault(line, message, help));
    return [];
  };
  if (!isDistrict(code)) return fault(`“${code}” is not the first half of a postcode.`, 'Examples: BS1, EC1A, M13.');
  // the United Kingdom with Jersey, Guernsey and the Isle of Man
  if (!(latitude >= 49 && latitude <= 61.5 && longitude >= -8.7 && longitude <= 2.1))
    return fault(
      `the place of ${code} is not in the United Kingdom.`,
      'Give latitude and longitude in degrees (WGS84).',
    );
  if (!(Number.isInteger(postcodes) && postcodes >= 0))
    return fault(`“${cell('postcodes')}” is not a number of postcodes.`, 'Give a whole number, 0 or more.');
  return [{ line, code, latitude, longitude, postcodes }];
};

/** Reads a table of postcode districts, and says what it changes. A district that the table leaves out stays. */
export const judgeDistricts = (lines: readonly FileLine[], known: readonly DistrictFact[]): Judged<JudgedDistricts> => {
  const headed = readHeadedLines(lines, districtHeadings);
  const faults = [...headed.faults];
  const read = headed.rows.flatMap((row) => readRow(row, faults));
  for (const [line, earlier] of linesOfDoubles(read.map((row) => ({ line: row.line, key: row.code }))))
    faults.push(lineFault(line, `this district stands in line ${earlier} already.`, 'Take one line out.', 'ONE_LINE'));
  if (faults.length > 0)
    return { faults: faults.toSorted((one, other) => Number(one.path[1]) - Number(other.path[1])) };
  const ours = new Map(known.map((district) => [district.code, district]));
  const changes: OrganisationChange[] = [];
  const districts: DistrictFact[] = [];
  for (const { line: _line, ...district } of read) {
    const before = ours.get(district.code);
    const isMoved =
      before !== undefined && (before.latitude !== district.latitude || before.longitude !== district.longitude);
    if (before !== undefined && !isMoved && before.postcodes === district.postcodes) continue;
    districts.push(district);
    if (before !== undefined && !isMoved) continue;
    changes.push({
      kind: before === undefined ? 'NEW' : 'MOVED',
      code: district.code,
      name: `District ${district.code}`,
      what: before === undefined ? 'Not known before.' : 'Its middle lies elsewhere.',
      on: null,
      isAssumed: false,
    });
  }
  const counted = districts.length - changes.length;
  return {
    found: {
      districts,
      changes,
      leftOut: counted === 0 ? [] : [`Of ${counted} more only the number of postcodes changes.`],
    },
  };
};
