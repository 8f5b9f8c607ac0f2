import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { hatChoices, isHat, sayHat } from '../access/hats.ts';
import { AdministrationPage } from '../administration/AdministrationPage.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { accountChangePath, paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';

const Accounts = graphql(`
  query Accounts(
    $filter: AccountFilter
    $orderBy: AccountOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    accounts(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        displayName
        email
        createdAt
        suspendedAt
        viewerMaySuspend
        roles {
          role
          place
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const textIn = (state: unknown, key: string): string => {
  const text: unknown = Reflect.get(Object(state), key);
  return typeof text === 'string' ? text : '';
};

/** Every account, for administrators: who has which role, and who is suspended. */
export function AccountsPage() {
  const { filters, page, show, neighbours } = useListAddress('role', 'order');
  const { state } = useLocation();
  // A name that is searched for stays out of the address and of every log.
  const name = textIn(state, 'name');
  const said = textIn(state, 'said');
  const { data, instead } = useAnswer(
    Accounts,
    {
      ...page,
      orderBy: filters.order === 'NEWEST' ? 'NEWEST' : 'NAME',
      filter: {
        ...(isHat(filters.role) ? { role: filters.role } : {}),
        ...(name.length >= 3 ? { nameContains: name } : {}),
      },
    },
    'the accounts',
  );
  return (
    <AdministrationPage
      title="Accounts"
      here={paths.accounts}
      intro="Suspend an account to sign somebody out everywhere within a second, and keep them out until you restore it."
      beforeHeading={
        said === '' ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <NameSearch key={name} name={name} />
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.accounts}>
            {(field) => (
              <>
                <Select {...field('role')} label="Role" options={[{ value: '', label: 'All roles' }, ...hatChoices]} />
                <Select
                  {...field('order')}
                  label="Order"
                  options={[
                    { value: '', label: 'By name' },
                    { value: 'NEWEST', label: 'Newest first' },
                  ]}
                />
              </>
            )}
          </Filters>
          <p role="status">{sayCount(data.accounts.countUpTo1000, 'account', 'accounts')}</p>
          {data.accounts.nodes.length === 0 ? (
            <Empty>
              <p>
                No accounts match. <Link href={paths.accounts}>Show all accounts</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Accounts"
              hideCaption
              columns={[
                { heading: 'Name', cell: ({ displayName }) => displayName },
                { heading: 'E-mail address', cell: ({ email }) => email },
                {
                  heading: 'Roles',
                  cell: ({ roles }) =>
                    roles.map(({ role, place }) => [sayHat(role), place].filter(Boolean).join(', ')).join('; '),
                },
                { heading: 'Made', cell: ({ createdAt }) => sayInstant(createdAt) },
                {
                  heading: 'State',
                  cell: ({ suspendedAt }) => (suspendedAt === null ? 'In use' : <Tag colour="red">Suspended</Tag>),
                },
                {
                  heading: 'Action',
                  cell: ({ id, displayName, suspendedAt, viewerMaySuspend }) =>
                    viewerMaySuspend ? (
                      <Link href={accountChangePath(id)}>
                        {suspendedAt === null ? 'Suspend' : 'Restore'}{' '}
                        <span className="nhsuk-u-visually-hidden">{displayName}</span>
                      </Link>
                    ) : (
                      'Your own'
                    ),
                },
              ]}
              rows={data.accounts.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="accounts" {...neighbours(data.accounts.pageInfo)} />
        </>
      )}
    </AdministrationPage>
  );
}

function NameSearch({ name }: { name: string }) {
  const [typed, setTyped] = useState(name);
  const navigate = useNavigate();
  const isShort = typed.trim() !== '' && typed.trim().length < 3;
  const [wasSent, setSent] = useState(false);
  return (
    <form
      role="search"
      aria-label="Find a name"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (!isShort) void navigate(paths.accounts, { state: { name: typed.trim() } });
      }}
    >
      <TextInput
        id="name"
        label="Part of the name"
        autoComplete="off"
        characters={20}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={wasSent && isShort ? 'Enter at least 3 letters of the name' : undefined}
      />
      <Button look="secondary" small>
        Search
      </Button>
    </form>
  );
}
