import type { ReactNode } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import type { ProfileQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { FormPage, type Sending } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Profile } from './profile.ts';

/** Somebody's profile, and the regions that can be chosen. */
export interface ProfileKnown {
  returner: NonNullable<ProfileQuery['viewer']['returner']>;
  regions: ProfileQuery['regions']['nodes'];
}

/** Reads the profile for a page; without a pathway there is none, and the way leads there. */
export function WithProfile({ title, children }: { title: string; children: (profile: ProfileKnown) => ReactNode }) {
  const { data, instead } = useAnswer(Profile, {}, 'your profile');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  return returner === null ? (
    <Navigate to={paths.pathway} replace />
  ) : (
    children({ returner, regions: data.regions.nodes })
  );
}

interface ProfileFormPageProps {
  title: string;
  sending: Sending;
  onSend: () => void;
  intro?: ReactNode;
  children: ReactNode;
}

/** One part of the profile, to be changed on its own page. */
export const ProfileFormPage = ({ title, sending, onSend, intro, children }: ProfileFormPageProps) => (
  <FormPage
    title={title}
    caption="Your profile"
    backHref={paths.profile}
    sending={sending}
    send="Save"
    onSend={onSend}
    intro={intro}
    beside={<Link href={paths.profile}>Cancel</Link>}
  >
    {children}
  </FormPage>
);

/** Goes back to the profile once a part of it is saved. */
export function useBackToProfile(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await navigate(paths.profile);
  };
}
