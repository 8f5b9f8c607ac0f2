import { useState } from 'react';
import { useCommand } from '../apollo/useCommand.ts';
import type { CapacityOfferFieldsFragment } from '../generated/graphql.ts';
import { changeCapacityPath } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { ConfirmCapacityOffer } from './capacity.ts';

interface ConfirmOfferProps {
  offer: CapacityOfferFieldsFragment;
  /** Told in words what came of it, to be announced: the row may be gone by then. */
  onDone: (said: string) => void;
}

/** One press says that an offer is still so; beside it the way to change it. */
export function ConfirmOffer({ offer, onDone }: ConfirmOfferProps) {
  const { run } = useCommand(ConfirmCapacityOffer);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const answer = await run({ capacityOfferId: offer.id, expectedVersion: offer.version });
    setBusy(false);
    if ('problem' in answer) return onDone(`${answer.problem.heading}. ${answer.problem.advice}`);
    const { confirmCapacityOffer: told } = answer.data;
    return onDone(
      told.__typename === 'CapacityOfferConfirmed'
        ? `The offer of ${offer.site.name} is confirmed today.`
        : told.refusals.map(({ message, help }) => `${message} ${help}`).join(' '),
    );
  };
  const which = `the offer of ${offer.site.name} for ${offer.profession.name}`;
  return (
    <div className="rtp-row-actions">
      <Button type="button" look="secondary" small busy={busy} onClick={() => void confirm()}>
        Confirm <span className="nhsuk-u-visually-hidden">{which}</span>
      </Button>
      <Link href={changeCapacityPath(offer.id)}>
        Change <span className="nhsuk-u-visually-hidden">{which}</span>
      </Link>
    </div>
  );
}
