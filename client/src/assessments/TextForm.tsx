import { useState, type ReactNode } from 'react';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage, type Sending } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { TextArea } from '../ui/TextInput.tsx';

interface TextFormProps {
  readonly title: string;
  readonly caption: string;
  readonly backHref: string;
  readonly intro?: ReactNode;
  /** The name of the field, as the server knows it. */
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  /** What to say where nothing was written. */
  readonly missing: string;
  readonly send: string;
  readonly sending: Sending;
  readonly onSend: (missing: readonly FieldError[], text: string) => void;
  /** What is asked before the text. */
  readonly children?: ReactNode;
}

/** A form with one text that somebody else will read. */
export function TextForm({ field, label, hint, missing, onSend, children, ...page }: TextFormProps) {
  const [text, setText] = useState('');
  return (
    <FormPage
      {...page}
      onSend={() => onSend(text.trim() === '' ? [{ field, message: missing }] : [], text)}
      beside={<Link href={page.backHref}>Cancel</Link>}
    >
      {children}
      <TextArea
        id={field}
        label={label}
        hint={hint}
        value={text}
        maxLength={2000}
        rows={6}
        onChange={(event) => setText(event.target.value)}
        error={errorFor(page.sending.errors, field)}
      />
    </FormPage>
  );
}
