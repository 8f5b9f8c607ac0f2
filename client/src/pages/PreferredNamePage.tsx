import { useState } from 'react';
import { useProfileChange } from '../returners/profile.ts';
import { ProfileFormPage, useBackToProfile, WithProfile, type ProfileKnown } from '../returners/ProfileFormPage.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const title = 'What should we call you?';

/** Changes what the returner is called. */
export const PreferredNamePage = () => (
  <WithProfile title={title}>{({ returner }) => <NameForm returner={returner} />}</WithProfile>
);

function NameForm({ returner }: Pick<ProfileKnown, 'returner'>) {
  const [preferredName, setName] = useState(returner.preferredName ?? returner.displayName);
  const { submit, ...sending } = useSending();
  const change = useProfileChange();
  const back = useBackToProfile();
  const send = () =>
    submit([], async () => {
      const sent = await change({ returnerId: returner.id, expectedVersion: returner.version, preferredName });
      if ('done' in sent) await back();
      return sent;
    });
  return (
    <ProfileFormPage title={title} sending={sending} onSend={() => void send()}>
      <TextInput
        id="preferredName"
        label="Name"
        hint="Leave it empty for the name of your account."
        autoComplete="name"
        maxLength={100}
        value={preferredName}
        onChange={(event) => setName(event.target.value)}
        error={errorFor(sending.errors, 'preferredName')}
      />
    </ProfileFormPage>
  );
}
