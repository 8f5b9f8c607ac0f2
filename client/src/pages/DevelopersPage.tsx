import { Code } from '../developers/Copyable.tsx';
import { recipes } from '../developers/documented.ts';
import { isDemonstrationKeys, useReference } from '../developers/useReference.tsx';
import { explorerAddress, paths, recipePath } from '../paths.ts';
import { SummaryList } from '../ui/SummaryList.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

const firstQuestion = (origin: string, key: string): string =>
  [
    `curl -s ${origin}/graphql \\`,
    `  -H 'authorization: Bearer ${key}' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '{"query": "{ partner { client { name belongsTo } scopes { meaning } } }"}'`,
  ].join('\n');

/** Where those begin who write programs: a first answer, recipes, reference, codes and limits, changes. */
export function DevelopersPage() {
  const { data } = useReference('/demo/keys', isDemonstrationKeys);
  const { origin } = window.location;
  const key = data?.keys[0]?.secret ?? 'YOUR-KEY';
  return (
    <Page title="For developers" width="wide">
      <div className="nhsuk-u-reading-width">
        <p>
          Programs of trusts, universities and boards ask one GraphQL API, at <code>{origin}/graphql</code>. What is
          public needs no key. For the rest, an administrator of your organisation lets your program in and gives you a
          key.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            <a href={explorerAddress}>Explorer</a>: write a query, with help as you type, and see the answer
          </li>
          <li>
            <Link href={paths.documentedQueries}>Queries to copy</Link>, as GraphQL, curl or TypeScript
          </li>
          <li>
            <Link href={paths.reference}>Reference</Link>: every type, field and argument, with its price and who may
            read it
          </li>
          <li>
            <Link href={paths.codesAndLimits}>Codes, limits and scopes</Link>
          </li>
          <li>
            <Link href={paths.changes}>Changes</Link>, also as a feed
          </li>
        </ul>
        <h2>A first answer</h2>
        {data === undefined ? (
          <p>Put your key in place of YOUR-KEY.</p>
        ) : (
          <p>This is the demonstration: everybody is invented, and everybody may use this key.</p>
        )}
        <Code text={firstQuestion(origin, key)} label="the first question" />
        <p>
          Each answer tells in <code>extensions.cost</code> what it has cost and what is left of your budget. To know
          before, send <code>{'"extensions": {"dryRun": true}'}</code> along.
        </p>
        <h2>Recipes</h2>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {recipes.map(([name, { title, who }]) => (
            <li key={name}>
              <Link href={recipePath(name)}>{title}</Link>: {who}
            </li>
          ))}
        </ul>
      </div>
      {data === undefined ? null : (
        <>
          <h2>Keys of the demonstration</h2>
          <SummaryList
            rows={data.keys.map(({ name, secret }) => ({
              key: name,
              value: <code className="rtp-key">{secret}</code>,
            }))}
          />
        </>
      )}
    </Page>
  );
}
