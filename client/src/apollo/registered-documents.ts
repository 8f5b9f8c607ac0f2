import { ApolloLink, Observable } from '@apollo/client';
import type { DocumentNode } from 'graphql';

/** The server could not be reached, or answered with something that is no GraphQL answer. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  /** The HTTP status, where there was an answer at all. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** The id under which a document is registered with the server: the SHA-256 of its text, put there by the generator. */
export function registeredId(document: DocumentNode): string {
  const meta: unknown = Reflect.get(document, '__meta__');
  const id: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'hash') : undefined;
  if (typeof id !== 'string') throw new Error('This document is not registered: run the generate command.');
  return id;
}

/** Goes with a question that nobody asked: the page keeps itself up to date, which must not keep anybody signed in. */
export const unattended = { headers: { 'x-unattended': '1' } } as const;

/** Sends a document's id and variables, never its text: the server runs only what was registered at build time. */
export function registeredDocumentsLink(address: string): ApolloLink {
  return new ApolloLink(
    ({ query, variables, operationName, getContext }) =>
      new Observable((observer) => {
        const abort = new AbortController();
        const headers = getContext()['headers'] as Record<string, string> | undefined;
        send(address, { documentId: registeredId(query), operationName, variables }, abort.signal, headers).then(
          (answer) => {
            observer.next(answer);
            observer.complete();
          },
          (error: unknown) => {
            if (!abort.signal.aborted) observer.error(error);
          },
        );
        return () => abort.abort();
      }),
  );
}

declare global {
  interface Window {
    /** A question that was sent before the app was there, with its answer on the way; put there by the build's first script. */
    headStart?: { body: string; response: Promise<Response> } | undefined;
  }
}

/** The answer on its way to a question that was sent ahead; each is used once. */
function sentAhead(body: string): Promise<Response> | undefined {
  const ahead = window.headStart;
  if (ahead?.body !== body) return undefined;
  window.headStart = undefined;
  return ahead.response;
}

async function send(
  address: string,
  body: object,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<ApolloLink.Result> {
  const text = JSON.stringify(body);
  let response: Response;
  try {
    response = await (sentAhead(text) ??
      fetch(address, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          accept: 'application/graphql-response+json, application/json;q=0.9',
          'content-type': 'application/json',
          ...headers,
        },
        body: text,
        signal,
      }));
  } catch (cause) {
    throw signal.aborted ? cause : new Unreachable('The server could not be reached.');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (isAnswer(answer)) return answer;
  throw new Unreachable('The server did not answer as expected.', response.status);
}

const isAnswer = (answer: unknown): answer is ApolloLink.Result =>
  typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
