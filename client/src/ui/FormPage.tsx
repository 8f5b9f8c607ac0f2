import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ErrorSummary, type FieldError } from './ErrorSummary.tsx';
import { Page } from './Page.tsx';
import { ProblemMessage, type Problem } from './States.tsx';

/** How a form stands that is being filled in and sent. */
export interface Sending {
  /** True while it is on its way; pressing the button again then does nothing. */
  busy: boolean;
  /** What to put right before it can be sent, or was refused. */
  errors: readonly FieldError[];
  /** Why it could not be sent, where that is not about what was typed. */
  problem: Problem | undefined;
}

interface FormPageProps {
  title: string;
  caption?: ReactNode;
  backHref?: string | undefined;
  sending: Sending;
  /** What the button says: a verb. */
  send: string;
  sendLook?: 'primary' | 'warning';
  onSend: () => void;
  children?: ReactNode;
  /** Stands between the heading and the form. */
  intro?: ReactNode;
  /** Stands beside the button: another way out. */
  beside?: ReactNode;
  /** Stands below the form. */
  below?: ReactNode;
}

/** A page that is one form. What is wrong stands above its heading; what was typed stays. */
export const FormPage = ({
  title,
  caption,
  backHref,
  sending: { busy, errors, problem },
  send,
  sendLook = 'primary',
  onSend,
  children,
  intro,
  beside,
  below,
}: FormPageProps) => (
  <Page
    title={title}
    caption={caption}
    backHref={backHref}
    hasErrors={errors.length > 0}
    beforeHeading={
      <>
        {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
        <ErrorSummary errors={errors} />
      </>
    }
  >
    {intro}
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      {children}
      <div className="rtp-actions">
        <Button busy={busy} look={sendLook}>
          {send}
        </Button>
        {beside}
      </div>
    </form>
    {below}
  </Page>
);
