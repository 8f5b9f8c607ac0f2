import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useNavigate } from 'react-router';
import { errorsFrom, isConflict, type RefusalTold } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import type { Sending } from '../ui/FormPage.tsx';
import { useSending } from '../ui/useSending.ts';

/** The answer of a command, under the name that every document here gives it. */
interface Answered {
  readonly answer: {
    readonly __typename: string;
    readonly refusals?: readonly (RefusalTold & { readonly code: string })[];
  };
}

/** Where to go once it is done, and what to say there. */
interface Then {
  readonly to: string;
  readonly said?: string;
}

interface Acting<Input> {
  /** How the form stands. */
  readonly sending: Sending;
  /** Sends the form unless something is missing, and goes on where it was done. */
  readonly act: (missing: readonly FieldError[], input: Omit<Input, 'idempotencyKey'>, then: Then) => void;
}

/**
 * A form that does one thing and goes on to another page.
 * @param readAgain asks for the record again, where somebody else was faster.
 * @param fieldOf finds the field of the form that a reason of the server is about.
 */
export function useAct<Data extends Answered, Input extends object>(
  document: TypedDocumentNode<Data, { input: Input }>,
  readAgain: () => void,
  fieldOf?: (path: readonly string[]) => string | undefined,
): Acting<Input> {
  const { submit, ...sending } = useSending();
  const { run } = useCommand(document);
  const navigate = useNavigate();
  return {
    sending,
    act: (missing, input, { to, said }) =>
      void submit(missing, async () => {
        const outcome = await run(input);
        if ('problem' in outcome) return outcome;
        const { refusals } = outcome.data.answer;
        if (refusals !== undefined) {
          if (isConflict(refusals)) readAgain();
          return { errors: errorsFrom(refusals, fieldOf) };
        }
        await navigate(to, said === undefined ? {} : { state: { said } });
        return { done: true };
      }),
  };
}
