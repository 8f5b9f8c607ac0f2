import { graphql } from '../generated/gql.ts';
import type { CitedRuleFieldsFragment, SourceFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed } from '../ui/Callouts.tsx';

/** A public page as it is named beside what rests on it. @fragment */
export const SourceFields = graphql(`
  fragment SourceFields on Source {
    key
    title
    publisher
    url
    readOn
  }
`);

/** A rule with its sources. @fragment */
export const CitedRuleFields = graphql(`
  fragment CitedRuleFields on CitedRule {
    key
    title
    explanation
    assumed
    inForceFrom
    sources {
      ...SourceFields
    }
  }
`);

/** The pages that something rests on, each with a link and the day it was read; closed until somebody asks. */
export const Sources = ({ sources }: { sources: readonly SourceFieldsFragment[] }) =>
  sources.length === 0 ? null : (
    <details className="rtp-sources">
      <summary>
        {sources.length === 1 ? 'Source' : 'Sources'}:{' '}
        {[...new Set(sources.map(({ publisher }) => publisher))].join(', ')}
      </summary>
      <ul>
        {sources.map(({ key, url, publisher, title, readOn }) => (
          <li key={key}>
            <a href={url}>
              {publisher}, {title}
            </a>{' '}
            (read on {sayDate(readOn)})
          </li>
        ))}
      </ul>
    </details>
  );

/** Rules that took part in an answer. "Assumed" marks our own reading. */
export const Rules = ({ rules }: { rules: readonly CitedRuleFieldsFragment[] }) => (
  <ul className="rtp-rules">
    {rules.map(({ key, title, explanation, assumed, inForceFrom, sources }) => (
      <li key={key}>
        <h3 className="nhsuk-heading-s">
          {title} {assumed ? <Assumed /> : null}
        </h3>
        <p>{explanation}</p>
        {inForceFrom === null ? null : <p className="rtp-source">In force since {sayDate(inForceFrom)}.</p>}
        <Sources sources={sources} />
      </li>
    ))}
  </ul>
);
