import { useState } from 'react';
import { useCommand } from '../apollo/useCommand.ts';
import { Button } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { LockPlacement } from './placement-actions.ts';

interface LockPairProps {
  placement: { id: string; version: number; returnerName: string };
  isLocked: boolean;
}

/** Whether the next match keeps a proposal, with one press to change that. */
export function LockPair({ placement, isLocked }: LockPairProps) {
  const { run } = useCommand(LockPlacement);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const turn = async () => {
    setBusy(true);
    const outcome = await run({ placementId: placement.id, expectedVersion: placement.version, isLocked: !isLocked });
    setBusy(false);
    if ('problem' in outcome) return setTold(`${outcome.problem.heading}. ${outcome.problem.advice}`);
    const { lockPlacement: answer } = outcome.data;
    return setTold(
      answer.__typename === 'PlacementLocked'
        ? 'Done.'
        : answer.refusals.map(({ message, help }) => `${message} ${help}`).join(' '),
    );
  };
  return (
    <Inset>
      <p>
        {isLocked ? 'This pair is held: the next match keeps it.' : 'The next match may find another place.'}{' '}
        <span role="status">{told}</span>
      </p>
      <Button type="button" look="secondary" small busy={busy} onClick={() => void turn()}>
        {isLocked ? 'Let it go' : 'Hold it'}{' '}
        <span className="nhsuk-u-visually-hidden">for {placement.returnerName}</span>
      </Button>
    </Inset>
  );
}
