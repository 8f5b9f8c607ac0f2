import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { professionPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

const Professions = graphql(`
  query Professions {
    professions(first: 100) {
      nodes {
        id
        code
        name
        isEnglandAhp
        renewalWindow {
          opensOn
          closesOn
          isOpen
        }
      }
    }
  }
`);

/** The professions on the Register and when each one renews. */
export function ProfessionsPage() {
  const { data, instead } = useAnswer(Professions, {}, 'the professions');
  return (
    <Page title="Professions" width="wide">
      <p className="nhsuk-lede-text nhsuk-u-reading-width">
        The Health and Care Professions Council (HCPC) keeps one Register in 15 parts. Everybody in a part renews at the
        same time, every two years.
      </p>
      {data === undefined ? (
        instead
      ) : (
        <DataTable
          caption="Professions on the HCPC Register"
          hideCaption
          columns={[
            { heading: 'Profession', cell: ({ code, name }) => <Link href={professionPath(code)}>{name}</Link> },
            {
              heading: 'Renewal',
              cell: ({ renewalWindow: { opensOn, closesOn, isOpen } }) => (
                <>
                  {sayDate(opensOn)} to {sayDate(closesOn)} {isOpen ? <Tag colour="green">Open now</Tag> : null}
                </>
              ),
            },
            {
              heading: 'Allied health profession in England',
              cell: ({ isEnglandAhp }) => (isEnglandAhp ? 'Yes' : 'No'),
            },
          ]}
          rows={data.professions.nodes}
          rowKey={({ id }) => id}
        />
      )}
      <p className="rtp-source nhsuk-u-reading-width">
        England counts 14 allied health professions. Arts therapies count as three of them. The last one, osteopathy,
        has a register of its own at the General Osteopathic Council. Source:{' '}
        <a href="https://www.england.nhs.uk/ahp/role/">NHS England</a>, read on 21 November 2026.
      </p>
    </Page>
  );
}
