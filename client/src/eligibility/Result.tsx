import { graphql } from '../generated/gql.ts';
import type { EligibilityOutcomeFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Inset, Tag, Warning } from '../ui/Callouts.tsx';
import { Figures } from '../ui/Card.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDayCount, sayHours } from '../ui/duration.ts';
import { Expander } from '../ui/Expander.tsx';
import { Link } from '../ui/Link.tsx';
import { sayMoney } from '../ui/money.ts';
import { questionAddress } from './answers.ts';
import { Rules, Sources } from '../cited/Cited.tsx';

/** The whole answer. @fragment */
export const EligibilityOutcomeFields = graphql(`
  fragment EligibilityOutcomeFields on EligibilityOutcome {
    verdict
    headline
    summary
    fieldOfPractice
    route
    requirement {
      days
      minutes
      privateDaysAtMost
    }
    possibilities {
      when
      route
      planOnThis
      requirement {
        days
        minutes
      }
    }
    datesNeeded {
      field
      question
      explanation
    }
    window {
      months
      opensOn
      closesOn
      explanation
    }
    threshold {
      on
      explanation
    }
    renewal {
      opensOn
      closesOn
      isOpen
    }
    fees {
      lines {
        label
        pence
      }
      totalPence
      inForceFrom
      explanation
      sources {
        ...SourceFields
      }
    }
    moneyHelp {
      title
      explanation
      upToPence
      asOf
      mayBeOutOfDate
      sources {
        ...SourceFields
      }
    }
    whatCounts {
      kind
      title
      explanation
      examples
      sources {
        ...SourceFields
      }
    }
    nextActions {
      title
      explanation
      link {
        ...SourceFields
      }
    }
    rules {
      ...CitedRuleFields
    }
    wouldChange {
      change
      effect
    }
    myths {
      claim
      truth
      sources {
        ...SourceFields
      }
    }
    programme {
      verdict
      explanation
      rules {
        ...CitedRuleFields
      }
    }
  }
`);

type Outcome = EligibilityOutcomeFieldsFragment;

/** The answer and its key figures, above everything else. */
export const Answer = ({ outcome }: { outcome: Outcome }) => (
  <>
    <VerdictNote outcome={outcome} />
    <p className="nhsuk-lede-text">{outcome.summary}</p>
    <Figures figures={figuresOf(outcome)} />
  </>
);

function figuresOf({ requirement, fees }: Outcome): { value: string; label: string }[] {
  const figures: { value: string; label: string }[] = [];
  if (requirement !== null && requirement.days === 0) figures.push({ value: 'None', label: 'updating needed' });
  if (requirement !== null && requirement.days > 0) {
    figures.push(
      { value: sayDayCount(requirement.days), label: `of updating, which is ${sayHours(requirement.minutes)}` },
      { value: sayDayCount(requirement.privateDaysAtMost), label: 'at most may be private study' },
    );
  }
  if (fees !== null) figures.push({ value: sayMoney(fees.totalPence), label: 'to pay to HCPC in all' });
  return figures;
}

const verdictNotes = {
  DECIDED: undefined,
  ASK_HCPC: {
    heading: 'Ask HCPC before you plan',
    text: 'The published rules do not give one clear answer for you. Only HCPC can. We show what is possible and what to plan on until then.',
  },
  BETTER_DATE_NEEDED: {
    heading: 'A better date gives you one answer',
    text: 'The answer depends on a date that you gave roughly. We show both answers and which date we need.',
  },
  COORDINATOR_DECIDES: {
    heading: 'A person decides about the national programme',
    text: 'What HCPC asks of you is clear. Whether the national programme can help you is for a coordinator to decide.',
  },
} as const satisfies Record<Outcome['verdict'], { heading: string; text: string } | undefined>;

const VerdictNote = ({ outcome: { verdict } }: { outcome: Outcome }) => {
  const note = verdictNotes[verdict];
  return note === undefined ? null : (
    <Warning heading={note.heading}>
      <p>{note.text}</p>
    </Warning>
  );
};

/** Where there is more than one answer: which, when, and what would settle it. */
export const Possibilities = ({ outcome: { possibilities, datesNeeded } }: { outcome: Outcome }) =>
  possibilities.length < 2 && datesNeeded.length === 0 ? null : (
    <section aria-labelledby="possible">
      <h2 id="possible">The answers that are possible</h2>
      {possibilities.length < 2 ? null : (
        <DataTable
          caption="Possible answers"
          hideCaption
          columns={[
            { heading: 'When', cell: ({ when }) => when },
            {
              heading: 'Updating',
              cell: ({ requirement }) =>
                requirement.days === 0 ? 'None' : `${sayDayCount(requirement.days)} (${sayHours(requirement.minutes)})`,
            },
            { heading: 'Plan on this', cell: ({ planOnThis }) => (planOnThis ? <Tag colour="blue">Yes</Tag> : 'No') },
          ]}
          rows={possibilities}
          rowKey={({ when }) => when}
        />
      )}
      {datesNeeded.map(({ field, question, explanation }) => (
        <Inset key={field}>
          <p>{explanation}</p>
          <p>
            <Link href={questionAddress(question)}>Give a better date</Link>
          </p>
        </Inset>
      ))}
    </section>
  );

/** When the updating must be done, and when time alone changes the answer. */
export const When = ({ outcome: { window, threshold, renewal } }: { outcome: Outcome }) =>
  window === null && threshold === null && renewal === null ? null : (
    <section aria-labelledby="when">
      <h2 id="when">When it must be done</h2>
      {window === null ? null : <p>{window.explanation}</p>}
      {renewal === null ? null : (
        <p>
          Your profession renews from {sayDate(renewal.opensOn)} to {sayDate(renewal.closesOn)}
          {renewal.isOpen ? '. That is open now' : ''}.
        </p>
      )}
      {threshold === null ? null : (
        <Inset>
          <p>{threshold.explanation}</p>
        </Inset>
      )}
    </section>
  );

/** The three kinds of updating, with examples. */
export const WhatCounts = ({ outcome: { whatCounts } }: { outcome: Outcome }) =>
  whatCounts.length === 0 ? null : (
    <Expander heading="What counts as updating">
      <p>Mix them as you like. You do not need all three.</p>
      {whatCounts.map(({ kind, title, explanation, examples, sources }) => (
        <div key={kind}>
          <h3>{title}</h3>
          <p>{explanation}</p>
          <ul>
            {examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
          <Sources sources={sources} />
        </div>
      ))}
    </Expander>
  );

/** Fees and help with money. */
export const Money = ({ outcome: { fees, moneyHelp } }: { outcome: Outcome }) => (
  <section aria-labelledby="money">
    <h2 id="money">Money</h2>
    <h3>What you pay</h3>
    {fees === null ? (
      <p>There is no fee that we can name for you.</p>
    ) : (
      <>
        <DataTable
          caption={`HCPC fees since ${sayDate(fees.inForceFrom)}`}
          columns={[
            { heading: 'Fee', cell: ({ label }) => label },
            { heading: 'Amount', cell: ({ pence }) => sayMoney(pence), numeric: true },
          ]}
          rows={[...fees.lines, { label: 'In all', pence: fees.totalPence }]}
          rowKey={({ label }) => label}
        />
        <p>{fees.explanation}</p>
        <Sources sources={fees.sources} />
      </>
    )}
    {moneyHelp.length === 0 ? null : (
      <>
        <h3>Help with money</h3>
        <ul className="rtp-rules">
          {moneyHelp.map(({ title, explanation, upToPence, asOf, mayBeOutOfDate, sources }) => (
            <li key={title}>
              <h4 className="nhsuk-heading-s">
                {title}
                {upToPence === null ? '' : `, up to ${sayMoney(upToPence)}`}{' '}
                {mayBeOutOfDate ? <Tag colour="grey">May be out of date</Tag> : null}
              </h4>
              <p>
                {explanation} <span className="rtp-source">As of {asOf}.</span>
              </p>
              <Sources sources={sources} />
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

/** What to do now, in order. */
export const NextActions = ({ outcome: { nextActions } }: { outcome: Outcome }) =>
  nextActions.length === 0 ? null : (
    <section aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      <ol className="rtp-next">
        {nextActions.map(({ title, explanation, link }) => (
          <li key={title}>
            <h3 className="nhsuk-heading-s">{title}</h3>
            <p>
              {explanation}
              {link === null ? null : (
                <>
                  {' '}
                  <a href={link.url}>
                    {link.publisher}: {link.title}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );

const programmeVerdicts = {
  ELIGIBLE: 'Yes, by the published conditions',
  NOT_ELIGIBLE: 'No, by the published conditions',
  COORDINATOR_DECIDES: 'A coordinator decides',
  NOT_NEEDED: 'Not needed',
} as const satisfies Record<Outcome['programme']['verdict'], string>;

/** The national programme, apart from HCPC's rules. */
export const Programme = ({ outcome: { programme } }: { outcome: Outcome }) => (
  <Expander heading={`The national programme: ${programmeVerdicts[programme.verdict].toLowerCase()}`}>
    <p>
      <strong>Can it help you? {programmeVerdicts[programme.verdict]}.</strong> {programme.explanation}
    </p>
    {programme.rules.length === 0 ? null : <Rules rules={programme.rules} />}
  </Expander>
);

/** What would lead to another answer. */
export const WouldChange = ({ outcome: { wouldChange } }: { outcome: Outcome }) =>
  wouldChange.length === 0 ? null : (
    <section aria-labelledby="would-change">
      <h2 id="would-change">What would change the answer</h2>
      <dl className="rtp-pairs">
        {wouldChange.map(({ change, effect }) => (
          <div key={change}>
            <dt>{change}</dt>
            <dd>{effect}</dd>
          </div>
        ))}
      </dl>
    </section>
  );

/** Things often said that are not so. */
export const Myths = ({ outcome: { myths } }: { outcome: Outcome }) =>
  myths.length === 0 ? null : (
    <Expander heading="What you may have heard">
      <ul className="rtp-rules">
        {myths.map(({ claim, truth, sources }) => (
          <li key={claim}>
            <h3 className="nhsuk-heading-s">“{claim}”</h3>
            <p>{truth}</p>
            <Sources sources={sources} />
          </li>
        ))}
      </ul>
    </Expander>
  );

/** Every rule that took part. */
export const Why = ({ outcome: { rules } }: { outcome: Outcome }) => (
  <Expander heading="Why this is the answer: every rule with its source">
    <p>These rules took part. “Assumed” marks our own reading, where the pages are silent or differ.</p>
    <Rules rules={rules} />
  </Expander>
);
