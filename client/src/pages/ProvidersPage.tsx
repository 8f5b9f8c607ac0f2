import { useState } from 'react';
import { addProvider, leaveProvider, removeProvider, useOwnProviders, type OwnProvider } from '../access/providers.ts';
import { WhatCameOfIt } from '../access/WhatCameOfIt.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Page } from '../ui/Page.tsx';
import { Loading } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { forgetDrafts } from '../ui/useDraft.ts';
import { useSending, type Sent } from '../ui/useSending.ts';

/** With which accounts elsewhere the person signs in: which there are, another one, the end of one, and the way out of both places. */
export function ProvidersPage() {
  const { own, problem, again } = useOwnProviders();
  const { submit, busy, errors, problem: unsent } = useSending();
  const [said, setSaid] = useState<string>();
  const change = (send: () => Promise<Sent>, done?: string) =>
    submit([], async () => {
      setSaid(undefined);
      const sent = await send();
      await again();
      if ('done' in sent) setSaid(done);
      return sent;
    });
  const leave = () =>
    submit([], async () => {
      forgetDrafts();
      const sent = await leaveProvider();
      // the provider has no page for it: it is over here at least
      if ('done' in sent) location.assign(paths.signedOut);
      return sent;
    });
  return (
    <Page
      title="Accounts elsewhere that you sign in with"
      backHref={paths.account}
      beforeHeading={
        <WhatCameOfIt problem={unsent ?? problem} errors={errors} said={said} onRetry={() => void again()} />
      }
    >
      {own === undefined ? (
        problem === undefined ? (
          <Loading what="how you sign in" />
        ) : null
      ) : (
        <>
          {own.mine.length === 0 ? <p>You sign in with no account elsewhere.</p> : null}
          {own.mine.map((one) => (
            <OneProvider
              key={one.id}
              one={one}
              busy={busy}
              onRemove={() =>
                void change(() => removeProvider(one.id), `${one.name} does not open your account any more.`)
              }
            />
          ))}
          {own.others.length === 0 ? null : (
            <>
              <h2>Add one</h2>
              <p>You sign in there and come back, and then say whether it may open your account.</p>
              {own.others.map(({ key, name, assurance }) => (
                <section key={key} aria-label={name}>
                  <SummaryList rows={[{ key: name, value: `We ask it for ${assurance}` }]} />
                  <Button
                    type="button"
                    look="secondary"
                    busy={busy}
                    onClick={() => void change(() => addProvider(key))}
                  >
                    Add {name}
                  </Button>
                </section>
              ))}
            </>
          )}
          {own.leave === null ? null : (
            <>
              <h2>Sign out of both</h2>
              <p>
                You came in by {own.leave.name}, and are still signed in there. On a shared computer, sign out of both.
              </p>
              <Button type="button" look="secondary" busy={busy} onClick={() => void leave()}>
                Sign out here and of {own.leave.name}
              </Button>
            </>
          )}
        </>
      )}
    </Page>
  );
}

const OneProvider = ({
  one: { id, name, linkedAt, usedAt },
  busy,
  onRemove,
}: {
  one: OwnProvider;
  busy: boolean;
  onRemove: () => void;
}) => (
  <section aria-labelledby={`provider-${id}`}>
    <h2 id={`provider-${id}`} className="nhsuk-heading-s">
      {name}
    </h2>
    <SummaryList
      rows={[
        { key: 'Added', value: sayInstant(linkedAt) },
        { key: 'Last used', value: usedAt === null ? 'Never' : sayInstant(usedAt) },
      ]}
    />
    <Button type="button" look="warning" small busy={busy} onClick={onRemove}>
      Remove <span className="nhsuk-u-visually-hidden">{name}</span>
    </Button>
  </section>
);
