import { useState } from 'react';
import type { PlacesToTryQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { districtOf, type WhatIf } from './what-if.ts';

type Offer = PlacesToTryQuery['match']['offered'][number];
type Profession = PlacesToTryQuery['professions']['nodes'][number];

interface WhatIfChangesProps {
  tried: WhatIf;
  /** Every offer that the plan of today was made from. */
  offers: readonly Offer[];
  professions: readonly Profession[];
  onShow: (tried: WhatIf) => void;
}

interface Choice {
  value: string;
  label: string;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Each once, by name. */
const choicesOf = (pairs: readonly (readonly [string, string])[]): Choice[] =>
  [...new Map(pairs)]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));

/** What can be tried out, and what is. */
export function WhatIfChanges({ tried, offers, professions, onShow }: WhatIfChangesProps) {
  const sites = choicesOf(
    offers.map(({ placementSiteId, siteName, hostName }) => [placementSiteId, `${siteName}, ${hostName}`]),
  );
  const hosts = choicesOf(offers.map(({ hostId, hostName }) => [hostId, hostName]));
  const supervisors = choicesOf(
    offers.flatMap(({ supervisorId, supervisorName, siteName }) =>
      supervisorId === null ? [] : [[supervisorId, `${supervisorName ?? 'A supervisor'}, ${siteName}`] as const],
    ),
  );
  return (
    <>
      <Limits tried={tried} onShow={onShow} />
      <Left
        id="without-supervisor"
        label="A supervisor is lost"
        choices={supervisors.filter(({ value }) => !tried.withoutSupervisors.includes(value))}
        onLeave={(id) => onShow({ ...tried, withoutSupervisors: [...tried.withoutSupervisors, id] })}
      />
      <Left
        id="without"
        label="A site is lost"
        choices={sites.filter(({ value }) => !tried.withoutSites.includes(value))}
        onLeave={(id) => onShow({ ...tried, withoutSites: [...tried.withoutSites, id] })}
      />
      <Left
        id="without-host"
        label="An organisation is lost"
        choices={hosts.filter(({ value }) => !tried.withoutHosts.includes(value))}
        onLeave={(id) => onShow({ ...tried, withoutHosts: [...tried.withoutHosts, id] })}
      />
      <MorePlaces
        key={tried.tried.length}
        sites={sites}
        offers={offers}
        professions={professions}
        tried={tried}
        onShow={onShow}
      />
      <SoFar tried={tried} onShow={onShow} names={new Map([...sites, ...hosts, ...supervisors].map(nameOf))} />
      <p>
        <Link href={paths.whatIf}>Start again</Link>
      </p>
    </>
  );
}

const nameOf = ({ value, label }: Choice): [string, string] => [value, label];

function Limits({ tried, onShow }: Pick<WhatIfChangesProps, 'tried' | 'onShow'>) {
  return (
    <>
      <Select
        id="travel"
        label="Everybody travels longer"
        value={String(tried.moreTravel)}
        onChange={(event) => onShow({ ...tried, moreTravel: Number(event.target.value) })}
        options={[0, 15, 30, 45, 60].map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? 'As now' : `${minutes} minutes more`,
        }))}
      />
      <Select
        id="day"
        label="Everybody can come on one more day"
        value={String(tried.moreWeekdays[0] ?? '')}
        onChange={(event) =>
          onShow({ ...tried, moreWeekdays: event.target.value === '' ? [] : [Number(event.target.value)] })
        }
        options={[
          { value: '', label: 'As now' },
          ...weekdays.map((label, index) => ({ value: String(index + 1), label })),
        ]}
      />
      <Select
        id="later"
        label="Everybody may start later"
        value={String(tried.laterDays)}
        onChange={(event) => onShow({ ...tried, laterDays: Number(event.target.value) })}
        options={weeksOf('later')}
      />
      <Select
        id="earlier"
        label="Everybody could start earlier"
        value={String(tried.earlierDays)}
        onChange={(event) => onShow({ ...tried, earlierDays: Number(event.target.value) })}
        options={weeksOf('earlier')}
      />
    </>
  );
}

const weeksOf = (word: string): Choice[] =>
  [0, 14, 28, 56, 84].map((days) => ({
    value: String(days),
    label: days === 0 ? 'As now' : `${days / 7} weeks ${word}`,
  }));

interface LeftProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  onLeave: (id: string) => void;
}

function Left({ id, label, choices, onLeave }: LeftProps) {
  const [chosen, setChosen] = useState('');
  return (
    <form
      className="rtp-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === '') return;
        onLeave(chosen);
        setChosen('');
      }}
    >
      <Select
        id={id}
        label={label}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={[{ value: '', label: 'Choose' }, ...choices]}
      />
      <Button look="secondary" small>
        Leave out <span className="nhsuk-u-visually-hidden">what is chosen under “{label}”</span>
      </Button>
    </form>
  );
}

const elsewhere = 'new';

function MorePlaces({ sites, offers, professions, tried, onShow }: WhatIfChangesProps & { sites: readonly Choice[] }) {
  const [site, setSite] = useState('');
  const [district, setDistrict] = useState('');
  const [profession, setProfession] = useState('');
  const [places, setPlaces] = useState('1');
  const [error, setError] = useState<string>();
  const isNew = site === elsewhere;
  // as long as the site's own offer, else as long as all offers together
  const at = offers.filter(({ placementSiteId }) => isNew || placementSiteId === site);
  const startsOn = at.map((offer) => offer.startsOn).toSorted()[0];
  const endsOn = at
    .map((offer) => offer.endsOn)
    .toSorted()
    .at(-1);
  return (
    <form
      className="rtp-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (startsOn === undefined || endsOn === undefined || profession === '') return;
        const districtCode = isNew ? districtOf(district) : null;
        if (districtCode === undefined) {
          setError('Enter the first half of a postcode, for example LS6');
          return;
        }
        const placementSiteId = isNew ? null : site;
        const added = {
          placementSiteId,
          districtCode,
          professionCode: profession,
          places: Number(places),
          startsOn,
          endsOn,
        };
        onShow({ ...tried, tried: [...tried.tried, added] });
      }}
    >
      <Select
        id="more-site"
        label="There are more supervisors"
        value={site}
        onChange={(event) => setSite(event.target.value)}
        options={[
          { value: '', label: 'Choose a site' },
          { value: elsewhere, label: 'A new site or organisation' },
          ...sites,
        ]}
      />
      {isNew ? (
        <TextInput
          id="more-district"
          label="First half of its postcode"
          value={district}
          error={error}
          autoComplete="off"
          onChange={(event) => setDistrict(event.target.value)}
        />
      ) : null}
      <Select
        id="more-profession"
        label="Of which profession"
        value={profession}
        onChange={(event) => setProfession(event.target.value)}
        options={[
          { value: '', label: 'Choose a profession' },
          ...professions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Select
        id="more-places"
        label="How many"
        value={places}
        onChange={(event) => setPlaces(event.target.value)}
        options={['1', '2', '3', '4', '5', '10'].map((value) => ({ value, label: value }))}
      />
      <Button look="secondary" small>
        Add them
      </Button>
    </form>
  );
}

interface SoFarProps extends Pick<WhatIfChangesProps, 'tried' | 'onShow'> {
  names: ReadonlyMap<string, string>;
}

function SoFar({ tried, onShow, names }: SoFarProps) {
  const without = (
    kind: 'withoutSupervisors' | 'withoutSites' | 'withoutHosts',
    one: string,
  ): { key: string; words: string; next: WhatIf }[] =>
    tried[kind].map((id) => ({
      key: `${kind}-${id}`,
      words: `Without ${names.get(id) ?? one}`,
      next: { ...tried, [kind]: tried[kind].filter((each) => each !== id) },
    }));
  const said = [
    ...without('withoutSupervisors', 'a supervisor'),
    ...without('withoutSites', 'a site'),
    ...without('withoutHosts', 'an organisation'),
    ...tried.tried.map(({ places, placementSiteId, districtCode, professionCode }, index) => ({
      key: `add-${index}`,
      words: `${places} more at ${placementSiteId === null ? `a new site in ${districtCode ?? ''}` : (names.get(placementSiteId) ?? 'a site')} (${professionCode})`,
      next: { ...tried, tried: tried.tried.filter((_, at) => at !== index) },
    })),
    ...(tried.held.length + tried.apart.length === 0
      ? []
      : [{ key: 'by-hand', words: 'Changes by hand from the matching room', next: { ...tried, held: [], apart: [] } }]),
  ];
  if (said.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-s">Changes so far</h2>
      <ul className="rtp-changes">
        {said.map(({ key, words, next }) => (
          <li key={key}>
            <span>{words}</span>
            <Button type="button" look="secondary" small onClick={() => onShow(next)}>
              Remove <span className="nhsuk-u-visually-hidden">{words}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
