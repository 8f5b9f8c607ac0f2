import { useState } from 'react';
import type { FieldError } from './ErrorSummary.tsx';
import type { Sending } from './FormPage.tsx';
import type { Problem } from './States.tsx';

/** What came of sending a form: it is done, it was refused, or it did not get through. */
export type Sent = { done: true } | { errors: readonly FieldError[] } | { problem: Problem };

interface SendingForm extends Sending {
  /** Sends the form unless something is missing; afterwards the errors or the problem are in sight. */
  submit: (missing: readonly FieldError[], send: () => Promise<Sent>) => Promise<void>;
}

/** Keeps track of a form that is sent: nothing is sent twice at once, and errors stay until the next try. */
export function useSending(): SendingForm {
  const [state, setState] = useState<Sending>({ busy: false, errors: [], problem: undefined });
  return {
    ...state,
    submit: async (missing, send) => {
      if (missing.length > 0) {
        setState({ busy: false, errors: missing, problem: undefined });
        return;
      }
      setState({ busy: true, errors: [], problem: undefined });
      const sent = await send();
      setState({
        busy: false,
        errors: 'errors' in sent ? sent.errors : [],
        problem: 'problem' in sent ? sent.problem : undefined,
      });
    },
  };
}
