import { graphql } from '../generated/gql.ts';
import type { PlacementSignatureFieldsFragment } from '../generated/graphql.ts';
import { nameStandInPath, passOnSignOffPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Warning } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayHours } from '../ui/duration.ts';
import { FirstOf } from '../ui/FirstOf.tsx';
import { Link } from '../ui/Link.tsx';
import { signOffStates } from './words.ts';

/** Who supervises a placement, and what was signed there. @fragment */
export const PlacementSignatureFields = graphql(`
  fragment PlacementSignatureFields on Placement {
    id
    supervisorNow {
      name
      since
      frozenFrom
    }
    standIns {
      supervisorName
      from
    }
    signOffs(first: 50) {
      countUpTo1000
      nodes {
        id
        state
        from
        until
        supervisorName
        isProvisional
        viewerActions
        days {
          ...SignOffDayFields
        }
      }
    }
  }
`);

/** Who supervises, who stands in, and what was signed: for those who run the placement. */
export function PlacementSignatures({
  placement,
  isUnderWay,
}: {
  placement: PlacementSignatureFieldsFragment;
  isUnderWay: boolean;
}) {
  const { supervisorNow: now, standIns, signOffs } = placement;
  if (!isUnderWay && signOffs.nodes.length === 0) return null;
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">Supervision and signatures</h2>
      {now === null || now.frozenFrom === null ? null : (
        <Warning heading="Days are frozen">
          <p>
            {now.name} lapsed or was sanctioned, as far as is known. No day can be logged under them from{' '}
            {sayDate(now.frozenFrom)} on, and they can sign nothing more (assumed). Name another supervisor.
          </p>
        </Warning>
      )}
      {standIns.length === 0 ? null : (
        <ul>
          {standIns.map(({ supervisorName, from }) => (
            <li key={from}>
              {supervisorName} supervises from {sayDate(from)} on.
            </li>
          ))}
        </ul>
      )}
      {isUnderWay ? (
        <p>
          <Link href={nameStandInPath(placement.id)}>Name another supervisor</Link>
        </p>
      ) : null}
      {signOffs.nodes.length === 0 ? (
        <p>No signature was asked for yet.</p>
      ) : (
        <>
          <DataTable
            caption="Signatures"
            columns={[
              { heading: 'Days', cell: ({ from, until }) => `${sayDate(from)} to ${sayDate(until)}` },
              { heading: 'Supervisor', cell: ({ supervisorName }) => supervisorName },
              {
                heading: 'Hours',
                cell: ({ days }) => sayHours(days.reduce((sum, { minutes }) => sum + minutes, 0)),
              },
              {
                heading: 'State',
                cell: ({ state, isProvisional }) => `${signOffStates[state]}${isProvisional ? ' Provisional.' : ''}`,
              },
              {
                heading: 'Do',
                cell: ({ id, viewerActions, supervisorName }) =>
                  viewerActions.includes('PASS_ON') ? (
                    <Link href={passOnSignOffPath(id)}>
                      Ask another supervisor
                      <span className="nhsuk-u-visually-hidden"> than {supervisorName}</span>
                    </Link>
                  ) : (
                    'Nothing'
                  ),
              },
            ]}
            rows={signOffs.nodes}
            rowKey={({ id }) => id}
          />
          <FirstOf shown={signOffs.nodes.length} count={signOffs.countUpTo1000} of="signatures, the newest first,">
            The returner has the others in their log.
          </FirstOf>
        </>
      )}
    </section>
  );
}
