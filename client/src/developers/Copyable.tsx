import { useState, type ReactNode } from 'react';
import { asCurl, asTypeScript } from '../../../schema/copyable.ts';
import { Button } from '../ui/Button.tsx';

/** Words for a machine, with a button that copies them. */
export function Code({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('Your browser does not allow copying: select the text instead.'),
    );
  return (
    <div className="rtp-code">
      <pre>
        <code>{text}</code>
      </pre>
      <Button type="button" look="secondary" small onClick={() => void copy()}>
        Copy <span className="nhsuk-u-visually-hidden">{label}</span>
      </Button>{' '}
      <span role="status">{said}</span>
    </div>
  );
}

const Closed = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="nhsuk-details">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div className="nhsuk-details__text">{children}</div>
  </details>
);

interface CopyableProps {
  name: string;
  query: string;
  variables?: Readonly<Record<string, unknown>>;
}

/** A query as it is, as a command for a shell, and as TypeScript. */
export const Copyable = ({ name, query, variables = {} }: CopyableProps) => {
  const { origin } = window.location;
  return (
    <>
      <Code text={query} label={`the query ${name}`} />
      <Closed summary="As curl">
        <Code text={asCurl(origin, { query, variables })} label={`${name} as curl`} />
      </Closed>
      <Closed summary="As TypeScript">
        <Code text={asTypeScript(origin, { query, variables })} label={`${name} as TypeScript`} />
      </Closed>
    </>
  );
};
