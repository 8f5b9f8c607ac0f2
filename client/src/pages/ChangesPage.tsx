import { isChangesFeed, useReference } from '../developers/useReference.tsx';
import { paths } from '../paths.ts';
import { Page } from '../ui/Page.tsx';
import { Empty } from '../ui/States.tsx';

/** What changed in the API, release by release. */
export function ChangesPage() {
  const { data, instead } = useReference('/reference/changes.json', isChangesFeed);
  return (
    <Page title="Changes of the API" backHref={paths.developers}>
      <p>
        Nothing that was released is taken away within six months of saying so. Whoever uses what will go away is told
        in <code>extensions.deprecations</code> of every answer. The changes are also an{' '}
        <a href="/reference/changes.atom">Atom feed</a> and a <a href="/reference/changes.json">JSON feed</a>.
      </p>
      {data === undefined ? instead : null}
      {data?.items.length === 0 ? (
        <Empty>
          <p>Nothing was released yet.</p>
        </Empty>
      ) : null}
      {data?.items.map(({ id, title, _groups }) => (
        <section key={id}>
          <h2>{title}</h2>
          {_groups.map(({ title: group, changes }) => (
            <section key={group}>
              <h3>{group}</h3>
              <ul className="nhsuk-list nhsuk-list--bullet">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </Page>
  );
}
