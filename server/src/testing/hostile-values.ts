import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/** Ids the API has shown, for a hostile caller to put where they do not belong. */
export interface StolenIds {
  /** Of records that are other people's. */
  readonly ofOthers: readonly string[];
  /** Of public records, of every type there is. */
  readonly ofOtherTypes: readonly string[];
}

const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');
const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const noUuid = '00000000-0000-0000-0000-000000000000';
const some = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
/** Lists within lists; the text stays far below the limit of a body. */
const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let n = 0; n < depth; n++) value = [value];
  return value;
};

/** What no field takes as it is, whatever its type. */
const wrongTypes: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  [],
  {},
  [null],
  [[[['x']]]],
  { x: 1 },
  { constructor: { prototype: 1 }, toString: 'x', length: -1 },
  nested(2_000),
];

const numbers: readonly unknown[] = [
  0,
  1,
  -1,
  100,
  101,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  9_007_199_254_740_992,
  0.1,
  1.5,
  7.5,
  1e-9,
  1e21,
  -0,
  '5',
  'NaN',
];

const texts: readonly unknown[] = [
  ' ',
  'a'.repeat(64 * 1024),
  ' '.repeat(5_000),
  '\u0000',
  'be\u0000fore',
  '\ud800',
  'x\udc00y',
  '\u202Egnihton\u202C',
  '\u200F\u200B\u2060',
  '\uFEFF',
  'e\u0301'.repeat(600),
  '😀'.repeat(300),
  "' or 1=1; select pg_sleep(5); --",
  '"; \\',
  '$1',
  '?',
  '%',
  '_',
  '\\',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{{7*7}} ${7*7} #{7*7}',
  '../../../etc/passwd',
  'constructor',
  '__proto__',
  'line\r\nSet-Cookie: a=b',
  '(a+)+$',
  `${'a'.repeat(40)}!`,
  '9'.repeat(400),
];

const dates: readonly unknown[] = [
  '1800-01-01',
  '1899-12-31',
  '1900-01-01',
  '2199-12-31',
  '2999-12-31',
  '9999-12-31',
  '0000-00-00',
  '2026-02-29',
  '2024-02-29',
  '2026-02-30',
  '2026-13-01',
  '2026-11-31',
  '2026-1-1',
  '2026-11-21T00:00:00Z',
  '21/11/2026',
  'infinity',
  'now',
  '+10000-01-01',
  20_261_121,
];

const times: readonly unknown[] = ['00:00', '23:59', '24:00', '9:30', '12:60', '12:30:00', '-1:00', 'noon'];

const uuids: readonly unknown[] = [
  noUuid,
  noUuid.toUpperCase(),
  `{${noUuid}}`,
  noUuid.replaceAll('-', ''),
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0190F3A4-6B1E-7C3A-9D52-3F8A1B2C4D5E',
];

const ids = ({ ofOthers, ofOtherTypes }: StolenIds): readonly unknown[] => [
  ...ofOthers,
  ...ofOtherTypes,
  ...['Returner', 'LoggedDay', 'Account', 'Region', 'Query', 'Viewer', 'constructor', 'PageInfo'].map((type) =>
    globalId(type, noUuid),
  ),
  globalId('Returner', 'x'),
  globalId('Returner', `${noUuid}:${noUuid}`),
  globalId('Returner', noUuid.toUpperCase()),
  globalId("Returner' or '1'='1", noUuid),
  noUuid,
  '====',
  'é',
  5,
];

const cursors: readonly unknown[] = [
  cursor('NAME', 'x', noUuid),
  cursor('NEWEST', 'x', noUuid),
  cursor('NEWEST', '2026-11-21', noUuid),
  cursor('NEWEST', '2026-11-21', '-'.repeat(36)),
  cursor('CODE', '\u0000', noUuid),
  cursor('NUMBER', '99999999999999999999', noUuid),
  cursor('NAME', 'x'.repeat(50_000), noUuid),
  cursor('NAME', 'x'),
  cursor('NAME', 1, 2),
  cursor('NAME', null, null),
  cursor('constructor', 'x', noUuid),
  Buffer.from('[').toString('base64url'),
  Buffer.from('null').toString('base64url'),
];

const postcodes: readonly unknown[] = [
  'ZZ99 9ZZ',
  'BS1',
  'BS1 4N',
  'GIR 0AA',
  'bs14nd',
  'B\u00A0S1 4ND',
  'JE2 3QA',
  '12345',
];
const registerNumbers: readonly unknown[] = [
  'PH12345',
  'dt 12345',
  'DT0',
  'DT00000',
  'DT999999999',
  'XX12345',
  'DT１２３４５',
];

const fitsName = (name: string, pattern: RegExp): boolean => pattern.test(name);

/**
 * Odd values for one argument or input field, by its type and name: values of a wrong type first, then values of the right
 * type that mean nothing or too much.
 */
export const hostileValues = (name: string, type: GraphQLInputType, stolen: StolenIds): readonly unknown[] => {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const single = hostileValues(name, nullable.ofType, stolen);
    return [...wrongTypes, ...single.slice(0, 6).map((value) => [value]), some(251), some(20_000), nested(500)];
  }
  if (isInputObjectType(nullable)) return [...wrongTypes, 'x', { [name]: name }, { __typename: nullable.name }];
  if (isEnumType(nullable)) {
    const [first] = nullable.getValues();
    return [
      ...wrongTypes,
      'NOTHING',
      'constructor',
      '__proto__',
      'toString',
      ` ${first?.name}`,
      first?.name.toLowerCase(),
    ];
  }
  switch (nullable.name) {
    case 'Int':
    case 'Float':
      return [...wrongTypes, ...numbers];
    case 'Boolean':
      return [...wrongTypes, 'true', 'yes'];
    case 'CalendarDate':
      return [...wrongTypes, ...dates, ...texts.slice(0, 6)];
    case 'TimeOfDay':
      return [...wrongTypes, ...times, ...texts.slice(0, 6)];
    case 'UUID':
      return [...wrongTypes, ...uuids, ...texts.slice(0, 6)];
    case 'ID':
      return [...wrongTypes, ...ids(stolen), ...texts];
    default:
      return [
        ...wrongTypes,
        ...texts,
        ...(fitsName(name, /^(after|before)$/) ? cursors : []),
        ...(fitsName(name, /postcode|code/i) ? postcodes : []),
        ...(fitsName(name, /hcpc/i) ? registerNumbers : []),
      ];
  }
};
