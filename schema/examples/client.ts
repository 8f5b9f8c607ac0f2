/** An error of the API: `extensions.code` is one of the codes of the reference. */
export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly traceId: string; readonly reason?: string };
}

/** What the query can cost and has cost, and what is left. */
export interface Cost {
  readonly bound: number;
  readonly charged: number;
  readonly limit: number;
  readonly budget: { readonly points: number; readonly left: number; readonly fullInSeconds: number };
}

/** Thrown where the API answers with errors, or not at all. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly errors: readonly ApiError[];
  readonly status: number;
  constructor(status: number, errors: readonly ApiError[]) {
    super(errors[0]?.message ?? `The service answered ${status}.`);
    this.status = status;
    this.errors = errors;
  }
}

/** A document with the types of its variables and of its answer, as a generator of types makes them. */
export interface TypedDocument<Data, Variables> {
  readonly text: string;
  /** Never there: it only carries the types. */
  readonly types?: (variables: Variables) => Data;
}

/** Where the service is, the key, and what a test may put in place of the network and the clock. */
export interface ClientSettings {
  /** Example: `http://localhost:4000`. */
  readonly origin: string;
  readonly key: string;
  /** How often a request is sent at the most. */
  readonly tries?: number;
  readonly fetch?: typeof fetch;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Told of deprecated fields, which will go away. */
  readonly onDeprecated?: (reason: string) => void;
}

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** What is worth another try: too many requests, and a service that cannot answer for the moment. */
const isWorthAnotherTry = (status: number): boolean => status === 429 || status >= 502;

/** As long as the service asks for, else twice as long each time, up to a minute, and never all programs at once. */
const pause = (response: Response | undefined, attempt: number): number => {
  const asked = Number(response?.headers.get('retry-after'));
  if (Number.isFinite(asked) && asked > 0) return asked * 1_000;
  return Math.min(60_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);
};

/** A client that is polite: it waits when asked to, and gives up in the end. */
export const createClient = (settings: ClientSettings) => {
  const { origin, key, tries = 5, wait = sleep, onDeprecated } = settings;
  const send = settings.fetch ?? fetch;
  /**
   * Sends a document. A mutation is safe to be sent again: give its input an `idempotencyKey`, and it has one effect.
   * @throws ApiProblem where there is no whole answer.
   */
  return async <Data, Variables extends object>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
  ): Promise<{ readonly data: Data; readonly cost: Cost | undefined }> => {
    const read = async (response: Response) => {
      const body = (await response.json()) as Body<Data>;
      for (const { reason } of body.extensions?.deprecations ?? []) onDeprecated?.(reason);
      if (body.errors || body.data === undefined || body.data === null)
        throw new ApiProblem(response.status, body.errors ?? []);
      return { data: body.data, cost: body.extensions?.cost };
    };
    for (let attempt = 0; ; attempt += 1) {
      let response: Response | undefined;
      try {
        response = await send(`${origin}/graphql`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ query: document.text, variables }),
          signal: AbortSignal.timeout(30_000),
        });
      } catch (error) {
        // the network failed: nobody knows whether the request arrived
        if (attempt + 1 >= tries) throw error;
      }
      if (response && (!isWorthAnotherTry(response.status) || attempt + 1 >= tries)) return read(response);
      await response?.body?.cancel();
      await wait(pause(response, attempt));
    }
  };
};

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly ApiError[];
  readonly extensions?: { readonly cost?: Cost; readonly deprecations?: readonly { readonly reason: string }[] };
}
