import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const Universities = graphql(`
  query Universities {
    viewer {
      returner {
        id
        universitySharing {
          wordingVersion
          text
          following {
            hostId
            name
            givenAt
          }
        }
      }
    }
    hosts(first: 100, filter: { kind: UNIVERSITY }) {
      nodes {
        id
        name
      }
    }
  }
`);
const LetUniversityFollow = graphql(`
  mutation LetUniversityFollow($input: LetUniversityFollowInput!) {
    letUniversityFollow(input: $input) {
      ... on UniversityFollows {
        returner {
          id
          universitySharing {
            following {
              hostId
              name
              givenAt
            }
          }
        }
      }
      ... on LetUniversityFollowRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const StopUniversityFollowing = graphql(`
  mutation StopUniversityFollowing($input: StopUniversityFollowingInput!) {
    stopUniversityFollowing(input: $input) {
      ... on UniversityStopped {
        returner {
          id
          universitySharing {
            following {
              hostId
              name
              givenAt
            }
          }
        }
      }
      ... on StopUniversityFollowingRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Universities that follow your placements';

/** Lets universities follow one's placements, each in the exact words that it is about, and stops them at once. */
export function UniversitiesPage() {
  const { data, instead, retry } = useAnswer(Universities, {}, 'the universities');
  const [chosen, setChosen] = useState('');
  const { submit, busy, errors, problem } = useSending();
  const letFollow = useCommand(LetUniversityFollow);
  const stop = useCommand(StopUniversityFollowing);
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  const sharing = returner?.universitySharing ?? null;
  if (returner === null || sharing === null)
    return (
      <Page title={title} backHref={paths.pathway}>
        <p>This page is for people on their way back.</p>
      </Page>
    );
  const following = new Set(sharing.following.map(({ hostId }) => hostId));
  const others = data.hosts.nodes.filter(({ id }) => !following.has(id));
  const agree = () =>
    submit(chosen === '' ? [{ field: 'university', message: 'Choose a university.' }] : [], async () => {
      const input = { returnerId: returner.id, hostId: chosen, wordingVersion: sharing.wordingVersion };
      const outcome = await letFollow.run(input);
      if ('problem' in outcome) return outcome;
      const { letUniversityFollow: answer } = outcome.data;
      if (answer.__typename === 'LetUniversityFollowRefused')
        return { errors: errorsFrom(answer.refusals, () => 'university') };
      setChosen('');
      retry();
      return { done: true };
    });
  const end = (hostId: string) =>
    submit([], async () => {
      const outcome = await stop.run({ returnerId: returner.id, hostId });
      if ('problem' in outcome) return outcome;
      const { stopUniversityFollowing: answer } = outcome.data;
      if (answer.__typename === 'StopUniversityFollowingRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      retry();
      return { done: true };
    });
  return (
    <Page
      title={title}
      backHref={paths.profile}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <p>
        If a university supports your return, you can let it see your placement. It is your choice, and changes nothing
        about your rights with HCPC.
      </p>
      {sharing.following.length === 0 ? (
        <p>No university follows your placements.</p>
      ) : (
        <ul className="nhsuk-list">
          {sharing.following.map(({ hostId, name, givenAt }) => (
            <li key={hostId}>
              <p className="nhsuk-u-margin-bottom-2">
                <strong>{name}</strong>, since {sayInstant(givenAt)}
              </p>
              <Button type="button" look="secondary" busy={busy} onClick={() => void end(hostId)}>
                Stop <span className="nhsuk-u-visually-hidden">{name} following</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <h2>Let a university follow</h2>
      {others.length === 0 ? (
        <p>There is no other university here yet. Ask yours to join.</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void agree();
          }}
        >
          <p className="rtp-wording">“{sharing.text}”</p>
          <Select
            id="university"
            label="University"
            options={[
              { value: '', label: 'Choose a university' },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            error={errorFor(errors, 'university')}
          />
          <Button busy={busy}>I agree</Button>
        </form>
      )}
    </Page>
  );
}
