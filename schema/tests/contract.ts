import { readContract } from '../evolution.ts';

/** The contract as it stands now. */
export const contract = readContract('return-to-practice.graphql');
