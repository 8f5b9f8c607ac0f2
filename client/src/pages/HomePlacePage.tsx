import { useState } from 'react';
import { useProfileChange } from '../returners/profile.ts';
import { ProfileFormPage, useBackToProfile, WithProfile, type ProfileKnown } from '../returners/ProfileFormPage.tsx';
import { Assumed } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const title = 'Where you live';

/** Changes the home postcode, and the region where the one we found is not right. */
export const HomePlacePage = () => (
  <WithProfile title={title}>{(profile) => <PlaceForm profile={profile} />}</WithProfile>
);

function PlaceForm({ profile: { returner, regions } }: { profile: ProfileKnown }) {
  const [homePostcode, setPostcode] = useState(returner.homePostcode ?? '');
  const [region, setRegion] = useState(returner.isRegionChosen ? (returner.region?.id ?? '') : '');
  const { submit, ...sending } = useSending();
  const change = useProfileChange((path) => (path.at(-1) === 'regionId' ? 'region' : path.at(-1)));
  const back = useBackToProfile();
  const send = () =>
    submit([], async () => {
      const sent = await change({
        returnerId: returner.id,
        expectedVersion: returner.version,
        homePostcode: homePostcode.trim() === '' ? null : homePostcode.trim(),
        regionId: region === '' ? null : region,
      });
      if ('done' in sent) await back();
      return sent;
    });
  return (
    <ProfileFormPage
      title={title}
      sending={sending}
      onSend={() => void send()}
      intro={<p>We use it to find your region, and later for travel times. Nobody but you sees the whole postcode.</p>}
    >
      <TextInput
        id="homePostcode"
        label="Home postcode"
        hint="For example BS1 4ND"
        autoComplete="postal-code"
        characters={10}
        value={homePostcode}
        onChange={(event) => setPostcode(event.target.value)}
        error={errorFor(sending.errors, 'homePostcode')}
      />
      {returner.region === null || returner.isRegionChosen ? null : (
        <p>
          From your postcode we think your region is <strong>{returner.region.name}</strong>: that of the nearest NHS
          trust. <Assumed />
        </p>
      )}
      <Select
        id="region"
        label="Region whose coordinators should help you"
        value={region}
        onChange={(event) => setRegion(event.target.value)}
        error={errorFor(sending.errors, 'region')}
        options={[
          { value: '', label: 'Find it from my postcode' },
          ...regions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </ProfileFormPage>
  );
}
