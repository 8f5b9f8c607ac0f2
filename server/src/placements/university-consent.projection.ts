import { column, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql } from '../kernel/sql.ts';
import { answeringWith } from './host.projection.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { followedPlacementsVisibleTo, ownUniversities } from './university-consent.policy.ts';
import { universityWording } from './university-consent.rules.ts';

export const followedPlacementProjection: Projection = {
  type: 'FollowedPlacement',
  table: 'placement',
  visible: followedPlacementsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    returnerName: {
      kind: 'expression',
      value: (placement) =>
        sql`(select coalesce(r.preferred_name, w.display_name) from returner r join person w on w.id = r.person_id where r.id = ${placement('returner_id')})`,
    },
    fieldOfPractice: {
      kind: 'expression',
      value: (placement) =>
        sql`(select f.field_of_practice from capacity_offer o join profession f on f.id = o.profession_id where o.id = ${placement('offer_id')})`,
    },
    hostName: {
      kind: 'expression',
      value: (placement) => sql`(select h.name from host h where h.id = ${placement('host_id')})`,
    },
    siteName: {
      kind: 'expression',
      value: (placement) => sql`(select s.name from placement_site s where s.id = ${placement('site_id')})`,
    },
    state: column('state'),
    startsOn: column('starts_on'),
    endsOn: column('ends_on'),
    weekdays: column('weekdays'),
    changedOn: column('changed_on'),
  },
};

/** What this adds to a returner. */
export const universitiesOfReturner = {
  universitySharing: {
    kind: 'derived',
    shown: ownUniversities,
    facts: {
      following: (returner) =>
        sql`(select coalesce(json_agg(json_build_object('id', c.host_id, 'name', h.name, 'givenAt', c.given_at) order by c.given_at, c.id), '[]'::json)
          from university_consent c join host h on h.id = c.host_id where c.returner_id = ${returner('id')} and c.withdrawn_at is null)`,
    },
    compute: ({ following }) => ({
      wordingVersion: universityWording.version,
      text: universityWording.text,
      following: (following as readonly { readonly id: string; readonly name: string; readonly givenAt: string }[]).map(
        ({ id, name, givenAt }) => ({ hostId: toGlobalId('Host', id), name, givenAt: new Date(givenAt) }),
      ),
    }),
  },
} satisfies Record<string, FieldProjection>;

/** Questions of universities, at the root of the API. */
export const followedPlacementQueries: Record<string, FieldProjection> = {
  followedPlacements: {
    kind: 'connection',
    to: () => followedPlacementProjection,
    orders: { START: { by: 'starts_on' } },
  },
};

/** Answers of the commands about universities. */
export const universityAnswers: readonly Projection[] = ['UniversityFollows', 'UniversityStopped'].map((type) =>
  answeringWith(type, 'returner', () => returnerProjection, 'returnerId'),
);
