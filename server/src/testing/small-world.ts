import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { allScopes } from '../access/scopes.ts';
import { BulkExportSchema } from '../bulk/bulk-export.entity.ts';
import { keptUntilOf } from '../bulk/bulk-export.rules.ts';
import { queryOfList } from '../bulk/common-lists.rules.ts';
import { DeprecatedUseSchema } from '../partners/deprecated-use.entity.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { anonymous, type Actor, type Role } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { suspendAccount } from '../accounts/suspend-account.command.ts';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { applyNationalFile } from '../national-files/take-national-file.command.ts';
import { RegionSchema } from '../organisations/organisation.entity.ts';
import { addCertifiedDocument } from '../re-registration/save-certified-document.command.ts';
import { decideProgrammeEntry } from '../re-registration/decide-programme-entry.command.ts';
import { recordApplicationEntry } from '../re-registration/record-application.command.ts';
import { nameCounterSignatory } from '../re-registration/name-counter-signatory.command.ts';
import { giveConsent, withdrawConsent } from '../returners/decide-consent.command.ts';
import { recordAnswerFromHcpc, recordQuestionToHcpc } from '../returners/question-to-hcpc.command.ts';
import { makeReturner, thirtyDayAnswers } from '../returners/returner.factory.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { updateProfile } from '../returners/update-profile.command.ts';
import { editLoggedDay, removeLoggedDay } from '../updating/edit-logged-day.command.ts';
import { makeAssessmentWorld } from './small-world-assessments.ts';
import { makePlacementWorld } from './small-world-placements.ts';
import { fileEvidence } from '../evidence/file-evidence.command.ts';
import { takeFile } from '../evidence/take-file.command.ts';
import { logDay } from '../updating/log-day.command.ts';
import { savePlan } from '../updating/save-plan.command.ts';

/** The moment at which the small world stands still. */
export const standingClock: Clock = {
  now: () => new Date('2026-11-21T12:00:00Z'),
  today: () => londonDate(standingClock.now()),
};

/** Everybody of the small world, by what they are to it. */
export interface SmallWorld {
  readonly actors: Readonly<Record<string, Actor>>;
  /** Global ids of the returners, of days in their logs, and of people. */
  readonly returnerIds: readonly string[];
  readonly loggedDayIds: readonly string[];
  readonly accountIds: readonly string[];
  /** Global ids of organisations, sites, supervisors, places, placements, files and imports. */
  readonly placementIds: readonly string[];
}

const sixtyDayAnswers: EligibilityAnswers = { ...thirtyDayAnswers, lastPractised: { year: 2019, month: 3 } };
/** A coordinator decides where somebody lives in another country than they plan to work in. */
const openAnswers: EligibilityAnswers = { ...thirtyDayAnswers, livesIn: 'WALES', plansToWorkIn: 'ENGLAND' };
/** The published texts differ on exactly two years. */
const unclearAnswers: EligibilityAnswers = {
  ...thirtyDayAnswers,
  leftRegister: { year: 2024, month: 11, day: 21 },
  lastPractised: { year: 2024, month: 11, day: 21 },
};

/** The national file of trusts: one has another name and another address, so there is a past to read; another is still to open. */
const lineOfTrust = (...cells: readonly string[]): string =>
  [...cells, ...Array.from({ length: 27 - cells.length }, () => '')].join();
const trusts = [
  lineOfTrust('R1F', 'EXAMPLE ISLAND NHS TRUST', 'Y59', 'QRL', '', '', '', '', '', 'PO33 1AA', '20120401'),
  lineOfTrust('X9F', 'EXAMPLE FUTURE NHS TRUST', 'Y63', 'QF7', '', '', '', '', '', 'S1 1AA', '20310401'),
].join('\n');

/**
 * Fills a database with a few returners in two regions, seen and unseen, each with something in every table that holds
 * what is theirs, and with somebody in every role. Everything is done through commands.
 */
export const makeSmallWorld = async (em: EntityManager): Promise<SmallWorld> => {
  const clock = standingClock;
  const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'small world', em: em.fork() });
  const done = async (result: Promise<CommandResult>): Promise<Readonly<Record<string, string>>> => {
    const found = await result;
    if ('refused' in found) throw new Error(JSON.stringify(found.refused));
    return found.done;
  };
  const regionId = async (code: string) => (await em.fork().findOneOrFail(RegionSchema, { code })).id;
  const london = await regionId('Y56');
  const northWest = await regionId('Y62');
  const loggedDayIds: string[] = [];

  const person = async (answers: EligibilityAnswers, homePostcode: string | null, days: number, shares: boolean) => {
    const { actor, id, returnerId } = await makeReturner(em, clock, answers);
    const versionOf = async () => (await em.fork().findOneOrFail(ReturnerSchema, { id })).version;
    if (homePostcode)
      await done(
        updateProfile(as(actor), {
          returnerId,
          expectedVersion: await versionOf(),
          homePostcode,
          hcpcNumber: `DT${12_000 + days}`,
          preferredName: days % 2 === 0 ? 'Example' : null,
          practiceHistory: [{ work: 'A ward', place: 'ENGLAND', from: { year: 2011 }, to: { year: 2020, month: 2 } }],
        }),
      );
    for (let n = 0; n < days; n++) {
      const made = await done(
        logDay(as(actor), {
          returnerId,
          idempotencyKey: randomUUID(),
          onDate: calendarDate(`2026-${n % 2 === 0 ? '10' : '09'}-${String(1 + n).padStart(2, '0')}`),
          kind: (['SUPERVISED', 'FORMAL', 'PRIVATE'] as const)[n % 3] ?? 'PRIVATE',
          minutes: 60 + 40 * n,
          startsAt: n % 2 === 0 ? '09:00' : null,
          note: n % 4 === 0 ? `Day ${n} of ${days}` : null,
        }),
      );
      const loggedDayId = toGlobalId('LoggedDay', made['loggedDayId'] ?? '');
      loggedDayIds.push(loggedDayId);
      const version = { loggedDayId, expectedVersion: 1, idempotencyKey: randomUUID() };
      if (n === 1) await done(removeLoggedDay(as(actor), version));
      if (n === 2)
        await done(
          editLoggedDay(as(actor), { ...version, onDate: calendarDate('2026-10-30'), kind: 'FORMAL', minutes: 200 }),
        );
    }
    if (days > 1)
      await done(
        savePlan(as(actor), {
          returnerId,
          startOn: calendarDate('2026-12-01'),
          daysAWeek: days % 2 === 0 ? 2.5 : 1,
          mix: { supervised: 50, formal: 20, private: 30 },
          weeksOff: [],
        }),
      );
    if (shares) await done(giveConsent(as(actor), { returnerId, kind: 'SHARE_WITH_COORDINATORS', wordingVersion: 1 }));
    return { actor, returnerId, versionOf };
  };

  const seenInLondon = await person(thirtyDayAnswers, 'SE1 9RT', 6, true);
  const alsoSeenInLondon = await person(openAnswers, 'SE1 9RT', 1, true);
  const unseenInLondon = await person(sixtyDayAnswers, 'SE1 9RT', 3, false);
  const seenInNorthWest = await person(sixtyDayAnswers, 'M13 9WL', 4, true);
  const gone = await person(thirtyDayAnswers, 'M13 9WL', 2, true);
  for (const { actor, returnerId } of [seenInLondon, seenInNorthWest]) {
    await done(
      nameCounterSignatory(as(actor), {
        returnerId,
        displayName: 'Example Counter-signatory',
        email: 'counter-signatory@example.invalid',
        hcpcNumber: 'DT022222',
        isOnRegister: true,
        lookedUpOn: calendarDate('2026-11-20'),
        idempotencyKey: randomUUID(),
      }),
    );
    await done(
      addCertifiedDocument(as(actor), {
        returnerId,
        use: 'IDENTITY',
        kind: 'PASSPORT',
        hasWords: true,
        hasSignature: false,
        isCertifiedByApplicant: false,
      }),
    );
  }
  await done(withdrawConsent(as(gone.actor), { returnerId: gone.returnerId, kind: 'SHARE_WITH_COORDINATORS' }));
  const nowhere = await person(unclearAnswers, null, 0, true);
  const asked = await person(unclearAnswers, 'SE1 9RT', 0, true);
  for (const [{ actor, returnerId }, isAnswered] of [
    [asked, false],
    [nowhere, true],
  ] as const) {
    await done(recordQuestionToHcpc(as(actor), { returnerId, askedOn: calendarDate('2026-11-02') }));
    if (isAnswered)
      await done(
        recordAnswerFromHcpc(as(actor), {
          returnerId,
          answeredOn: calendarDate('2026-11-12'),
          days: 30,
          route: 'READMISSION_WITH_UPDATING',
        }),
      );
  }

  for (const { actor, returnerId } of [alsoSeenInLondon, seenInNorthWest])
    await done(
      recordApplicationEntry(as(actor), {
        returnerId,
        kind: 'SENT',
        on: calendarDate('2026-11-20'),
        way: 'EMAIL',
        despiteMissing: true,
        idempotencyKey: randomUUID(),
      }),
    );

  const evidenceIds: string[] = [];
  for (const [index, isFiled] of [true, false].entries()) {
    const { actor } = seenInLondon;
    const content = Buffer.from(`example ${index}`);
    const taken = await done(
      takeFile(as(actor), {
        kind: 'PNG',
        content,
        warnings: ['CANNOT_BE_READ'],
        isScanned: false,
        idempotencyKey: randomUUID(),
      }),
    );
    const evidenceId = toGlobalId('Evidence', taken['evidenceId'] ?? '');
    evidenceIds.push(evidenceId);
    if (isFiled)
      await done(
        fileEvidence(as(actor), {
          evidenceId,
          expectedVersion: 1,
          idempotencyKey: randomUUID(),
          title: 'Example certificate',
          loggedDayIds: loggedDayIds.slice(0, 1),
          standardIds: [],
          formLines: ['FORMAL_STUDY'],
          isAboutNoPatient: true,
        }),
      );
  }

  const staff = (role: Role, place: Parameters<typeof makePerson>[2] = {}) => makePerson(em, role, place);
  const coordinator = await staff('COORDINATOR', { regionId: london });
  const boardId = (await em.fork().findOneOrFail(ReturnerSchema, { person: seenInNorthWest.actor.personId })).board?.id;
  const ofBoard = await staff('COORDINATOR', boardId ? { boardId } : {});
  await done(
    decideProgrammeEntry(as(coordinator), {
      returnerId: alsoSeenInLondon.returnerId,
      expectedVersion: await alsoSeenInLondon.versionOf(),
      decision: 'ADMITTED',
      reason: 'There is room on the course.',
    }),
  );
  const administrator = await staff('ADMINISTRATOR');
  const suspended = await staff('SUPERVISOR');
  const suspendedId = toGlobalId('Account', suspended.personId);
  await done(
    suspendAccount(as(administrator), {
      accountId: suspendedId,
      expectedVersion: 1,
      reason: 'For the sake of the test',
    }),
  );

  const coordinatorOfAnotherRegion = await staff('COORDINATOR', { regionId: northWest });
  const placements = await makePlacementWorld({
    em,
    clock,
    coordinator,
    coordinatorOfAnotherRegion,
    accepted: seenInLondon,
    proposed: alsoSeenInLondon,
    waiting: [seenInNorthWest, asked],
  });

  const assessor = await staff('ASSESSOR');
  const assessmentIds = await makeAssessmentWorld({
    em,
    clock,
    coordinator,
    assessor,
    returner: seenInLondon.actor,
    hostId: placements.hostId,
    placementId: placements.acceptedId,
  });

  const { nationalImportId = '' } = await done(
    applyNationalFile(as(administrator), {
      kind: 'TRUSTS',
      bytes: Buffer.from(trusts),
      chosen: new Map(),
      idempotencyKey: randomUUID(),
    }),
  );

  const actors: Record<string, Actor> = {
    anonymous,
    returner: seenInLondon.actor,
    'another returner': unseenInLondon.actor,
    'a returner without a pathway': await staff('RETURNER'),
    supervisor: placements.supervisor,
    assessor,
    'counter-signatory': await staff('COUNTER_SIGNATORY'),
    'organisation member': placements.member,
    'organisation administrator': placements.administrator,
    'coordinator of a region': coordinator,
    'coordinator of another region': coordinatorOfAnotherRegion,
    'coordinator of a board': ofBoard,
    administrator,
    partner: await makeProgram(em, placements.administrator),
    suspended: { ...suspended, kind: 'SUSPENDED' },
  };
  return {
    actors,
    returnerIds: [seenInLondon, alsoSeenInLondon, unseenInLondon, seenInNorthWest, gone, nowhere, asked].map(
      ({ returnerId }) => returnerId,
    ),
    loggedDayIds,
    placementIds: [toGlobalId('NationalImport', nationalImportId), ...placements.ids, ...assessmentIds, ...evidenceIds],
    accountIds: Object.values(actors).flatMap(({ personId }) => (personId ? [toGlobalId('Account', personId)] : [])),
  };
};

/** A program of an organisation, with every scope. */
const makeProgram = async (em: EntityManager, owner: Actor & { readonly personId: string }): Promise<Actor> => {
  const [hostId = ''] = owner.hostIds;
  const { clientId, keyId } = await makePartner(em, { hostId, ownerId: owner.personId, scopes: allScopes });
  const own = em.fork();
  own.create(DeprecatedUseSchema, {
    client: clientId,
    coordinate: 'Query.example',
    reason: 'Use `another`. Deprecated on 2026-11-22, removed after 2027-06-01.',
    firstSeenAt: standingClock.now(),
    lastSeenAt: standingClock.now(),
  });
  const asked = {
    askedAt: standingClock.now(),
    dueAt: standingClock.now(),
    keptUntil: keptUntilOf(standingClock.now()),
  };
  const query = '{ placementSites(first: 1) { nodes { id } } }';
  own.create(BulkExportSchema, {
    client: clientId,
    key: keyId,
    scopes: [...allScopes],
    person: null,
    role: null,
    host: hostId,
    list: null,
    query,
    variables: {},
    format: 'JSONL',
    state: 'READY',
    rowCount: 2,
    byteCount: 90,
    chunkCount: 1,
    sha256: 'ab'.repeat(32),
    startedAt: standingClock.now(),
    finishedAt: standingClock.now(),
    ...asked,
  });
  own.create(BulkExportSchema, {
    client: null,
    key: null,
    scopes: [],
    person: owner.personId,
    role: 'ORGANISATION_ADMINISTRATOR',
    host: hostId,
    list: 'SITES',
    query: queryOfList('SITES', null),
    variables: {},
    format: 'CSV',
    state: 'STOPPED',
    stopReason: 'RIGHTS_LOST',
    finishedAt: standingClock.now(),
    ...asked,
  });
  await own.flush();
  const partner = { clientId, keyId, ownerId: owner.personId, scopes: allScopes, budget: 10_000 };
  return { ...anonymous, kind: 'PARTNER', hostIds: [hostId], partner };
};
