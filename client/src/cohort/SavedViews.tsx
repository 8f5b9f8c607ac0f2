import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { Button } from '../ui/Button.tsx';
import { Details } from '../ui/Callouts.tsx';
import { ErrorSummary, errorFor } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

const SavedViewsKept = graphql(`
  query SavedViewsKept {
    viewer {
      savedViews {
        id
        version
        name
        query
      }
    }
  }
`);

const SaveView = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      ... on ViewSaved {
        savedViews {
          id
          version
          name
          query
        }
      }
      ... on SaveViewRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const RenameView = graphql(`
  mutation RenameView($input: RenameViewInput!) {
    renameView(input: $input) {
      ... on ViewRenamed {
        savedViews {
          id
          version
          name
        }
      }
      ... on RenameViewRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const DeleteView = graphql(`
  mutation DeleteView($input: DeleteViewInput!) {
    deleteView(input: $input) {
      ... on ViewDeleted {
        savedViews {
          id
        }
      }
      ... on DeleteViewRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** The lists one keeps by a name: to go to, and to keep the one at hand. `query` is what its address holds. */
export function SavedViews({ path, query }: { path: string; query: string }) {
  const { data, retry } = useAnswer(SavedViewsKept, {}, 'your views');
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const { submit, busy, errors, problem } = useSending();
  const save = useCommand(SaveView);
  const rename = useCommand(RenameView);
  const remove = useCommand(DeleteView);
  const views = data?.viewer.savedViews ?? [];
  const done = (words: string): Sent => {
    setName('');
    setSaid(words);
    retry();
    return { done: true };
  };
  const keep = () =>
    submit(name.trim() === '' ? [{ field: 'view-name', message: 'Give the view a name' }] : [], async () => {
      const outcome = await save.run({ name: name.trim(), query });
      if ('problem' in outcome) return outcome;
      const { saveView } = outcome.data;
      return saveView.__typename === 'SaveViewRefused'
        ? { errors: errorsFrom(saveView.refusals, () => 'view-name') }
        : done(`The view “${name.trim()}” is kept.`);
    });
  const giveName = (savedViewId: string, expectedVersion: number) =>
    submit(name.trim() === '' ? [{ field: 'view-name', message: 'Give the view a name' }] : [], async () => {
      const outcome = await rename.run({ savedViewId, expectedVersion, name: name.trim() });
      if ('problem' in outcome) return outcome;
      const { renameView } = outcome.data;
      return renameView.__typename === 'RenameViewRefused'
        ? { errors: errorsFrom(renameView.refusals, () => 'view-name') }
        : done(`The view is called “${name.trim()}” now.`);
    });
  const drop = (savedViewId: string, expectedVersion: number, called: string) =>
    submit([], async () => {
      const outcome = await remove.run({ savedViewId, expectedVersion });
      if ('problem' in outcome) return outcome;
      const { deleteView } = outcome.data;
      return deleteView.__typename === 'DeleteViewRefused'
        ? { errors: errorsFrom(deleteView.refusals, () => 'view-name') }
        : done(`The view “${called}” is deleted.`);
    });
  return (
    <>
      {views.length === 0 ? null : (
        <nav aria-label="Your views">
          <ul className="nhsuk-list">
            {views.map((view) => (
              <li key={view.id}>
                <Link href={`${path}?${view.query}`}>{view.name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Details summary="Keep this list as a view">
        <ErrorSummary errors={errors} />
        {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void keep();
          }}
        >
          <TextInput
            id="view-name"
            label="Name of the view"
            hint="Only you see it. Do not use a person’s name."
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errorFor(errors, 'view-name')}
          />
          <Button look="secondary" small busy={busy}>
            Keep
          </Button>
        </form>
        {views.length === 0 ? null : (
          <ul className="nhsuk-list">
            {views.map((view) => (
              <li key={view.id}>
                {view.name}
                <div className="rtp-row-actions">
                  <Button type="button" look="secondary" small onClick={() => void giveName(view.id, view.version)}>
                    Give it the name above <span className="nhsuk-u-visually-hidden">: {view.name}</span>
                  </Button>
                  <Button
                    type="button"
                    look="secondary"
                    small
                    onClick={() => void drop(view.id, view.version, view.name)}
                  >
                    Delete <span className="nhsuk-u-visually-hidden">{view.name}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Details>
      <p role="status">{said}</p>
    </>
  );
}
