import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from './build-schema.ts';

// Prints the contract: sorted, so that its diff is the review.
const contract = new URL('../../../schema/return-to-practice.graphql', import.meta.url);
writeFileSync(contract, `${printSchema(lexicographicSortSchema(buildSchema()))}\n`);
