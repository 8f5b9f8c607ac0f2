/** A request as a program sends it. */
export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A document without the sentence at its head. */
const bare = (query: string): string => query.replace(/^(?:#.*\n)+/, '').trim();

/** A request as a command for a shell, which has the key in `KEY`. */
export const asCurl = (origin: string, { query, variables }: Request): string =>
  [
    `curl -s ${origin}/graphql \\`,
    `  -H "authorization: Bearer $KEY" \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d @- <<'JSON'`,
    JSON.stringify({ query: bare(query), variables }),
    'JSON',
  ].join('\n');

/** A request as a program in TypeScript that needs no library; it takes the key from the environment. */
export const asTypeScript = (origin: string, { query, variables }: Request): string =>
  [
    'const query = `',
    ...bare(query)
      .replaceAll(/[`\\$]/g, String.raw`\$&`)
      .split('\n')
      .map((line) => `  ${line}`),
    '`;',
    `const variables = ${JSON.stringify(variables, null, 2)};`,
    `const response = await fetch('${origin}/graphql', {`,
    `  method: 'POST',`,
    "  headers: { authorization: `Bearer ${process.env['KEY']}`, 'content-type': 'application/json' },",
    '  body: JSON.stringify({ query, variables }),',
    '});',
    'console.log(JSON.stringify(await response.json(), null, 2));',
  ].join('\n');
