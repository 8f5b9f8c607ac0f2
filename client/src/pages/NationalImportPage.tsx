import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { NationalFileTakenInQuery } from '../generated/graphql.ts';
import { ImportReport } from '../national-files/ImportReport.tsx';
import { titleOf } from '../national-files/kinds.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Warning } from '../ui/Callouts.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const NationalFileTakenIn = graphql(`
  query NationalFileTakenIn($id: ID!) {
    nationalImport(id: $id) {
      ...NationalImportFacts
    }
  }
  fragment NationalImportFacts on NationalImport {
    id
    version
    kind
    rows
    appliedAt
    appliedBy
    undoneAt
    undoneBy
    undoUntil
    viewerMayUndo
    affected {
      ...WhomItAffects
    }
    changes {
      kind
      code
      name
      what
      on
      isAssumed
      affected {
        ...WhomItAffects
      }
    }
    moreChanges
    leftOut
    coming {
      kind
      code
      name
      what
      on
      isAssumed
      affected {
        ...WhomItAffects
      }
    }
    moreComing
    affectedByComing {
      ...WhomItAffects
    }
    isByItself
  }
  fragment WhomItAffects on AffectedByImport {
    organisations
    placements
    people
    views
    coordinators
  }
`);

const UndoNationalImport = graphql(`
  mutation UndoNationalImport($input: UndoNationalImportInput!) {
    undoNationalImport(input: $input) {
      ... on NationalImportUndone {
        nationalImport {
          ...NationalImportFacts
        }
      }
      ... on UndoNationalImportRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** One national file that was imported: what it changed, whom it affected, and the way back for a day. */
export function NationalImportPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(NationalFileTakenIn, { id }, 'the import');
  if (data === undefined)
    return (
      <Page title="An import" backHref={paths.nationalFiles}>
        {instead}
      </Page>
    );
  return data.nationalImport === null ? <NotFoundPage /> : <TakenIn of={data.nationalImport} readAgain={retry} />;
}

type Import = NonNullable<NationalFileTakenInQuery['nationalImport']>;

function TakenIn({ of, readAgain }: { of: Import; readAgain: () => void }) {
  const undo = useCommand(UndoNationalImport);
  const { submit, busy, errors, problem } = useSending();
  const [isSure, setSure] = useState(false);
  const [isUndone, setUndone] = useState(false);
  const isNew = Reflect.get(Object(useLocation().state), 'isNew') === true;
  const press = () =>
    submit([], async () => {
      const outcome = await undo.run({ nationalImportId: of.id, expectedVersion: of.version });
      if ('problem' in outcome) return outcome;
      const { undoNationalImport: answer } = outcome.data;
      setSure(false);
      if (answer.__typename === 'UndoNationalImportRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals) };
      }
      setUndone(true);
      return { done: true };
    });
  return (
    <Page
      title={titleOf(of.kind)}
      caption="Imported national file"
      backHref={paths.nationalFiles}
      width="wide"
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {isUndone || isNew ? (
            <Notice heading="Done" look="success">
              <p>{of.undoneAt === null ? 'The file is imported.' : 'The import is undone. All is as it was before.'}</p>
            </Notice>
          ) : null}
        </>
      }
    >
      <SummaryList
        rows={[
          of.isByItself
            ? {
                key: 'Made by itself',
                value: `${sayInstant(of.appliedAt)}, as a file that ${of.appliedBy} imported had said`,
              }
            : { key: 'Imported', value: `${sayInstant(of.appliedAt)} by ${of.appliedBy}` },
          { key: 'Lines', value: of.rows.toLocaleString('en-GB') },
          {
            key: 'State',
            value:
              of.undoneAt === null
                ? of.viewerMayUndo
                  ? `Stands. It can be undone until ${sayInstant(of.undoUntil)}, while nothing is built upon it.`
                  : 'Stands'
                : `Undone on ${sayInstant(of.undoneAt)}${of.undoneBy === null ? '' : ` by ${of.undoneBy}`}`,
          },
        ]}
      />
      <ImportReport
        kind={of.kind}
        report={{
          changes: of.changes,
          more: of.moreChanges,
          leftOut: of.leftOut,
          affected: of.affected,
          coming: of.coming,
          moreComing: of.moreComing,
          affectedByComing: of.affectedByComing,
        }}
      />
      {of.viewerMayUndo ? (
        isSure ? (
          <Warning heading="Undo this import">
            <p>Every organisation, person, saved view and coordinator goes back to where they were before.</p>
            <div className="rtp-actions">
              <Button type="button" look="warning" busy={busy} onClick={() => void press()}>
                Yes, undo it
              </Button>
              <Button type="button" look="secondary" onClick={() => setSure(false)}>
                No, keep it
              </Button>
            </div>
          </Warning>
        ) : (
          <div className="rtp-actions">
            <Button type="button" look="secondary" onClick={() => setSure(true)}>
              Undo this import
            </Button>
          </div>
        )
      ) : null}
    </Page>
  );
}
