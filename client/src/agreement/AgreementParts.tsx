import { graphql } from '../generated/gql.ts';
import type { AgreementFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Details } from '../ui/Callouts.tsx';
import { sayInstant } from '../ui/instant.ts';
import { SummaryList } from '../ui/SummaryList.tsx';
import { sayMeetings, sayPlanned, sayStep } from './words.ts';

/** A learning agreement as it is read. @fragment */
export const AgreementFields = graphql(`
  fragment AgreementFields on LearningAgreement {
    id
    version
    state
    edition
    startedOn
    changedOn
    placementDays
    requiredDays
    plan {
      supervisedDays
      formalDays
      privateDays
      meetEveryWeeks
    }
    goals {
      number
      label
      goal
      how
      evidence
      by
    }
    requirements {
      key
      layer
      title
      explanation
      isMet
      isAssumed
      sources {
        key
        title
        url
      }
    }
    statement {
      version
      sentences
    }
    history {
      kind
      edition
      at
      party
      byName
      comment
    }
    linkSentOn
    agreed {
      edition
      agreedAt
      agreedBy
      isProvisional
    }
    viewerActions
  }
`);

type Agreement = AgreementFieldsFragment;

/** The numbers of a plan, with a way to change them where there is one. */
export const PlanNumbers = ({
  agreement: { plan, placementDays, requiredDays },
  changeHref,
}: {
  agreement: Pick<Agreement, 'plan' | 'placementDays' | 'requiredDays'>;
  changeHref?: string | undefined;
}) => (
  <SummaryList
    rows={[
      {
        key: 'Supervised practice',
        value: `${sayPlanned(plan.supervisedDays)}. This placement has ${sayPlanned(placementDays)}.`,
        action:
          changeHref === undefined
            ? undefined
            : { href: changeHref, text: 'Change', hidden: 'the numbers of the plan' },
      },
      { key: 'Formal study', value: sayPlanned(plan.formalDays) },
      { key: 'Private study', value: sayPlanned(plan.privateDays) },
      ...(requiredDays === null || requiredDays === 0
        ? []
        : [{ key: 'Needed by HCPC', value: sayPlanned(requiredDays) }]),
      { key: 'Meetings over the plan', value: sayMeetings(plan.meetEveryWeeks) },
    ]}
  />
);

/** The goals, each with how, what would show it and by when. */
export const Goals = ({ goals }: { goals: Agreement['goals'] }) =>
  goals.length === 0 ? (
    <p>There is no goal yet.</p>
  ) : (
    goals.map(({ number, label, goal, how, evidence, by }) => (
      <section key={number} aria-labelledby={`goal-${number}`}>
        <h3 id={`goal-${number}`} className="nhsuk-heading-s">
          {number}. {label}
        </h3>
        <SummaryList
          rows={[
            { key: 'Goal', value: goal ?? 'Not written yet' },
            { key: 'How', value: how ?? 'Not written yet' },
            ...(evidence === null ? [] : [{ key: 'What would show it', value: evidence }]),
            { key: 'By', value: by === null ? 'Not said yet' : sayDate(by) },
          ]}
        />
      </section>
    ))
  );

/** Who agreed to what and when, the newest first. */
export const AgreementHistory = ({ history }: { history: Agreement['history'] }) =>
  history.length === 0 ? null : (
    <Details summary="Who agreed to what, and when">
      <ol className="nhsuk-list" reversed>
        {history.map((step) => (
          <li key={`${step.at}${step.kind}`}>
            <strong>{sayInstant(step.at)}</strong> (version {step.edition}): {sayStep(step)}.
            {step.comment === null ? null : <> “{step.comment}”</>}
          </li>
        ))}
      </ol>
    </Details>
  );
