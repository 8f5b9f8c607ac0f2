import { useParams } from 'react-router';
import { Copyable } from '../developers/Copyable.tsx';
import { recipes, textOf } from '../developers/documented.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** How to do one task with the API, step by step. */
export function RecipePage() {
  const { recipe: name } = useParams();
  const recipe = recipes.find(([one]) => one === name)?.[1];
  if (recipe === undefined) return <NotFoundPage />;
  return (
    <Page title={recipe.title} caption="Recipe" backHref={paths.developers}>
      <p>For: {recipe.who}.</p>
      <p>Scopes that the key needs: {recipe.scopes.join(', ')}.</p>
      {recipe.steps.map(({ say, document, variables }, index) => (
        <section key={say}>
          <h2>Step {index + 1}</h2>
          <p>{say}</p>
          <Copyable
            name={`of step ${index + 1}`}
            query={textOf(document)}
            {...(variables === undefined ? {} : { variables })}
          />
        </section>
      ))}
      <p>
        A value that begins with a dollar sign comes from an answer before: <code>$after</code> is the last cursor, and{' '}
        <code>$id</code> an id that you were given.
      </p>
    </Page>
  );
}
