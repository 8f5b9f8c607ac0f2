import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Documents that the web application sends by id: SHA-256 → text. */
export type DocumentRegister = ReadonlyMap<string, string>;

const registered = new URL('../../../schema/generated/documents.json', import.meta.url);

/** Reads the register that the client's build has written. */
export const readDocumentRegister = (): DocumentRegister => {
  if (!existsSync(registered)) return new Map();
  return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(registered, 'utf8')))));
};
