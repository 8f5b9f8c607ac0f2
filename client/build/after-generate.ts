/* Run after the documents are generated: registers them with the server, and lists what each abstract type they name can be and which records each question shows. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const client = new URL('../', import.meta.url);
const schema = new URL('../schema/', client);

const contract = buildSchema(await readFile(new URL('return-to-practice.graphql', schema), 'utf8'));

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

/** The types that a document's fragments are about. */
const conditionsOf = (text: string): string[] => {
  const named: string[] = [];
  visit(parse(text), {
    FragmentDefinition: ({ typeCondition }) => void named.push(typeCondition.name.value),
    InlineFragment: ({ typeCondition }) => void (typeCondition && named.push(typeCondition.name.value)),
  });
  return named;
};

// The first page carries this list, and a type that no fragment is about is never looked up in it.
const conditions = new Set(Object.values(sorted).flatMap((text) => conditionsOf(String(text))));
const possibleTypes = Object.fromEntries(
  Object.values(contract.getTypeMap())
    .filter(isAbstractType)
    .filter((type) => conditions.has(type.name))
    .map((type) => [type.name, contract.getPossibleTypes(type).map(({ name }) => name)]),
);
await writeFile(
  new URL('src/generated/possible-types.ts', client),
  `/** What each interface and union can be that a fragment is about; the cache needs it to match fragments. */\nexport const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};\n`,
);

/** What has an id of its own, and so can be told to have changed. */
const isRecord = (name: string): boolean => {
  const type = contract.getType(name);
  const node = contract.getType('Node');
  return isObjectType(type) && isInterfaceType(node) && type.getInterfaces().includes(node);
};

/** The records that a question shows: in a list, where another may come in, or one. */
const shownBy = (text: string): [string, Record<string, 'ONE' | 'LIST'>][] => {
  const document = parse(text);
  const [operation] = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY || operation.name === undefined) return [];
  const shown: Record<string, 'ONE' | 'LIST'> = {};
  const types = new TypeInfo(contract);
  const noteField = (): void => {
    const parent = types.getParentType()?.name ?? '';
    if (isRecord(parent)) shown[parent] ??= 'ONE';
    const type = types.getType();
    const name = getNamedType(type)?.name ?? '';
    const listed = name.replace(/Connection$/, '');
    const isList = listed !== name || (type && isListType(getNullableType(type)));
    if (isList && isRecord(listed)) shown[listed] = 'LIST';
  };
  visit(document, visitWithTypeInfo(types, { Field: { enter: noteField } }));
  return [
    [
      operation.name.value,
      Object.fromEntries(Object.entries(shown).toSorted(([one], [other]) => (one < other ? -1 : 1))),
    ],
  ];
};

const shownTypes = Object.fromEntries(
  Object.values(sorted)
    .flatMap((text) => shownBy(String(text)))
    .toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
await writeFile(
  new URL('src/generated/shown-types.ts', client),
  `/** Which records each question shows: one, or a list into which others may come. */\nexport const shownTypes: Record<string, Record<string, 'ONE' | 'LIST'>> = ${JSON.stringify(shownTypes, null, 2)};\n`,
);
