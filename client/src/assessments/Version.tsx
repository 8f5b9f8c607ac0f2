import type { VersionFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Details, Tag } from '../ui/Callouts.tsx';
import { sayInstant } from '../ui/instant.ts';
import { criterionOutcomes, outcomes } from './words.ts';

interface Standard {
  readonly number: number;
  readonly label: string;
}
interface VersionProps {
  readonly version: VersionFieldsFragment;
  readonly standards: readonly Standard[];
}

const colours = { SHOWN: 'green', PARTLY_SHOWN: 'yellow', NOT_YET_SHOWN: 'orange', NOT_SEEN: 'grey' } as const;

/** What was submitted: outcome, summary and every standard. */
export const Version = ({ version, standards }: VersionProps) => {
  const labelOf = new Map(standards.map(({ number, label }) => [number, label]));
  return (
    <>
      <p>
        <strong>{outcomes[version.outcome]}.</strong> Submitted on {sayInstant(version.submittedAt)} by{' '}
        {version.submittedBy}.
      </p>
      {version.reason === null ? null : <p>Why it was corrected: {version.reason}</p>}
      <p className="rtp-typed">{version.summary}</p>
      <h3 className="nhsuk-heading-s">Standard by standard</h3>
      <ul className="nhsuk-list">
        {version.criteria.map(({ standard, outcome, evidence, comment }) => (
          <li key={standard} className="nhsuk-u-margin-bottom-4">
            <strong>
              {standard}. {labelOf.get(standard) ?? 'Standard'}
            </strong>{' '}
            <Tag colour={colours[outcome]}>{criterionOutcomes[outcome]}</Tag>
            {evidence === '' ? null : <p className="rtp-typed nhsuk-u-margin-bottom-1">What showed it: {evidence}</p>}
            {comment === '' ? null : <p className="rtp-typed nhsuk-u-margin-bottom-1">Comment: {comment}</p>}
          </li>
        ))}
      </ul>
      <Details summary="What the assessor confirmed, and what not">
        <p className="rtp-typed">{version.agreedText}</p>
      </Details>
    </>
  );
};

/** The plan of a version, where nothing of it is ticked here. */
export const PlanRead = ({ version }: { readonly version: VersionFieldsFragment }) => (
  <ul>
    {version.actions.map(({ actionId, what, byOn, doneOn }) => (
      <li key={actionId ?? what}>
        {what} By {sayDate(byOn)}. {doneOn === null ? null : <Tag colour="green">Done on {sayDate(doneOn)}</Tag>}
      </li>
    ))}
  </ul>
);
