import { useLocation } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { counterSignPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';

const ToCounterSign = graphql(`
  query ToCounterSign {
    counterSignaturesToDo {
      counterSignatureId
      returnerName
      describedAs
      askedOn
    }
  }
`);

/** A counter-signatory's list over all returners: the longest wait comes first. */
export function ToCounterSignPage() {
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(ToCounterSign, {}, 'what waits for you');
  return (
    <Page
      title="Cover sheets to sign"
      width="wide"
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p>
        A returner of your profession has named you. You confirm what they declare about the whole updating, and nothing
        more: only HCPC decides who is readmitted.
      </p>
      {data === undefined ? (
        instead
      ) : data.counterSignaturesToDo.length === 0 ? (
        <Empty>
          <p>No cover sheet waits for your signature.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Cover sheets that wait for your signature"
          hideCaption
          columns={[
            {
              heading: 'Returner',
              cell: ({ counterSignatureId, returnerName, describedAs }) => (
                <>
                  <Link href={counterSignPath(counterSignatureId)}>{returnerName}</Link>
                  <Secondary>{describedAs}</Secondary>
                </>
              ),
            },
            { heading: 'Asked on', cell: ({ askedOn }) => sayDate(askedOn) },
          ]}
          rows={data.counterSignaturesToDo}
          rowKey={({ counterSignatureId }) => counterSignatureId}
        />
      )}
    </Page>
  );
}
