import type { AgreementFieldsFragment } from '../generated/graphql.ts';
import { Assumed, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';

type Requirement = AgreementFieldsFragment['requirements'][number];

const sayMet = ({ isMet, key }: Requirement) =>
  isMet === null ? (
    // what only people can check is never said by the plan
    <Tag colour="white">{key === 'OWN_WORDS' ? 'To talk about' : 'Not said yet'}</Tag>
  ) : isMet ? (
    <Tag colour="green">Met</Tag>
  ) : (
    <Tag colour="orange">Not met yet</Tag>
  );

const Layer = ({ caption, rows }: { caption: string; rows: readonly Requirement[] }) => (
  <DataTable
    caption={caption}
    columns={[
      {
        heading: 'What is asked',
        cell: ({ title, isAssumed, sources }) => (
          <>
            {title} {isAssumed ? <Assumed /> : null}
            {sources.length === 0 ? null : (
              <Secondary>
                Source:{' '}
                {sources.map((source, index) => (
                  <span key={source.key}>
                    {index === 0 ? '' : ', '}
                    <a href={source.url}>{source.title}</a>
                  </span>
                ))}
              </Secondary>
            )}
          </>
        ),
      },
      { heading: 'The plan', cell: ({ explanation }) => explanation },
      { heading: 'Met', cell: sayMet },
    ]}
    rows={rows}
    rowKey={({ key }) => key}
  />
);

/** What HCPC needs of everybody, and what this organisation asks on top: two layers that are never mixed. */
export function Requirements({ requirements, hostName }: { requirements: readonly Requirement[]; hostName: string }) {
  const hcpc = requirements.filter(({ layer }) => layer === 'HCPC');
  const site = requirements.filter(({ layer }) => layer === 'SITE');
  return (
    <>
      {hcpc.length === 0 ? (
        <p>HCPC asks for no updating here, or the number of days is not settled yet.</p>
      ) : (
        <Layer caption="What HCPC needs, of everybody" rows={hcpc} />
      )}
      {site.length === 0 ? (
        <p>{hostName} asks for nothing more than HCPC does.</p>
      ) : (
        <>
          <Layer caption={`What ${hostName} asks on top`} rows={site} />
          <p>
            HCPC does not ask for this. It is the organisation’s own policy: if the plan falls short of it, talk about
            it with the site.
          </p>
        </>
      )}
    </>
  );
}
