import { isReferenceIndex, useReference } from '../developers/useReference.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Page } from '../ui/Page.tsx';

/** Every code that a program can meet, every limit, and every scope, as the server goes by them. */
export function CodesAndLimitsPage() {
  const { data, instead } = useReference('/reference/index.json', isReferenceIndex);
  return (
    <Page title="Codes, limits and scopes" width="wide" backHref={paths.developers}>
      {data === undefined ? (
        instead
      ) : (
        <>
          {data.codes.map(({ title, where, entries }) => (
            <section key={title}>
              <h2>{title}</h2>
              <p className="nhsuk-u-reading-width">{where}</p>
              <DataTable
                caption={title}
                hideCaption
                columns={[
                  { heading: 'Code', cell: ({ name }) => <code className="rtp-key">{name}</code> },
                  { heading: 'Meaning', cell: ({ meaning }) => meaning },
                ]}
                rows={entries}
                rowKey={({ name }) => name}
              />
            </section>
          ))}
          <h2>Limits</h2>
          <p className="nhsuk-u-reading-width">
            Nothing is cut off in silence: what is beyond a limit is answered with LIMIT_EXCEEDED or RATE_LIMITED, and
            says by how much. Wait as long as the header Retry-After says.
          </p>
          <DataTable
            caption="Limits"
            hideCaption
            columns={[
              { heading: 'What', cell: ({ meaning }) => meaning },
              { heading: 'At most', cell: ({ value }) => value.toLocaleString('en-GB'), numeric: true },
            ]}
            rows={data.limits}
            rowKey={({ name }) => name}
          />
          <h2>Scopes</h2>
          <DataTable
            caption="Scopes"
            hideCaption
            columns={[
              { heading: 'Scope', cell: ({ name }) => <code className="rtp-key">{name}</code> },
              { heading: 'Lets a program', cell: ({ meaning }) => meaning },
            ]}
            rows={data.scopes}
            rowKey={({ name }) => name}
          />
        </>
      )}
    </Page>
  );
}
