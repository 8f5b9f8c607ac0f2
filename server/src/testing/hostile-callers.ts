import type { FineValues } from './hostile-requests.ts';
import type { StolenIds } from './hostile-values.ts';

/** In whose name hostile requests are sent: nobody's, or that of an invented person of the demonstration. */
export type HostileCaller =
  'anonymous' | 'returner-logging' | 'returner-other' | 'coordinator-london' | 'administrator';

/** A caller with everything that hostile requests need. */
export interface Hostility {
  readonly headers: Readonly<Record<string, string>>;
  readonly fine: FineValues;
  readonly stolen: StolenIds;
}

interface Answer {
  readonly data: Readonly<Record<string, never>> | null;
}

const ask = async (origin: string, headers: Readonly<Record<string, string>>, query: string, variables = {}) => {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as Answer;
  return (data ?? {}) as Readonly<Record<string, unknown>>;
};

const signIn = async (origin: string, persona: HostileCaller): Promise<Readonly<Record<string, string>>> => {
  if (persona === 'anonymous') return {};
  const response = await fetch(`${origin}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (response.status !== 200 || cookie === undefined) throw new Error(`Nobody can sign in as ${persona}.`);
  return { cookie };
};

/** Every id that an answer holds, however deep. */
const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner),
  );
};

const answers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
};
const begin =
  'mutation ($answers: EligibilityAnswersInput!) { startPathway(input: { answers: $answers }) { __typename } }';
const own =
  '{ viewer { returner { id version plan { version } loggedDays(first: 50) { nodes { id version } } } account { id version } } }';
const log = `mutation ($input: LogDayInput!) { logDay(input: $input) { __typename } }`;

interface Own {
  readonly returner: {
    readonly id: string;
    readonly version: number;
    readonly loggedDays: { readonly nodes: readonly { readonly id: string }[] };
  } | null;
}

/** A returner's record, begun if it is not there yet, with a few days in its log. */
const recordOf = async (origin: string, headers: Readonly<Record<string, string>>): Promise<Own['returner']> => {
  const read = async () => ((await ask(origin, headers, own))['viewer'] as Own).returner;
  if (!(await read())) await ask(origin, headers, begin, { answers });
  const record = await read();
  if (!record) return null;
  for (let n = record.loggedDays.nodes.length; n < 3; n++)
    await ask(origin, headers, log, {
      input: {
        returnerId: record.id,
        idempotencyKey: crypto.randomUUID(),
        onDate: `2026-10-0${n + 1}`,
        kind: 'SUPERVISED',
        minutes: 60,
      },
    });
  return read();
};

/** Signs a caller in, and gathers ids: their own to be let in by, other people's and other types' to be refused for. */
export const signInForHostility = async (origin: string, caller: HostileCaller): Promise<Hostility> => {
  const headers = await signIn(origin, caller);
  const publicIds = idsIn(
    await ask(
      origin,
      {},
      '{ regions(first: 1) { nodes { id boards(first: 1) { nodes { id } } trusts(first: 1) { nodes { id sites(first: 1) { nodes { id } } } } } } professions(first: 1) { nodes { id } } standardsOfProficiency(first: 1) { nodes { id } } postcodeDistricts(first: 1) { nodes { id } } }',
    ),
  );
  const other = await signIn(origin, caller === 'returner-other' ? 'returner-logging' : 'returner-other');
  const othersRecord = await recordOf(origin, other);
  const ofOthers = idsIn(othersRecord);
  const record = caller.startsWith('returner') ? await recordOf(origin, headers) : othersRecord;
  const account =
    caller === 'administrator' ? idsIn(await ask(origin, other, '{ viewer { account { id } } }'))[0] : 'x';
  return {
    headers,
    stolen: {
      ofOthers,
      ofOtherTypes: [...publicIds, ...idsIn(await ask(origin, headers, '{ viewer { account { id } } }'))],
    },
    fine: {
      id: record?.id ?? publicIds[0],
      returnerId: record?.id,
      loggedDayId: record?.loggedDays.nodes[0]?.id,
      accountId: account,
      regionId: publicIds[0],
      expectedVersion: record?.version ?? 1,
      answers,
      daysAWeek: 2.5,
      requiredDays: 30,
      mix: { supervised: 50, formal: 20, private: 30 },
      weeksOff: [{ from: '2027-02-01', to: '2027-02-14' }],
      startOn: '2027-01-04',
      year: 2020,
      month: 2,
      day: 29,
      homePostcode: 'BS1 4ND',
      hcpcNumber: 'DT12345',
      preferredName: 'Example',
      note: 'A day on a ward',
      code: 'Y56',
      odsCode: 'R0A',
      reason: 'Because of a test',
    },
  };
};
