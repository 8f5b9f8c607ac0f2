import { createContext, useContext, type ComponentType, type ReactNode } from 'react';

/** What a link of this service takes. `href` is a path of the service, or a whole address elsewhere. */
export interface LinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-current'?: 'page' | 'true';
  'aria-describedby'?: string;
  rel?: string;
}

const PlainLink = ({ children, ...rest }: LinkProps) => <a {...rest}>{children}</a>;

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

/** Gives every link below it a way to move between pages without loading the app again. */
export const LinkProvider = LinkContext.Provider;

/** A link. Where it leads elsewhere, it is an ordinary one. */
export function Link(props: LinkProps) {
  const Chosen = useContext(LinkContext);
  return /^(?:[a-z]+:|#)/.test(props.href) ? <PlainLink {...props} /> : <Chosen {...props} />;
}
