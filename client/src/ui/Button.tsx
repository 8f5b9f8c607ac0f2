import type { MouseEventHandler, ReactNode } from 'react';
import { Link } from './Link.tsx';

type Look = 'primary' | 'secondary' | 'warning' | 'reverse';

const classFor = (look: Look, small: boolean) =>
  ['nhsuk-button', look === 'primary' ? '' : `nhsuk-button--${look}`, small ? 'nhsuk-button--small' : '']
    .filter(Boolean)
    .join(' ');

interface ButtonProps {
  children: ReactNode;
  look?: Look;
  small?: boolean;
  type?: 'submit' | 'button';
  /** While true the button stays where it is and keeps its focus, but pressing it does nothing. */
  busy?: boolean;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  name?: string;
  value?: string;
  'aria-describedby'?: string;
}

/** A button. It sends its form unless `type="button"`; `busy` stops a second press. */
export function Button({
  children,
  look = 'primary',
  small = false,
  type = 'submit',
  busy = false,
  ...rest
}: ButtonProps) {
  const { onClick, ...others } = rest;
  return (
    <button
      {...others}
      className={classFor(look, small)}
      type={type}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: for starting or going on, never for changing something. */
export const ButtonLink = ({
  href,
  children,
  look = 'primary',
  small = false,
}: {
  href: string;
  children: ReactNode;
  look?: Look;
  small?: boolean;
}) => (
  <Link href={href} className={classFor(look, small)}>
    {children}
  </Link>
);
