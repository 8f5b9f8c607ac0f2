/* Run after the documents are generated: registers them with the server and lists what each abstract type can be. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { buildSchema, isAbstractType } from 'graphql';

const client = new URL('../', import.meta.url);
const schema = new URL('../schema/', client);

const contract = buildSchema(await readFile(new URL('return-to-practice.graphql', schema), 'utf8'));

const possibleTypes = Object.fromEntries(
  Object.values(contract.getTypeMap())
    .filter(isAbstractType)
    .filter((type) => !type.name.startsWith('__'))
    .map((type) => [type.name, contract.getPossibleTypes(type).map(({ name }) => name)]),
);

await writeFile(
  new URL('src/generated/possible-types.ts', client),
  `/** What each interface and union of the contract can be; the cache needs it to match fragments. */\nexport const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};\n`,
);

const registered: unknown = JSON.parse(
  await readFile(new URL('src/generated/persisted-documents.json', client), 'utf8').catch(() => '{}'),
);
const sorted = Object.fromEntries(
  Object.entries(Object(registered)).toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
await mkdir(new URL('generated/', schema), { recursive: true });
await writeFile(new URL('generated/documents.json.new', schema), `${JSON.stringify(sorted, null, 2)}\n`);
await rename(new URL('generated/documents.json.new', schema), new URL('generated/documents.json', schema));
await rm(new URL('src/generated/persisted-documents.json', client), { force: true });
