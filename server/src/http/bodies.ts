import express, { type RequestHandler } from 'express';

/** The largest body that is read, but for uploads, which have their own path: 256 KB. */
export const BODY_LIMIT = 256 * 1024;

/** Reads a JSON body. Compressed bodies are refused: a small one can grow without bound. */
export const jsonBody: RequestHandler = express.json({
  limit: BODY_LIMIT,
  inflate: false,
  strict: true,
  type: ['application/json', 'application/graphql-response+json'],
});

/** Reads the body of a plain HTML form or of `curl -d`. */
export const formBody: RequestHandler = express.urlencoded({
  limit: BODY_LIMIT,
  inflate: false,
  extended: false,
  parameterLimit: 100,
});
