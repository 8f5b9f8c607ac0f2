import { Copyable } from '../developers/Copyable.tsx';
import { documented } from '../developers/documented.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/Page.tsx';

/** Every documented query, to be copied. */
export const DocumentedQueriesPage = () => (
  <Page title="Queries to copy" backHref={paths.developers}>
    <p>
      The commands take the key from the variable <code>KEY</code>. What is public, such as professions, is answered
      without one.
    </p>
    {documented.map(({ name, says, text }) => (
      <section key={name}>
        <h2 className="nhsuk-heading-s">{says}</h2>
        <Copyable name={name} query={text} />
      </section>
    ))}
  </Page>
);
