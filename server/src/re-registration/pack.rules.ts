import { createHash } from 'node:crypto';
import { canonical } from '../access/sealing.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import { compareDates, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { decideSupervisor, decideSupervision, type SupervisorFacts } from '../placements/supervisor.rules.ts';
import { standingOf, type Standing } from '../returners/standing.rules.ts';
import { countUpdating, type CountedEntry, type UpdatingCount } from '../updating/updating-count.rules.ts';
import { checksOfDocument } from './certified-document.rules.ts';
import { decideNamed } from './counter-signature.rules.ts';
import { declarations } from './declarations.rules.ts';
import { findingsOf } from './pack-findings.rules.ts';
import type {
  LeftOut,
  Pack,
  PackCounterSignature,
  PackCover,
  PackDay,
  PackEntryFacts,
  PackFacts,
  PackSupervisorFacts,
  SupervisedPractice,
} from './pack-record.rules.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Ways back that ask for certified copies; the short form and renewal do not, as far as we could read (assumed). */
const routesWithDocuments: readonly (Route | null)[] = [
  null,
  'READMISSION',
  'READMISSION_WITH_UPDATING',
  'UK_APPLICATION',
  'UK_APPLICATION_WITH_UPDATING',
];

interface Declared {
  readonly facts: PackEntryFacts;
  readonly counted: CountedEntry;
}

const dayOf = ({ facts, counted }: Declared): PackDay => ({
  id: facts.id,
  on: facts.on,
  minutes: counted.countedMinutes,
  activity: facts.note,
  isPaidPost: facts.isPaidPost,
  signing: facts.kind === 'SUPERVISED' ? facts.signing : 'NOT_NEEDED',
  signedOn: facts.signedOn,
  signedBy: facts.signedBy,
  countsUntil: counted.countsForApplicationsUntil,
});

/** The look at the Register may have come after the first day: what it saw is what matters, as for sign-off. */
const asSeen = (
  { check, ...facts }: PackSupervisorFacts,
  returnerProfession: SupervisorFacts['profession'],
  firstDay: CalendarDate,
  today: CalendarDate,
): SupervisorFacts => ({
  ...facts,
  check: check && check.checkedOn > firstDay && check.checkedOn <= today ? { ...check, checkedOn: firstDay } : check,
  returnerProfession,
  activity: null,
});

/** What is declared under each supervisor and site, the earliest first. */
const supervisedOf = (facts: PackFacts, declared: readonly Declared[], today: CalendarDate): SupervisedPractice[] => {
  const firstDays = new Map<string, CalendarDate>();
  const groups = new Map<string, Declared[]>();
  for (const one of declared) {
    const { supervisorId, siteName, on } = one.facts;
    if (supervisorId !== null && !firstDays.has(supervisorId)) firstDays.set(supervisorId, on);
    const key = JSON.stringify([supervisorId, siteName]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const supervisor = facts.supervisors.find(({ id }) => id === first.facts.supervisorId);
    const firstDay = (supervisor && firstDays.get(supervisor.id)) ?? first.facts.on;
    const checks = supervisor
      ? decideSupervisor(asSeen(supervisor, facts.profession ?? supervisor.profession, firstDay, today), firstDay)
          .reasons
      : [];
    const days = group.map(dayOf);
    return [
      {
        supervisorName: supervisor?.name ?? null,
        supervisorHcpcNumber: supervisor?.hcpcNumber ?? null,
        siteName: first.facts.siteName,
        from: first.facts.on,
        until: group.reduce((last, one) => laterOf(last, one.facts.on), first.facts.on),
        minutes: sum(days.map(({ minutes }) => minutes)),
        signedMinutes: sum(days.filter(({ signing }) => signing === 'SIGNED').map(({ minutes }) => minutes)),
        checks: checks.map(({ rule, isMet, message }) => ({ rule, isMet, message })),
        days,
      },
    ];
  });
};

/** Declared days on or after the day from which their supervisor may sign nothing any more. */
const frozenOf = (facts: PackFacts, declared: readonly Declared[], today: CalendarDate): Declared[] =>
  facts.supervisors.flatMap((supervisor) => {
    const own = declared.filter(({ facts: { supervisorId } }) => supervisorId === supervisor.id);
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    const profession = facts.profession ?? supervisor.profession;
    const { frozenFrom } = decideSupervision(
      asSeen(supervisor, profession, first.facts.on, today),
      first.facts.on,
      last.facts.on,
    );
    return frozenFrom === null ? [] : own.filter(({ facts: { on } }) => on >= frozenFrom);
  });

const digestOf = (pack: { readonly requiredMinutes: number; readonly declared: readonly Declared[] }): string =>
  createHash('sha256')
    .update(
      canonical([
        pack.requiredMinutes,
        pack.declared.map(({ facts, counted }) => [
          facts.on,
          facts.kind,
          counted.countedMinutes,
          facts.supervisorId,
          facts.siteName,
        ]),
      ]),
    )
    .digest('hex');

const signatureOf = (facts: PackFacts, digest: string, onDate: CalendarDate): PackCounterSignature | null => {
  const named = facts.counterSignatory;
  if (named === null) return null;
  const { reasons } = decideNamed(named, facts.profession ?? named.profession, named.isSupervisor, onDate);
  return {
    name: named.displayName,
    hcpcNumber: named.hcpcNumber,
    state: named.state,
    signedOn: named.signedOn,
    isOutdated: named.state === 'SIGNED' && named.signedDigest !== digest,
    checks: reasons.map(({ rule, isMet, message }) => ({ rule, isMet, message })),
  };
};

const coverOf = (
  count: UpdatingCount,
  declared: readonly Declared[],
  signature: PackCounterSignature | null,
): PackCover => ({
  requirement: count.requirement,
  window: count.window,
  from: declared[0]?.facts.on ?? null,
  until: declared.at(-1)?.facts.on ?? null,
  kinds: count.kinds.map(({ kind, countedMinutes }) => ({
    kind,
    minutes: countedMinutes,
    entries: declared.filter(({ facts }) => facts.kind === kind).length,
  })),
  totalMinutes: count.countedMinutes,
  shortfallMinutes: count.shortfallMinutes,
  counterSignature: signature,
});

const countOf = (
  facts: PackFacts,
  { requirement }: Standing,
  applicationOn: CalendarDate,
  today: CalendarDate,
): UpdatingCount | null =>
  requirement && requirement.days > 0
    ? countUpdating(
        requirement,
        facts.entries.map(({ id, on, kind, minutes, startsAt }) => ({ key: id, on, kind, minutes, startsAt })),
        applicationOn,
        today,
      )
    : null;

/**
 * Puts the whole pack together: what is declared, what is left out, what is checked, and what is missing.
 * @param sentOn the day of the application where it is known; else the one that the person named, or today.
 */
export const packOf = (facts: PackFacts, today: CalendarDate, sentOn: CalendarDate | null = null): Pack => {
  const standing = standingOf(facts.answers, facts.question, today);
  const { route } = standing;
  const applicationOn = sentOn ?? standing.applicationOn;
  const count = countOf(facts, standing, applicationOn, today);
  const byId = new Map(facts.entries.map((entry) => [entry.id, entry]));
  const declared: Declared[] = (count?.entries ?? [])
    .flatMap((counted) => {
      const entry = byId.get(counted.key);
      return entry && counted.countedMinutes > 0 ? [{ facts: entry, counted }] : [];
    })
    .toSorted((one, other) => compareDates(one.facts.on, other.facts.on) || (one.facts.id < other.facts.id ? -1 : 1));
  const ofKind = (kind: PackEntryFacts['kind']): Declared[] => declared.filter((one) => one.facts.kind === kind);
  const updatingDigest = digestOf({ requiredMinutes: count?.requirement.minutes ?? 0, declared });
  const applicant = {
    names: [facts.name, ...(facts.preferredName === null ? [] : [facts.preferredName])],
  };
  const whole = {
    preparedOn: today,
    applicationOn,
    isApplicationDateNamed:
      sentOn !== null || (facts.answers.applicationOn != null && facts.answers.applicationOn >= today),
    name: facts.name,
    preferredName: facts.preferredName,
    hcpcNumber: facts.hcpcNumber,
    fieldOfPractice: facts.fieldOfPractice,
    route,
    // the signature is judged today: whoever signs must be on the Register when signing
    cover: count && coverOf(count, declared, signatureOf(facts, updatingDigest, today)),
    supervised: supervisedOf(facts, ofKind('SUPERVISED'), today),
    formal: ofKind('FORMAL').map(dayOf),
    private: ofKind('PRIVATE').map(dayOf),
    leftOut: (count?.entries ?? []).flatMap(({ key, on, kind, notCounted }) =>
      notCounted.map(({ reason, minutes, explanation }): LeftOut => ({
        id: key,
        on,
        kind,
        minutes,
        reason,
        explanation,
      })),
    ),
    expiries: count?.expiries ?? [],
    documents: facts.documents.map((document) => ({
      ...document,
      checks: checksOfDocument(document, applicant, applicationOn),
    })),
    needsDocuments: routesWithDocuments.includes(route),
    declarations,
    updatingDigest,
  };
  const endedBefore = (linkEndsOn: CalendarDate | null | undefined): CalendarDate | null =>
    linkEndsOn != null && linkEndsOn < today ? linkEndsOn : null;
  const findings = findingsOf(whole, {
    isSettled: standing.isSettled,
    wasRegistered: facts.answers.registration !== 'NEVER_REGISTERED',
    isSupervisorToo: facts.counterSignatory?.isSupervisor === true,
    comment: facts.counterSignatory?.comment ?? null,
    askedOn: facts.counterSignatory?.askedOn ?? null,
    linkEndedOn: endedBefore(facts.counterSignatory?.linkEndsOn),
    endedIds: facts.entries.filter(({ linkEndsOn }) => endedBefore(linkEndsOn) !== null).map(({ id }) => id),
    frozenIds: frozenOf(facts, ofKind('SUPERVISED'), today).map((one) => one.facts.id),
  });
  return { ...whole, findings, isReady: findings.every(({ stops }) => !stops) };
};

/** What stands in the way of a signature for the whole updating; empty where nothing does. */
export const toMendBeforeCounterSigning = ({ findings }: Pack): readonly string[] =>
  findings
    .filter(({ stops, section }) => stops && (section === 'UPDATING' || section === 'SUPERVISION'))
    .map(({ sentence }) => sentence);

/** What must be mended before the pack is sent; empty where it is ready. */
export const missingFrom = ({ findings }: Pack) => findings.filter(({ stops }) => stops);
