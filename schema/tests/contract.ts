import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** Reads one of the SDL files of this package. */
export const readSchema = (file: 'return-to-practice.graphql' | 'released.graphql'): GraphQLSchema =>
  buildSchema(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

/** The contract as it stands now. */
export const contract = readSchema('return-to-practice.graphql');
