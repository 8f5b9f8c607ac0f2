import { configureGlobal } from 'fast-check';
import { inject } from 'vitest';

// the same cases at every run, so that a change is judged by what it changed (`vitest.config.ts` says how to look for others)
configureGlobal(inject('properties'));

declare module 'vitest' {
  export interface ProvidedContext {
    readonly properties: { readonly seed: number; readonly numRuns?: number };
  }
}
