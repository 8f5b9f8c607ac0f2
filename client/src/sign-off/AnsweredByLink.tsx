import { useState, type ReactNode } from 'react';
import { useLinkToken } from './useLinkToken.ts';

interface AnsweredByLinkProps<Answer> {
  /** What the holder of the link sees, until they have answered. */
  children: (token: string, onAnswered: (answer: Answer) => void) => ReactNode;
  /** What came of it: it stays, though the link works no more. */
  answered: (answer: Answer) => ReactNode;
  /** What is shown to somebody who comes without the secret of a link. */
  spent: ReactNode;
}

/** Where a link in an e-mail leads. Opening it answers nothing, so programs that look into e-mails do no harm. */
export function AnsweredByLink<Answer extends string>({ children, answered, spent }: AnsweredByLinkProps<Answer>) {
  const token = useLinkToken();
  const [answer, setAnswer] = useState<Answer>();
  if (answer !== undefined) return answered(answer);
  return token === '' ? spent : children(token, setAnswer);
}
