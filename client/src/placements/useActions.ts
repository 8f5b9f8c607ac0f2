import type { RefusalTold } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import type { PlacementAction, PlacementReason } from '../generated/graphql.ts';
import type { Problem } from '../ui/States.tsx';
import {
  AcceptPlacement,
  CompletePlacement,
  DeclinePlacement,
  EndPlacementEarly,
  StartPlacement,
  UndoMovePlacement,
  WithdrawPlacement,
} from './placement-actions.ts';
import { OfferPlacement } from './request.ts';

/** What staff can do with a placement, in words, with what is said afterwards. */
export const actions = {
  OFFER: {
    label: 'Offer it to both sides',
    hint: 'Both get a mail and a day to answer by.',
    said: 'The place is offered.',
  },
  ACCEPT: {
    label: 'Say yes for the site',
    hint: 'When the returner says yes too, the checks before day one begin.',
    said: 'The site has said yes.',
  },
  DECLINE: {
    label: 'Say no for the site',
    hint: 'Say why. The coordinator looks for the next best place.',
    said: 'The site has said no.',
  },
  WITHDRAW: {
    label: 'Take it back',
    hint: 'The returner waits again; the place is free.',
    said: 'The place is taken back.',
  },
  START: { label: 'It has begun', hint: 'From its first day on.', said: 'The placement is under way.' },
  COMPLETE: { label: 'It is done', hint: 'From its last day on.', said: 'The placement is completed.' },
  END_EARLY: { label: 'It ends early', hint: 'Say why.', said: 'The placement has ended.' },
  UNDO_MOVE: {
    label: 'Take the move back',
    hint: 'The person stays at the first site.',
    said: 'The move is taken back.',
  },
} as const satisfies Partial<Record<PlacementAction, { label: string; hint: string; said: string }>>;

export type Action = keyof typeof actions;

/** Whether something that may be done is done on the page of the placement itself. */
export const isAction = (text: string): text is Action => Object.hasOwn(actions, text);

type Refused = { refusals: readonly (RefusalTold & { code: string })[] } | { problem: Problem };

/** Sends what was chosen, whichever it is. */
export function useActions(placement: { id: string; version: number }) {
  const offer = useCommand(OfferPlacement);
  const accept = useCommand(AcceptPlacement);
  const decline = useCommand(DeclinePlacement);
  const withdraw = useCommand(WithdrawPlacement);
  const start = useCommand(StartPlacement);
  const complete = useCommand(CompletePlacement);
  const undo = useCommand(UndoMovePlacement);
  const end = useCommand(EndPlacementEarly);
  const which = { placementId: placement.id, expectedVersion: placement.version };
  const refusals = (answer: Extract<Refused, { refusals: unknown }> | { placement: object }): Refused =>
    'refusals' in answer ? answer : { refusals: [] };
  return async (action: Action, reason: PlacementReason): Promise<Refused> => {
    switch (action) {
      case 'OFFER': {
        const outcome = await offer.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.offerPlacement);
      }
      case 'ACCEPT': {
        const outcome = await accept.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.acceptPlacement);
      }
      case 'DECLINE': {
        const outcome = await decline.run({ ...which, reason });
        return 'problem' in outcome ? outcome : refusals(outcome.data.declinePlacement);
      }
      case 'WITHDRAW': {
        const outcome = await withdraw.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.withdrawPlacement);
      }
      case 'START': {
        const outcome = await start.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.startPlacement);
      }
      case 'COMPLETE': {
        const outcome = await complete.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.completePlacement);
      }
      case 'UNDO_MOVE': {
        const outcome = await undo.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.undoMovePlacement);
      }
      case 'END_EARLY': {
        const outcome = await end.run({ ...which, reason });
        return 'problem' in outcome ? outcome : refusals(outcome.data.endPlacementEarly);
      }
    }
  };
}
