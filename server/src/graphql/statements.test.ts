import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import {
  getIntrospectionQuery,
  isEnumType,
  Kind,
  OperationTypeNode,
  parse,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { anonymous, type Actor, type Role } from '../access/actor.ts';
import { operations } from '../access/operations.ts';
import { scopesFor } from '../access/scopes.ts';
import { recordReading } from '../audit/record-reading.command.ts';
import { createApp } from '../http/app.ts';
import { openLog } from '../http/log.ts';
import { createHttpServer, drain, listen } from '../http/server.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { mountsOf } from '../mounts.ts';
import { applyNationalFile } from '../national-files/take-national-file.command.ts';
import { HOURLY_BUDGET } from '../partners/partner-client.rules.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { fillDemonstration } from '../persistence/demonstration/fill.ts';
import { personaId, type PersonaKey } from '../persistence/demonstration/personas.ts';
import { referenceId } from '../persistence/reference-data.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { buildSchema } from './build-schema.ts';
import { createReader } from './compile/reader.ts';
import { askOf } from './context.ts';
import { isIntrospection } from './limit-rule.ts';
import { limits } from './limits.ts';
import { priceOf } from './price.ts';
import { projections } from './projections.ts';
import { readDocumentRegister } from './register.ts';

const schema = buildSchema();
const clock = createClock();
const examplesFolder = new URL('../../../schema/examples/', import.meta.url);
const examples = readdirSync(examplesFolder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => [file, parse(readFileSync(new URL(file, examplesFolder), 'utf8'))] as const);
const recipesFolder = new URL('../../../schema/recipes/', import.meta.url);
interface Recipe {
  readonly steps: readonly { readonly document: string; readonly variables?: { readonly first?: number } }[];
}
const operationOf = (document: DocumentNode): OperationDefinitionNode => {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('a document has an operation');
  return operation;
};
const registered = [...readDocumentRegister().values()].map((text) => {
  const document = parse(text);
  return [operationOf(document).name?.value ?? 'nameless', document] as const;
});
const isQuery = (document: DocumentNode): boolean => operationOf(document).operation === OperationTypeNode.QUERY;
const all = [...examples, ...registered];
const reads = all.filter(([, document]) => isQuery(document));

let fresh: FreshDatabase;
let query: MockInstance<FreshDatabase['database']['pool']['query']>;
let values: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fillDemonstration(fresh.connections.owner);
  query = vi.spyOn(fresh.database.pool, 'query');
  const one = async (text: string, value: string) =>
    (await fresh.owner.query<{ id: string; version: number }>(text, [value])).rows[0];
  const inLondon = async (type: string, text: string) =>
    toGlobalId(type, (await one(`${text} where host.region_id = $1 limit 1`, referenceId('region', 'Y56')))?.id ?? '');
  const returner = await one('select id, version from returner where person_id = $1', personaId('returner-logging'));
  const day = await one(
    'select id, version from current_logged_day where returner_id = $1 limit 1',
    returner?.id ?? '',
  );
  const answers = { profession: 'DT', registration: 'LEFT', leftRegister: { year: 2020, month: 5 } };
  values = {
    answers,
    input: { requiredDays: 60, daysAWeek: 2.5, mix: { supervised: 50, formal: 20, private: 30 } },
    openOn: '2026-11-21',
    on: '2026-11-21',
    trust: 'R0A',
    code: 'DT',
    withTrust: true,
    wish: {
      travelMode: 'PUBLIC_TRANSPORT',
      travelMinutesAtMost: 60,
      weekdays: [1, 2, 3],
      daysAWeek: 2,
      daysNeeded: 30,
      earliestStartOn: addDays(clock.today(), 30),
      latestStartOn: addDays(clock.today(), 90),
    },
    'host.id': await inLondon('Host', 'select id from host'),
    'placementSite.id': await inLondon(
      'PlacementSite',
      'select s.id from placement_site s join host on host.id = s.host_id',
    ),
    'supervisor.id': await inLondon('Supervisor', 'select s.id from supervisor s join host on host.id = s.host_id'),
    'capacityOffer.id': await inLondon(
      'CapacityOffer',
      'select o.id from capacity_offer o join host on host.id = o.host_id',
    ),
    'placement.id': await inLondon(
      'Placement',
      'select p.id from placement p join returner host on host.id = p.returner_id and host.shares_with_coordinators',
    ),
    'assessment.id': toGlobalId(
      'Assessment',
      (await one('select id, number as version from assessment where number > $1 limit 1', '0'))?.id ?? '',
    ),
    'assessor.id': toGlobalId(
      'Assessor',
      (await one('select id, version from assessor where version > $1 limit 1', '0'))?.id ?? '',
    ),
    'signOff.id': toGlobalId('SignOff', await askedOfPlacement()),
    'viewer.from': addDays(clock.today(), 10),
    'viewer.until': addDays(clock.today(), 20),
    'signOffSheet.token': signingToken,
    'learningAgreementSheet.token': await agreementToAnswer(),
    'nationalImport.id': toGlobalId('NationalImport', await importOfDistricts()),
    'site.code': 'R1K01',
    'partnerClient.id': toGlobalId('PartnerClient', await programOfHost()),
    'counterSignature.id': toGlobalId('CounterSignature', await namedToCounterSign()),
    'counterSignatureSheet.token': counterSigningToken,
    'returner.id': toGlobalId('Returner', returner?.id ?? ''),
    'node.id': toGlobalId('LoggedDay', day?.id ?? ''),
  };
}, 60_000);
afterAll(() => fresh.close());
beforeEach(() => {
  query.mockClear();
});

/** A program of an organisation in London. */
const programOfHost = async (): Promise<string> => {
  const { rows } = await fresh.owner.query<{ id: string }>('select id from host where region_id = $1 limit 1', [
    referenceId('region', 'Y56'),
  ]);
  const ownerId = personaId('administrator');
  return (await makePartner(fresh.database.orm.em, { hostId: rows[0]?.id ?? '', ownerId })).clientId;
};

/** A national file that was imported. */
const importOfDistricts = async (): Promise<string> => {
  const result = await applyNationalFile(
    {
      actor: { ...anonymous, kind: 'ADMINISTRATOR', personId: personaId('administrator') },
      clock,
      traceId: 'test',
      em: fresh.database.orm.em.fork(),
    },
    {
      kind: 'DISTRICTS',
      bytes: Buffer.from('outcode,latitude,longitude,postcodes\nE97,51.54,-0.01,10\n'),
      chosen: new Map(),
      idempotencyKey: randomUUID(),
    },
  );
  return 'done' in result ? (result.done['nationalImportId'] ?? '') : '';
};

const signingToken = 'example-token';
/** Days of the placement of the values, which wait for a signature by a link. */
const askedOfPlacement = async (): Promise<string> => {
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into sign_off (placement_id, host_id, supervisor_id, state, from_on, until_on, asked_on, last_told_on, token_hash, link_sent_on, link_ends_at)
     select p.id, p.host_id, p.supervisor_id, 'ASKED', '2026-11-02', '2026-11-06', '2026-11-07', '2026-11-07', sha256(convert_to($2, 'UTF8')), '2026-11-07', now() + interval '7 days'
     from placement p join returner host on host.id = p.returner_id and host.shares_with_coordinators where host.region_id = $1 limit 1 returning id`,
    [referenceId('region', 'Y56'), signingToken],
  );
  return rows[0]?.id ?? '';
};

/** A learning agreement that waits for an answer by a link. */
const agreementToAnswer = async (): Promise<string> => {
  await fresh.owner.query(
    `insert into learning_agreement (placement_id, state, is_shared, started_on, changed_on, token_hash, link_sent_on, link_ends_at, link_supervisor_id)
     select p.id, 'SHARED', true, '2026-11-02', '2026-11-02', sha256(convert_to($1, 'UTF8')), '2026-11-07', now() + interval '7 days', p.supervisor_id
     from placement p where p.supervisor_id is not null and p.is_shown and not exists (select from learning_agreement a where a.placement_id = p.id) limit 1`,
    [signingToken],
  );
  return signingToken;
};

const counterSigningToken = 'another-example-token';
/** The counter-signatory of the returner who logs; a cover sheet that waits for the same one gets a link. */
const namedToCounterSign = async (): Promise<string> => {
  await fresh.owner.query(
    `update counter_signature set token_hash = sha256(convert_to($2, 'UTF8')), link_ends_at = now() + interval '7 days' where person_id = $1`,
    [personaId('counter-signatory'), counterSigningToken],
  );
  const { rows } = await fresh.owner.query<{ id: string }>(
    'select c.id from counter_signature c join returner r on r.id = c.returner_id where r.person_id = $1',
    [personaId('returner-logging')],
  );
  return rows[0]?.id ?? '';
};

const persona = (kind: Role, key: PersonaKey, regionIds: readonly string[] = []): Actor => ({
  ...anonymous,
  kind,
  personId: personaId(key),
  sessionId: randomUUID(),
  roles: [kind],
  regionIds,
});
const callers: readonly Actor[] = [
  persona('RETURNER', 'returner-logging'),
  persona('COORDINATOR', 'coordinator-london', [referenceId('region', 'Y56')]),
  persona('ADMINISTRATOR', 'administrator'),
  persona('SUPERVISOR', 'supervisor'),
  persona('ASSESSOR', 'assessor'),
  persona('COUNTER_SIGNATORY', 'counter-signatory'),
  {
    ...anonymous,
    kind: 'PARTNER',
    partner: {
      clientId: referenceId('partner client', 'trust'),
      keyId: referenceId('partner key', 'trust'),
      ownerId: personaId('organisation-administrator'),
      scopes: scopesFor.HOST,
      budget: HOURLY_BUDGET,
    },
  },
];

const rootFieldsOf = (document: DocumentNode): string[] => {
  const fragments = fragmentsOf(document);
  const fieldsIn = ({ selectionSet }: OperationDefinitionNode | FragmentDefinitionNode): string[] =>
    selectionSet.selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return node.name.value.startsWith('__') ? [] : [node.name.value];
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : undefined;
      return fragment ? fieldsIn(fragment) : [];
    });
  return fieldsIn(operationOf(document));
};
const fragmentsOf = (document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> =>
  Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );

/** Somebody who may call every root field of the document. */
const callerOf = (document: DocumentNode): Actor => {
  const kinds = isQuery(document) ? operations.Query : operations.Mutation;
  // the placement of the values is that of a returner in London, whom none of the callers is; only programs are a program
  const isSeen = ({ kind }: Actor, field: string) =>
    field === 'partner'
      ? kind === 'PARTNER'
      : !['placement', 'signOff', 'assessment'].includes(field) || kind === 'COORDINATOR';
  const caller = callers.find((one) =>
    rootFieldsOf(document).every((field) => kinds[field]?.includes(one.kind) && isSeen(one, field)),
  );
  if (!caller) throw new Error('nobody may call all of the document');
  return caller;
};

/** Values for the variables of a document; pages have so many rows. */
const variablesOf = (document: DocumentNode, rows: number): Record<string, unknown> => {
  const roots = rootFieldsOf(document);
  return Object.fromEntries(
    (operationOf(document).variableDefinitions ?? []).flatMap((definition): [string, unknown][] => {
      const { value: name } = definition.variable.name;
      const type = typeFromAST(schema, definition.type) as GraphQLInputType;
      const bare = 'ofType' in type ? type.ofType : type;
      if (name === 'first') return [[name, rows]];
      if (isEnumType(bare) && !(name in values)) return [[name, bare.getValues()[0]?.name]];
      const root = roots.find((each) => `${each}.${name}` in values);
      const value = values[`${root}.${name}`] ?? values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
};
const isStored = (field: string): boolean => projections.get('Query')?.fields[field] !== undefined;
/** The statements that were sent to be read by, since the last test began; commands have connections of their own. */
const statements = (): readonly unknown[] => query.mock.calls.map((call: readonly unknown[]) => call[0]);

describe('a read is one statement', () => {
  test('there are documents to try it with', () => {
    expect(examples.length).toBeGreaterThan(6);
    expect(registered.length).toBeGreaterThan(10);
  });

  test.each(reads)('%s: for 1, 10 and 100 rows', async (_name, document) => {
    for (const rows of [1, 10, 100]) {
      query.mockClear();
      const { errors, data } = await askAs(
        { schema, database: fresh.database, clock },
        callerOf(document),
        document,
        variablesOf(document, rows),
      );
      expect(errors).toBeUndefined();
      // a root that found nothing would have read nothing
      expect(Object.values(data ?? {})).not.toContain(null);
      expect(statements()).toHaveLength(rootFieldsOf(document).some(isStored) ? 1 : 0);
    }
  });

  test("a returner's whole way: eligibility, plan, meter, log, tasks", async () => {
    const { errors, data } = await askAs(
      { schema, database: fresh.database, clock },
      callers[0] ?? anonymous,
      `{ viewer { displayName account { roles { role } auditEntries(first: 5) { nodes { action } } } returner { displayName region { name } board { name } homeDistrict { code }
        eligibility { ... on EligibilityOutcome { headline } } pathway { tasks { key state waiting { forWhom since usualTime whatICanDo } } } consents { kind isGiven }
        updating { countedMinutes expiries { dropsOutOn } } totals { kind minutes } plan { forecast { ... on Forecast { backEarliestOn } } }
        loggedDays(first: 100) { nodes { onDate history { version } } } logHistory(last: 10) { nodes { version } } } } professions(first: 15) { nodes { name } } }`,
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).length).toBeGreaterThan(2_000);
    expect(statements()).toHaveLength(1);
  });

  test.each([1, 10, 100])('a coordinator’s page of %i returners with all that is theirs', async (rows) => {
    const { errors, data } = await askAs(
      { schema, database: fresh.database, clock },
      callers[1] ?? anonymous,
      `query ($rows: Int!) { returners(first: $rows) { countUpTo1000 nodes { displayName region { name } pathway { nextTask } updating { countedMinutes }
        totals { kind minutes } plan { savedOn } questionToHcpc { askedOn } loggedDays(first: 3) { nodes { onDate } } } } }`,
      { rows },
    );
    expect(errors).toBeUndefined();
    expect((data as unknown as { returners: { nodes: unknown[] } }).returners.nodes.length).toBeGreaterThan(
      rows === 1 ? 0 : 5,
    );
    expect(statements()).toHaveLength(1);
  });

  test('the answer of a command is read by one, too', async () => {
    const document = `mutation ($input: LogDayInput!) { logDay(input: $input) { ... on DayLogged { loggedDay { id history { version } }
      returner { updating { countedMinutes } totals { kind minutes } loggedDays(first: 10) { nodes { onDate } } } } ... on LogDayRefused { refusals { message } } } }`;
    const input = {
      returnerId: values['returner.id'],
      idempotencyKey: randomUUID(),
      onDate: '2026-01-05',
      kind: 'FORMAL',
      minutes: 30,
    };
    const { errors, data } = await askAs(
      { schema, database: fresh.database, clock },
      callers[0] ?? anonymous,
      document,
      { input },
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('countedMinutes');
    expect(statements()).toHaveLength(1);
  });

  test('and one entry in the audit, where sensitive fields are read', async () => {
    const marked = {
      ...returnerProjection.fields['hcpcNumber'],
      kind: 'column',
      column: 'hcpc_number',
      sensitive: true,
    } as const;
    const sensitive = { ...returnerProjection, fields: { ...returnerProjection.fields, hcpcNumber: marked } };
    const reader = createReader(new Map([...projections, ['Returner', sensitive]]));
    const coordinator = callers[1] ?? anonymous;
    const { database } = fresh;
    const entries = async () =>
      (
        await fresh.owner.query<{ fields: string[] }>(
          "select fields from audit_entry where action = 'readSensitiveFields'",
        )
      ).rows;
    const reading = {
      actor: coordinator,
      clock,
      ask: askOf(database),
      onSensitive: (fields: readonly string[]) =>
        recordReading(database.orm.em.fork(), clock, coordinator, 'a test', fields),
    };
    const document = parse('query ($id: ID!) { node(id: $id) { id ... on Returner { hcpcNumber } } }');
    const operation = operationOf(document);
    const [node] = operation.selectionSet.selections;
    const queryType = schema.getQueryType();
    if (node?.kind !== Kind.FIELD || !queryType) throw new Error('a query asks for a field');
    await reader.readOperation(reading, {
      schema,
      operation,
      fragments: {},
      variableValues: { id: values['returner.id'] },
      parentType: queryType,
      path: { prev: undefined, key: 'node', typename: 'Query' },
      fieldName: 'node',
      fieldNodes: [node],
      returnType: queryType,
      rootValue: undefined,
    });
    expect(statements()).toHaveLength(1);
    expect(await entries()).toEqual([{ fields: ['Returner.hcpcNumber'] }]);
  });
});

const priceFor = (document: DocumentNode, rows: number): number => {
  const operation = operationOf(document);
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error('a document has a root');
  return priceOf({ schema, fragments: fragmentsOf(document), variables: variablesOf(document, rows) }, operation, root)
    .points;
};

describe('who asks', () => {
  test('is learned by at most one named statement, and believed for less than a second', async () => {
    const log = openLog('silent');
    const environment = { demo: true, documents: 'any', publicUrl: 'http://localhost' } as const;
    const app = await createApp({
      log,
      publicUrl: 'http://localhost',
      clientFolder: '/nowhere',
      ping: () => Promise.resolve(),
      draining: () => false,
      mounts: mountsOf({
        environment,
        store: { database: fresh.database, owner: fresh.connections.owner },
        sessionSecret: 'x'.repeat(32),
        log,
      }),
    });
    const server = createHttpServer(app);
    await listen(server, '127.0.0.1', 0);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const post = (path: string, body: unknown, headers = {}) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    try {
      const signedIn = await post('/demo/sign-in', { persona: 'returner-logging' });
      const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      query.mockClear();
      const answers = [];
      for (let n = 0; n < 3; n++)
        answers.push(await (await post('/graphql', { query: '{ viewer { returner { id } } }' }, { cookie })).json());
      expect(JSON.stringify(answers)).not.toContain('null');
      const named = statements().map(
        (statement) => /"name":"(\w+)"/.exec(JSON.stringify(statement))?.[1] ?? 'nameless',
      );
      expect(named.filter((name) => name === 'learn_actor').length).toBeLessThanOrEqual(2);
      const others = named.filter((name) => !['learn_actor', 'demonstration_clock'].includes(name));
      expect(others).toHaveLength(3);
      expect(others.every((name) => name === 'nameless' || name.startsWith('read_'))).toBe(true);
    } finally {
      await drain(server, 0);
    }
  });
});

describe('no document that is shipped is refused for its price', () => {
  test.each(registered)('%s costs at most half of what a query may cost, on its largest page', (_name, document) => {
    expect(priceFor(document, 100)).toBeLessThanOrEqual(limits.price / 2);
  });

  test('every documented query, each step of a recipe, and introspection cost at most a tenth, on their largest page too', () => {
    const documents = new Map(examples);
    const prices = new Map(examples.map(([file, document]) => [file, priceFor(document, 100)]));
    for (const file of readdirSync(recipesFolder)) {
      const recipe = JSON.parse(readFileSync(new URL(file, recipesFolder), 'utf8')) as Recipe;
      for (const { document, variables } of recipe.steps) {
        const asked = documents.get(`${document}.graphql`);
        if (!asked) throw new Error(`${file} has a step that is no example: ${document}`);
        prices.set(`${file}: ${document}`, priceFor(asked, variables?.first ?? 100));
      }
    }
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const shown = [...readme.matchAll(/"query": "([^"]+)"/g)].map(([, text]) => text ?? '');
    expect(shown.length).toBeGreaterThan(2);
    for (const text of shown) prices.set(text, priceFor(parse(text), 100));
    expect(isIntrospection(parse(getIntrospectionQuery()))).toBe(true);
    prices.set('introspection', limits.introspectionPrice);
    expect(prices.size).toBeGreaterThan(examples.length + 4);
    expect([...prices].filter(([, points]) => points > limits.price / 10)).toEqual([]);
    expect(limits.price).toBeLessThanOrEqual(HOURLY_BUDGET / 10);
  });
});
