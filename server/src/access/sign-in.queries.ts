import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import type { Role } from './actor.ts';
import { type Device, isNewDevice } from './device.rules.ts';
import type { WayIn } from './session.rules.ts';
import { NOBODY } from './person-key.queries.ts';
import { PersonSchema } from './person.entity.ts';
import { SignInSchema } from './sign-in.entity.ts';
import { hashToken } from './token.ts';

const deviceHashOf = (token: string, personId: string) => hashToken(`${token} ${personId}`);

/** Whether the account with this address was opened before by the browser that holds this token. It takes as long where there is none. */
export const isKnownDevice = async (em: EntityManager, email: string, token: string): Promise<boolean> => {
  const person = (await em.findOne(PersonSchema, { email }, { fields: ['id'] }))?.id ?? NOBODY;
  return (await em.count(SignInSchema, { person, deviceHash: deviceHashOf(token, person) })) > 0;
};

/** Notes that somebody came in, and answers whether it was with a browser that is new for them. */
export const noteSignIn = async (
  em: EntityManager,
  { personId, wayIn, device, now }: { personId: string; wayIn: WayIn; device: Device; now: Date },
): Promise<{ readonly signInId: string; readonly isNewDevice: boolean }> => {
  const deviceHash = device.token === null ? null : deviceHashOf(device.token, personId);
  const [before] = await em.execute<{ known: number; with_this: number }[]>(
    `select count(*)::int known, count(*) filter (where device_hash = ?)::int with_this
     from sign_in where person_id = ? and device_hash is not null`,
    [deviceHash, personId],
  );
  const { browser, system } = device;
  const signIn = em.create(SignInSchema, { person: personId, at: now, wayIn, browser, system, deviceHash });
  await em.flush();
  const counted = { known: before?.known ?? 0, withThis: before?.with_this ?? 0 };
  return { signInId: signIn.id, isNewDevice: deviceHash !== null && isNewDevice(counted) };
};

/** The identity provider that vouched for somebody, and how sure it was. */
export interface VouchedBy {
  /** How it is called in addresses. */
  readonly key: string;
  /** How many factors it says that they showed; null where it does not say. */
  readonly factors: number | null;
  /** How well it knows who they are, in its own words; null where it does not say. */
  readonly proofing: string | null;
}

/** Lets what an identity provider vouched for go along, once somebody who was half in is in. */
export const carryVouching = async (em: EntityManager, halfToken: string, sessionToken: string): Promise<void> => {
  await em.execute(
    `update provider_sign_in set half_hash = null, sign_in_id = (select sign_in_id from session where token_hash = ?)
     where half_hash = ?`,
    [hashToken(sessionToken), hashToken(halfToken)],
  );
};

/** Somewhere a person is signed in. */
export interface StandingSession {
  readonly id: string;
  readonly isThis: boolean;
  readonly deviceName: string | null;
  readonly browser: string | null;
  readonly system: string | null;
  readonly role: Role;
  readonly wayIn: WayIn;
  readonly vouchedBy: VouchedBy | null;
  /** True where they showed a second factor, here or at the identity provider. */
  readonly hasSecondFactor: boolean;
  readonly signedInAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

/** Once, a person came in. */
export interface PastSignIn {
  readonly id: string;
  readonly at: Date;
  readonly wayIn: WayIn;
  readonly vouchedBy: VouchedBy | null;
  readonly browser: string | null;
  readonly system: string | null;
  /** True where they are still signed in by it. */
  readonly isOpen: boolean;
}

/** Where a person is signed in, and how they came in lately. */
export interface MySignIns {
  readonly sessions: readonly StandingSession[];
  readonly signIns: readonly PastSignIn[];
}

const MOST_SESSIONS = 100;
const MOST_SIGN_INS = 50;

const vouchedBy = `(select json_build_object('key', v.provider, 'factors', v.factors, 'proofing', v.proofing)
  from provider_sign_in v where v.sign_in_id = i.id) "vouchedBy"`;

const mine = {
  name: 'my_sign_ins',
  text: `
    with standing as (
      select s.* from session s
      where s.person_id = $1 and s.ends_at > $3
        and (s.idle_minutes is null or s.seen_at + make_interval(mins => s.idle_minutes) > $3)
    )
    select coalesce((select json_agg(one order by one."isThis" desc, one."seenAt" desc, one.id) from (
        select s.id, s.id = $2 "isThis", s.device_name "deviceName", i.browser, i.system, s.role, s.way_in "wayIn", ${vouchedBy},
          s.second_factor_at is not null "hasSecondFactor", s.signed_in_at "signedInAt", s.seen_at "seenAt", s.ends_at "endsAt"
        from standing s left join sign_in i on i.id = s.sign_in_id
        order by s.id = $2 desc, s.seen_at desc, s.id limit ${MOST_SESSIONS}) one), '[]') sessions,
      coalesce((select json_agg(one order by one.at desc, one.id desc) from (
        select i.id, i.at, i.way_in "wayIn", ${vouchedBy}, i.browser, i.system,
          exists (select from standing s where s.sign_in_id = i.id) "isOpen"
        from sign_in i where i.person_id = $1
        order by i.at desc, i.id desc limit ${MOST_SIGN_INS}) one), '[]') "signIns"`,
};

/** Where a person is signed in, this session first, and their last sign-ins, newest first. One statement. */
export const mySignIns = async (
  database: Pick<Database, 'query'>,
  clock: Clock,
  of: { readonly personId: string; readonly sessionId: string },
): Promise<MySignIns> => {
  const [row] = await database.query<MySignIns>({ ...mine, values: [of.personId, of.sessionId, clock.now()] });
  return row ?? { sessions: [], signIns: [] };
};
