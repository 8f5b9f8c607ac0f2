import { useState } from 'react';
import { useProfileChange } from '../returners/profile.ts';
import { ProfileFormPage, useBackToProfile, WithProfile, type ProfileKnown } from '../returners/ProfileFormPage.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const title = 'Your HCPC number';

/** Changes the former registration number; the server checks its form and its profession. */
export const HcpcNumberPage = () => (
  <WithProfile title={title}>{({ returner }) => <NumberForm returner={returner} />}</WithProfile>
);

function NumberForm({ returner }: Pick<ProfileKnown, 'returner'>) {
  const [hcpcNumber, setNumber] = useState(returner.hcpcNumber ?? '');
  const { submit, ...sending } = useSending();
  const change = useProfileChange();
  const back = useBackToProfile();
  const send = () =>
    submit([], async () => {
      const sent = await change({
        returnerId: returner.id,
        expectedVersion: returner.version,
        hcpcNumber: hcpcNumber.trim() === '' ? null : hcpcNumber.trim(),
      });
      if ('done' in sent) await back();
      return sent;
    });
  const letters = returner.profession?.code ?? 'DT';
  return (
    <ProfileFormPage
      title={title}
      sending={sending}
      onSend={() => void send()}
      intro={<p>It is on your old certificate and in letters from HCPC. You can leave it empty and add it later.</p>}
    >
      <TextInput
        id="hcpcNumber"
        label="HCPC registration number"
        hint={`The letters ${letters} and four to six digits, for example ${letters}012345`}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        characters={10}
        value={hcpcNumber}
        onChange={(event) => setNumber(event.target.value)}
        error={errorFor(sending.errors, 'hcpcNumber')}
      />
    </ProfileFormPage>
  );
}
