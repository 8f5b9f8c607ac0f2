import { isObjectType, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../graphql/build-schema.ts';
import { fieldScopes, isGuarded, mutationScopes, openTo, queryScopes, subscriptionScopes } from './scope-matrix.ts';
import { operations } from './operations.ts';
import { allScopes, scopes } from './scopes.ts';

const schema = buildSchema();
const objects = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type));
const openToPrograms = (root: keyof typeof operations) =>
  Object.keys(operations[root])
    .filter((name) => operations[root][name]?.includes('PARTNER'))
    .toSorted();

describe('what a scope reaches', () => {
  it('is decided for every type of which not everybody sees every row', () => {
    const guarded = objects.filter(({ name }) => isGuarded(name)).map(({ name }) => name);
    expect(Object.keys(fieldScopes).toSorted()).toEqual(guarded.toSorted());
  });

  it('is decided for every field of those types that are open to any program, once', () => {
    for (const [name, groups] of Object.entries(fieldScopes)) {
      if (groups === 'NEVER') continue;
      const decided = groups.flatMap(([, names]) => names.split(/\s+/).filter((each) => each !== ''));
      const type = objects.find((each) => each.name === name);
      expect(decided.toSorted(), name).toEqual(Object.keys(type?.getFields() ?? {}).toSorted());
    }
  });

  it('is decided for every query and mutation that the list of operations opens to programs', () => {
    expect(Object.keys(queryScopes).toSorted()).toEqual(openToPrograms('Query'));
    expect(Object.keys(mutationScopes).toSorted()).toEqual(openToPrograms('Mutation'));
    expect(Object.keys(subscriptionScopes)).toEqual(openToPrograms('Subscription'));
  });

  it('gives each scope something to reach, and says in plain words what it is', () => {
    const used = objects.flatMap((type) => Object.keys(type.getFields()).map((field) => openTo(type.name, field)));
    for (const scope of allScopes) {
      expect(scopes[scope]).toMatch(/^[A-Z].{20,}\.$/);
      expect(used).toContain(scope);
    }
  });

  it('leaves addresses, notes, adjustments and what is known of health to no program', () => {
    for (const type of objects)
      for (const field of Object.keys(type.getFields()))
        if (/email|phone|password|comment|^note$|hcpcNumber|homePostcode/i.test(field) && isGuarded(type.name))
          expect(`${type.name}.${field} ${openTo(type.name, field)}`).toBe(`${type.name}.${field} NEVER`);
    for (const field of [
      'Placement.adjustments',
      'Placement.checks',
      'Placement.reason',
      'Placement.returner',
    ] as const) {
      const [type = '', name = ''] = field.split('.');
      expect(openTo(type, name)).toBe('NEVER');
    }
  });
});
