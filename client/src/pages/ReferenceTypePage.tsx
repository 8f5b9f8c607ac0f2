import { useParams } from 'react-router';
import { isReferenceType, useReference, type ReferenceType } from '../developers/useReference.tsx';
import { paths, referenceTypePath } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const builtIn = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);
const TypeLink = ({ type, typeName }: { type: string; typeName: string }) =>
  builtIn.has(typeName) ? (
    <code>{type}</code>
  ) : (
    <Link href={referenceTypePath(typeName)}>
      <code>{type}</code>
    </Link>
  );

const openWords = (openTo: string): string => {
  if (openTo === 'ANY') return 'any program';
  return openTo === 'NEVER' ? 'people alone, no program' : `programs with the scope ${openTo}`;
};

type Input = ReferenceType['inputs'][number];
const InputList = ({ inputs }: { inputs: readonly Input[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {inputs.map(({ name, type, typeName, description, defaultValue, deprecation }) => (
      <li key={name}>
        <code>{name}</code>: <TypeLink type={type} typeName={typeName} />
        {defaultValue === null ? null : (
          <>
            {' '}
            = <code>{defaultValue}</code>
          </>
        )}
        <br />
        {deprecation === null ? null : <strong>Going away. {deprecation} </strong>}
        {description}
      </li>
    ))}
  </ul>
);

/** One type of the API: its fields with arguments, prices and scopes, its values, and where it is used. */
export function ReferenceTypePage() {
  const { type: name = '' } = useParams();
  const path = `/reference/types/${encodeURIComponent(name)}.json`;
  const { data, instead, isMissing } = useReference(path, isReferenceType);
  if (isMissing) return <NotFoundPage />;
  return (
    <Page title={name} caption="Reference" width="wide" backHref={paths.reference}>
      {data === undefined ? (
        instead
      ) : (
        <div className="nhsuk-u-reading-width">
          <p>
            {data.description} ({data.kind})
          </p>
          {data.fields.map((field) => (
            <section key={field.name} id={field.name}>
              <h2 className="nhsuk-heading-s">{field.name}</h2>
              <p>
                <TypeLink type={field.type} typeName={field.typeName} />
                <br />
                {field.deprecation === null ? null : <strong>Going away. {field.deprecation} </strong>}
                {field.description}
                <span className="rtp-secondary">
                  Price: {field.price ?? 'free'}. Open to {openWords(field.openTo)}.
                </span>
              </p>
              {field.arguments.length === 0 ? null : <InputList inputs={field.arguments} />}
            </section>
          ))}
          {data.inputs.length === 0 ? null : <InputList inputs={data.inputs} />}
          {data.values.length === 0 ? null : (
            <ul className="nhsuk-list nhsuk-list--bullet">
              {data.values.map((value) => (
                <li key={value.name}>
                  <code>{value.name}</code>: {value.deprecation === null ? null : <strong>{value.deprecation} </strong>}
                  {value.description}
                </li>
              ))}
            </ul>
          )}
          <Names heading="Can be" names={data.members} />
          <Names heading="Used by" names={data.usedBy} />
        </div>
      )}
    </Page>
  );
}

const Names = ({ heading, names }: { heading: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <>
      <h2>{heading}</h2>
      <ul className="nhsuk-list rtp-columns">
        {names.map((name) => (
          <li key={name}>
            <Link href={referenceTypePath(name.split('.')[0] ?? name)}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
