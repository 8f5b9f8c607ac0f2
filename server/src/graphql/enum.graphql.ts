import { registerEnumType } from 'type-graphql';

/** Puts a vocabulary (value → what it means) into the schema as an enum whose every value is described. */
export const enumOf = <Name extends string>(
  name: string,
  vocabulary: Readonly<Record<Name, string>>,
  description: string,
): Record<Name, Name> => {
  const values = Object.fromEntries(Object.keys(vocabulary).map((key) => [key, key])) as Record<Name, Name>;
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(vocabulary).map(([key, meaning]) => [
        key,
        { description: /[.!?]$/.test(meaning) ? meaning : `${meaning}.` },
      ]),
    ) as Record<Name, { description: string }>,
  });
  return values;
};
