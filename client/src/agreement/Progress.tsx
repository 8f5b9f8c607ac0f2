import { graphql } from '../generated/gql.ts';
import type { SelfAssessmentFieldsFragment } from '../generated/graphql.ts';
import { Tag } from '../ui/Callouts.tsx';
import { Figures } from '../ui/Card.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { changes, levels, shortConfidences } from './words.ts';

/** The whole self-assessment. @fragment */
export const SelfAssessmentFields = graphql(`
  fragment SelfAssessmentFields on SelfAssessment {
    standards {
      number
      label
      version
      before
      beforeOn
      after
      afterOn
      goal
      evidence
      change
      gap {
        reason
        explanation
      }
    }
    gaps {
      number
    }
    answeredBefore
    answeredAfter
    rose
    same
    fell
    levels {
      confidence
      before
      after
    }
    isAfterOpen
    source {
      key
      title
      url
      readOn
    }
  }
`);

type Standard = SelfAssessmentFieldsFragment['standards'][number];

/** A level as a bar of four parts; the words beside it say the same. */
const Level = ({ of }: { of: Standard['before'] }) =>
  of === null ? (
    <>Not said</>
  ) : (
    <>
      <span className="rtp-level" aria-hidden="true">
        {[1, 2, 3, 4].map((part) => (
          <span key={part} className={`rtp-level__part${part <= levels[of] ? ' rtp-level__part--full' : ''}`} />
        ))}
      </span>
      {shortConfidences[of]}
    </>
  );

/** How far somebody has come, in three figures; nothing before there is a second answer. */
export const HowFar = ({
  assessment: { answeredAfter, rose, same, fell },
}: {
  assessment: SelfAssessmentFieldsFragment;
}) =>
  answeredAfter === 0 ? null : (
    <Figures
      figures={[
        { value: String(rose), label: rose === 1 ? 'standard with more confidence' : 'standards with more confidence' },
        { value: String(same), label: 'the same' },
        { value: String(fell), label: 'with less' },
      ]}
    />
  );

/** Every standard, at the start and now. */
export const ConfidenceTable = ({ assessment }: { assessment: SelfAssessmentFieldsFragment }) => (
  <DataTable
    caption="Confidence by standard, as the person feels it"
    columns={[
      { heading: 'Standard', cell: ({ number, label }) => `${number}. ${label}` },
      { heading: 'At the start', cell: ({ before }) => <Level of={before} /> },
      { heading: 'Now', cell: ({ after }) => <Level of={after} /> },
      {
        heading: 'Change',
        cell: ({ change }) =>
          change === null ? (
            'Not known yet'
          ) : change === 'FELL' ? (
            <Tag colour="orange">{changes[change]}</Tag>
          ) : (
            changes[change]
          ),
      },
      {
        heading: 'Goal',
        cell: ({ goal, evidence }) => (
          <>
            {goal ?? 'None'}
            {evidence === null ? null : <Secondary>To show it: {evidence}</Secondary>}
          </>
        ),
      },
    ]}
    rows={assessment.standards}
    rowKey={({ number }) => String(number)}
  />
);

/** That nothing here is a mark. */
export const NoMark = () => (
  <p>
    This is what a person feels, and no mark. Nobody here certifies competence for HCPC: HCPC alone decides who is
    readmitted.
  </p>
);
