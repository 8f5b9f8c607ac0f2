import { useLocation } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { likeness } from '../duplicates/Pair.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { DuplicatesQuery } from '../generated/graphql.ts';
import { duplicatePath, returnerPath, paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { FirstOf } from '../ui/FirstOf.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty, ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const Duplicates = graphql(`
  query Duplicates {
    possibleDuplicates(first: 50) {
      countUpTo1000
      nodes {
        id
        reasons
        one {
          id
          displayName
        }
        other {
          id
          displayName
        }
      }
    }
    returnerMerges(first: 50) {
      countUpTo1000
      nodes {
        id
        mergedAt
        undoUntil
        undoneAt
        returner {
          id
          displayName
        }
      }
    }
  }
`);

const UndoMerge = graphql(`
  mutation UndoMerge($input: UndoMergeReturnersInput!) {
    undoMergeReturners(input: $input) {
      ... on ReturnersMergeUndone {
        returnerMerge {
          id
          undoneAt
        }
      }
      ... on UndoMergeReturnersRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Pair = DuplicatesQuery['possibleDuplicates']['nodes'][number];
type Merge = DuplicatesQuery['returnerMerges']['nodes'][number];

/** Records that may be of one person, and those that were made one. */
export function DuplicatesPage() {
  const said = readSaid(useLocation().state);
  const { data, instead, retry } = useAnswer(Duplicates, {}, 'the records');
  const { run } = useCommand(UndoMerge);
  const { submit, busy, errors, problem } = useSending();
  const title = 'Possible duplicates';
  if (data === undefined) {
    return (
      <CoordinatorPage title={title} here={paths.duplicates}>
        {instead}
      </CoordinatorPage>
    );
  }
  const { nodes, countUpTo1000 } = data.possibleDuplicates;
  const undo = (merge: Merge) =>
    submit([], async () => {
      const outcome = await run({ returnerMergeId: merge.id });
      if ('problem' in outcome) return outcome;
      const { undoMergeReturners: answer } = outcome.data;
      if (answer.__typename === 'UndoMergeReturnersRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      retry();
      return { done: true };
    });
  return (
    <CoordinatorPage
      title={title}
      here={paths.duplicates}
      beforeHeading={
        <>
          {said === undefined ? null : (
            <Notice look="success" heading="Done">
              <p>{said}</p>
            </Notice>
          )}
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <p>Records that you see and that may be of one person. Nothing is made one unless you say so.</p>
      {nodes.length === 0 ? (
        <Empty>
          <p>No two records look like one person’s.</p>
        </Empty>
      ) : (
        <DataTable
          caption={
            nodes.length < countUpTo1000
              ? `The first ${nodes.length} pairs: more follow once these are settled`
              : 'Pairs'
          }
          columns={[
            { heading: 'Records', cell: ({ one, other }: Pair) => `${one.displayName} and ${other.displayName}` },
            { heading: 'Why', cell: ({ reasons }: Pair) => reasons.map((reason) => likeness[reason]).join(' ') },
            {
              heading: 'What to do',
              cell: ({ id, one }: Pair) => (
                <Link href={duplicatePath(id)}>
                  Compare <span className="nhsuk-u-visually-hidden">the records of {one.displayName}</span>
                </Link>
              ),
            },
          ]}
          rows={nodes}
          rowKey={({ id }) => id}
        />
      )}
      {data.returnerMerges.nodes.length === 0 ? null : (
        <DataTable
          caption="Made one"
          columns={[
            {
              heading: 'Record',
              cell: ({ returner }: Merge) => <Link href={returnerPath(returner.id)}>{returner.displayName}</Link>,
            },
            { heading: 'When', cell: ({ mergedAt }: Merge) => sayInstant(mergedAt) },
            {
              heading: 'Undo',
              cell: (merge: Merge) =>
                merge.undoneAt === null ? (
                  <>
                    Until {sayInstant(merge.undoUntil)}{' '}
                    <Button type="button" look="secondary" small busy={busy} onClick={() => void undo(merge)}>
                      Undo <span className="nhsuk-u-visually-hidden">for {merge.returner.displayName}</span>
                    </Button>
                  </>
                ) : (
                  `Undone ${sayInstant(merge.undoneAt)}`
                ),
            },
          ]}
          rows={data.returnerMerges.nodes}
          rowKey={({ id }) => id}
        />
      )}
      <FirstOf
        shown={data.returnerMerges.nodes.length}
        count={data.returnerMerges.countUpTo1000}
        of="records made one, newest first,"
      />
    </CoordinatorPage>
  );
}
