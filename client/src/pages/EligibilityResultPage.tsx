import { useNavigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { forgetAnswers, nextAddress, readAnswers } from '../eligibility/answers.ts';
import {
  Answer,
  Money,
  Myths,
  NextActions,
  Possibilities,
  Programme,
  WhatCounts,
  When,
  Why,
  WouldChange,
} from '../eligibility/Result.tsx';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { OnTheWay } from './OnTheWay.tsx';

const EligibilityResult = graphql(`
  query EligibilityResult($answers: EligibilityAnswersInput!) {
    eligibility(answers: $answers) {
      ... on EligibilityQuestionDue {
        question {
          key
        }
      }
      ... on EligibilityContradicted {
        refusals {
          path
        }
        steps {
          question {
            key
            parts {
              field
            }
          }
        }
      }
      ... on EligibilityOutcome {
        ...EligibilityOutcomeFields
      }
    }
  }
`);

/** The result of the eligibility check: the answer first, then everything it rests on. */
export function EligibilityResultPage() {
  const { data, instead } = useAnswer(EligibilityResult, { answers: readAnswers() }, 'your result', 'cache-first');
  const navigate = useNavigate();
  if (data === undefined) return <Page title="Your result">{instead}</Page>;
  const { eligibility: outcome } = data;
  if (outcome.__typename !== 'EligibilityOutcome') return <OnTheWay to={nextAddress(outcome)} />;
  const days = outcome.requirement?.days ?? 0;
  return (
    <Page
      title={outcome.headline}
      browserTitle="Your result"
      caption={`Returning to ${outcome.fieldOfPractice}`}
      backHref={paths.eligibilityAnswers}
    >
      <Answer outcome={outcome} />
      <KeepResult />
      <div className="rtp-actions">
        {days > 0 ? <ButtonLink href={`${paths.forecast}?days=${days}`}>See when you could be back</ButtonLink> : null}
        <Button type="button" look="secondary" onClick={() => print()}>
          Print this result
        </Button>
      </div>
      <Possibilities outcome={outcome} />
      <NextActions outcome={outcome} />
      <When outcome={outcome} />
      <WhatCounts outcome={outcome} />
      <Money outcome={outcome} />
      <Programme outcome={outcome} />
      <WouldChange outcome={outcome} />
      <Myths outcome={outcome} />
      <Why outcome={outcome} />
      <div className="rtp-actions">
        <Link href={paths.eligibilityAnswers}>Change your answers</Link>
        <Button
          type="button"
          look="secondary"
          small
          onClick={() => {
            forgetAnswers();
            void navigate(paths.eligibility);
          }}
        >
          Start again
        </Button>
      </div>
    </Page>
  );
}

/** How to go on from the result: with an account the answers become a pathway, and nothing is asked again. */
function KeepResult() {
  const viewer = useViewer();
  if (viewer === undefined || (viewer.isSignedIn && viewer.role !== 'RETURNER')) return null;
  return (
    <div className="rtp-actions">
      {viewer.isSignedIn ? (
        <ButtonLink href={paths.savedAnswers}>Use these answers for your pathway</ButtonLink>
      ) : (
        <>
          <ButtonLink href={paths.createAccount}>Keep this: create an account</ButtonLink>
          <Link href={`${paths.signIn}?next=${paths.savedAnswers}`}>Sign in, if you have one</Link>
        </>
      )}
    </div>
  );
}
