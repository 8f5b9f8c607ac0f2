import { useLocation } from 'react-router';
import { SureDownload } from '../access/SureDownload.tsx';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { MyDataQuery } from '../generated/graphql.ts';
import { MyData } from '../my-data/my-data.ts';
import { asideReasons } from '../my-data/words.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice, Warning } from '../ui/Callouts.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { ProblemMessage } from '../ui/States.tsx';
import { SummaryList, type SummaryRow } from '../ui/SummaryList.tsx';
import { useSending } from '../ui/useSending.ts';

const ComeBack = graphql(`
  mutation ComeBack($input: OwnPathwayInput!) {
    comeBack(input: $input) {
      ... on CameBack {
        returner {
          id
          standingAside {
            kind
          }
        }
      }
      ... on ComeBackRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const TakeBackErasure = graphql(`
  mutation TakeBackErasure($input: TakeBackErasureInput!) {
    takeBackErasure(input: $input) {
      ... on ErasureTakenBack {
        viewer {
          erasure {
            dueOn
          }
        }
      }
      ... on TakeBackErasureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Viewer = MyDataQuery['viewer'];
type Aside = NonNullable<NonNullable<Viewer['returner']>['standingAside']>;

const title = 'Your data';

/** What is changed on which page. */
const corrections = (viewer: Viewer): SummaryRow[] => [
  { key: 'Name of your account', value: viewer.displayName, action: { href: paths.changeName, text: 'Change' } },
  { key: 'E-mail address', value: viewer.account?.email, action: { href: paths.changeEmail, text: 'Change' } },
  ...(viewer.returner === null
    ? []
    : [
        {
          key: 'Profile',
          value: 'What we call you, HCPC number, home, where you practised, what you agree to',
          action: { href: paths.profile, text: 'Change' },
        },
        {
          key: 'Answers',
          value: 'Profession, the Register, when you last practised',
          action: { href: paths.savedAnswers, text: 'Change' },
        },
        {
          key: 'Log',
          value: 'Days that nobody has signed. For a signed day ask the supervisor to take the signature back.',
          action: { href: paths.log, text: 'Change' },
        },
        { key: 'Evidence', value: 'Files, and what they are for', action: { href: paths.evidence, text: 'Change' } },
      ]),
];

/** Everything about oneself as a whole: take it along, put it right, pause, leave, be erased. */
export function MyDataPage() {
  const { data, instead, retry } = useAnswer(MyData, {}, 'your data');
  const said = readSaid(useLocation().state);
  const { submit, busy, errors, problem } = useSending();
  const comeBack = useCommand(ComeBack);
  const takeBack = useCommand(TakeBackErasure);
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { viewer } = data;
  const { returner, erasure } = viewer;
  const goOn = () =>
    submit([], async () => {
      const outcome = await comeBack.run({ returnerId: returner?.id ?? '' });
      if ('problem' in outcome) return outcome;
      const { comeBack: answer } = outcome.data;
      if (answer.__typename === 'ComeBackRefused') return { errors: errorsFrom(answer.refusals, () => undefined) };
      retry();
      return { done: true };
    });
  const keepMe = () =>
    submit([], async () => {
      const outcome = await takeBack.run({});
      if ('problem' in outcome) return outcome;
      const { takeBackErasure: answer } = outcome.data;
      if (answer.__typename === 'TakeBackErasureRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      retry();
      return { done: true };
    });
  return (
    <Page
      title={title}
      backHref={paths.account}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === undefined ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
        </>
      }
    >
      {erasure === null ? null : (
        <Warning heading={`You will be erased on ${sayDate(erasure.dueOn)}`}>
          <p>You asked for it. Until then everything works as before. Afterwards nobody can bring it back.</p>
          <Button type="button" busy={busy} onClick={() => void keepMe()}>
            Take it back
          </Button>
        </Warning>
      )}
      {returner?.standingAside ? (
        <Standing aside={returner.standingAside} busy={busy} onGoOn={() => void goOn()} />
      ) : null}
      <h2>Take it along</h2>
      <p>
        Download everything we hold about you as one ZIP file: a page to read, the same as JSON for programs, and your
        files. Download it before you ask to be erased.
      </p>
      <p>
        <SureDownload href="/downloads/my-data">Download all of it (ZIP)</SureDownload>
      </p>
      <h2>Put it right</h2>
      <SummaryList rows={corrections(viewer)} />
      {returner === null || returner.standingAside?.kind === 'WITHDRAWN' ? null : (
        <>
          <h2>Pause, or withdraw</h2>
          <p>
            A pause moves your forecast, and keeps your place where the site can keep it. If you withdraw, your place
            and your request go, your record stays, and you can come back at any time.
          </p>
          <div className="rtp-actions">
            {returner.standingAside ? null : (
              <ButtonLink href={paths.pause} look="secondary">
                Pause
              </ButtonLink>
            )}
            <ButtonLink href={paths.withdraw} look="secondary">
              Withdraw
            </ButtonLink>
          </div>
        </>
      )}
      {erasure === null ? (
        <>
          <h2>Be erased</h2>
          <p>We take out everything that tells who you are, after 14 days in which you can think again.</p>
          <div className="rtp-actions">
            <ButtonLink href={paths.erase} look="secondary">
              Ask to be erased
            </ButtonLink>
          </div>
        </>
      ) : null}
    </Page>
  );
}

const Standing = ({ aside, busy, onGoOn }: { aside: Aside; busy: boolean; onGoOn: () => void }) => (
  <Notice heading={aside.kind === 'PAUSED' ? 'A pause' : 'You have withdrawn'}>
    <p>
      {aside.kind === 'PAUSED'
        ? `You pause from ${sayDate(aside.from)} until ${sayDate(aside.until ?? aside.from)}. It ends by itself.`
        : `You withdrew on ${sayDate(aside.from)}. Your record is as it was, and days in your log go on dropping out of HCPC’s 12 months.`}
      {aside.reason === null ? '' : ` Your reason: ${asideReasons[aside.reason].toLowerCase()}. Only you see it.`}
    </p>
    <Button type="button" busy={busy} onClick={onGoOn}>
      {aside.kind === 'PAUSED' ? 'End the pause' : 'Come back'}
    </Button>
  </Notice>
);
