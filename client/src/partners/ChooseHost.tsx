import { useState } from 'react';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { newPartnerClientPath } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { TextInput } from '../ui/TextInput.tsx';

const HostsToChoose = graphql(`
  query HostsToChoose($filter: HostFilter) {
    hosts(filter: $filter, orderBy: NAME, first: 20) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Finds the organisation whose program is to be let in, for those who run the service. */
export function ChooseHost() {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [wasSent, setSent] = useState(false);
  const isShort = typed.trim().length < 3;
  return (
    <>
      <form
        role="search"
        aria-label="Find an organisation"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (!isShort) setAsked(typed.trim());
        }}
      >
        <TextInput
          id="host"
          label="Let a program of this organisation in"
          hint="Part of the name of the organisation"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={wasSent && isShort ? 'Enter at least 3 letters of the name' : undefined}
        />
        <Button look="secondary" small>
          Find
        </Button>
      </form>
      {asked === '' ? null : <Found key={asked} name={asked} />}
    </>
  );
}

function Found({ name }: { name: string }) {
  const { data, instead } = useAnswer(HostsToChoose, { filter: { nameContains: name } }, 'the organisations');
  if (data === undefined) return instead;
  const { nodes, pageInfo } = data.hosts;
  return (
    <div role="status">
      {nodes.length === 0 ? <p>No organisation has this in its name.</p> : null}
      <ul className="nhsuk-list">
        {nodes.map((host) => (
          <li key={host.id}>
            <Link href={newPartnerClientPath(host.id)}>Let a program of {host.name} in</Link>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage ? <p>There are more than 20. Enter more of the name.</p> : null}
    </div>
  );
}
