import type { Scope } from './scopes.ts';

/** The hats a person can wear; a session names one of them. */
export const roles = {
  RETURNER: 'On the way back to the HCPC Register.',
  SUPERVISOR: 'Supervises returners in practice.',
  ASSESSOR: 'Assesses returners against the standards.',
  COUNTER_SIGNATORY: 'Signs the cover sheet of the HCPC form.',
  ORGANISATION_MEMBER: 'Works for an organisation that hosts or employs returners.',
  ORGANISATION_ADMINISTRATOR: 'Manages an organisation and its members.',
  COORDINATOR: 'Coordinates returners in regions or boards.',
  ADMINISTRATOR: 'Runs the service: accounts, rules, audit.',
  PARTNER: 'A program of a trust, university or job board.',
} as const;

/** A hat by its name. */
export type Role = keyof typeof roles;

/** Whoever is asking: a hat, or nobody known, or somebody whose account is suspended. */
export const actorKinds = {
  ...roles,
  ANONYMOUS: 'Not signed in.',
  SUSPENDED: 'Signed in to an account that is suspended.',
} as const;

/** Whoever is asking, by name. */
export type ActorKind = keyof typeof actorKinds;

/** A program of a partner, as its key shows it. */
export interface PartnerProgram {
  /** UUID of the client. */
  readonly clientId: string;
  /** UUID of the key that it came with, or that its access token was given for. */
  readonly keyId: string;
  /** UUID of the person who answers for it. */
  readonly ownerId: string;
  readonly scopes: readonly Scope[];
  /** How many points its queries may cost within an hour. */
  readonly budget: number;
}

/** Who is asking, with everything policies need to know. Learned once a request. */
export interface Actor {
  readonly kind: ActorKind;
  /** The person's UUID; null for anonymous callers and partner programs. */
  readonly personId: string | null;
  /** UUID of the person under whose account this one's record goes on, where both records were made one. */
  readonly recordPersonId?: string;
  /** The session's UUID, where there is one. */
  readonly sessionId: string | null;
  /** True where it is long since they showed who they are: then they may read and log, and change nothing else. */
  readonly mustSignInAgain?: boolean;
  /** True where they have not shown for some minutes who they are: then nothing risky is done before they do. */
  readonly mustConfirm?: boolean;
  /**
   * Who it is, where their hat takes a second factor that they have not shown: to all but what lets them show it they are nobody, whatever
   * else is forgotten.
   */
  readonly unproven?: Actor;
  /** Every hat this person may put on. */
  readonly roles: readonly Role[];
  /** UUIDs of the regions this hat covers (coordinators). */
  readonly regionIds: readonly string[];
  /** UUIDs of the integrated care boards this hat covers (coordinators, partner programs of boards). */
  readonly boardIds: readonly string[];
  /** UUIDs of the organisations this hat is for (members and administrators of organisations that host, partner programs). */
  readonly hostIds: readonly string[];
  /** Which program it is, where the kind is PARTNER. */
  readonly partner?: PartnerProgram;
}

/** Whoever answers for what is done: the person, or the owner of the program; null for callers without an account. */
export const answeringPerson = ({ personId, partner }: Pick<Actor, 'personId' | 'partner'>): string | null =>
  personId ?? partner?.ownerId ?? null;

/** A caller without an account or a valid session. */
export const anonymous: Actor = {
  kind: 'ANONYMOUS',
  personId: null,
  sessionId: null,
  roles: [],
  regionIds: [],
  boardIds: [],
  hostIds: [],
};
