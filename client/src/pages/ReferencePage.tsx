import { isReferenceIndex, useReference } from '../developers/useReference.tsx';
import { paths, referenceTypePath } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

const kinds = [
  { kind: 'object', heading: 'Objects' },
  { kind: 'interface', heading: 'Interfaces' },
  { kind: 'union', heading: 'Unions' },
  { kind: 'input', heading: 'Input' },
  { kind: 'enum', heading: 'Lists of values' },
  { kind: 'scalar', heading: 'Single values' },
] as const;
const roots = ['Query', 'Mutation', 'Subscription'];

/** Every type of the API. */
export function ReferencePage() {
  const { data, instead } = useReference('/reference/index.json', isReferenceIndex);
  return (
    <Page title="Reference" width="wide" backHref={paths.developers}>
      <p className="nhsuk-u-reading-width">
        Begin with what can be asked and done. The same is in the contract, which your tools can read by introspection.
      </p>
      {data === undefined ? (
        instead
      ) : (
        <>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {data.types
              .filter(({ name }) => roots.includes(name))
              .map(({ name }) => (
                <li key={name}>
                  <Link href={referenceTypePath(name)}>{name}</Link>
                </li>
              ))}
          </ul>
          {kinds.map(({ kind, heading }) => (
            <section key={kind}>
              <h2>{heading}</h2>
              <ul className="nhsuk-list rtp-columns">
                {data.types
                  .filter((type) => type.kind === kind && !roots.includes(type.name))
                  .map(({ name }) => (
                    <li key={name}>
                      <Link href={referenceTypePath(name)}>{name}</Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Page>
  );
}
