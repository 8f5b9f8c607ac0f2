import { hashToken } from '../access/token.ts';
import {
  column,
  fromRun,
  given,
  rowOf,
  type DerivedField,
  type FieldProjection,
  type Projection,
} from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';

import { sql, type Sql } from '../kernel/sql.ts';
import { answeringWith, oneById } from '../placements/host.projection.ts';
import { describedAs, isRegistered } from '../returners/described-as.rules.ts';
import { belongingToOwnReturner, ownReturner } from '../returners/returner.policy.ts';
import {
  counterSignaturesVisibleTo,
  partyToCounterSignature,
  type CounterSignatureSubject,
} from './counter-signature.policy.ts';
import { counterActionsOn, counterWording, type CounterSignatureState } from './counter-signature.rules.ts';
import { packFactsFrom, packFactsOf } from './pack-facts.ts';
import type { Pack, PackDay } from './pack-record.rules.ts';
import { packOf, toMendBeforeCounterSigning } from './pack.rules.ts';

const shownDay = ({ id, ...day }: PackDay) => ({ ...day, loggedDayId: id });
/** The pack under the names of the API. */
const shown = (pack: Pack) => ({
  ...pack,
  supervised: pack.supervised.map(({ days, ...one }) => ({ ...one, days: days.map(shownDay) })),
  formal: pack.formal.map(shownDay),
  private: pack.private.map(shownDay),
  leftOut: pack.leftOut.map(({ id, ...one }) => ({ ...one, loggedDayId: id })),
  documents: pack.documents.map(({ id, ...one }) => ({ ...one, certifiedDocumentId: id })),
});

/** The cover sheet as its counter-signatory sees it. */
const sheetOf = (facts: unknown, isOnRegister: unknown, linkEndsAt: unknown, today: CalendarDate) => {
  const { counterSignatory, ...read } = packFactsFrom(facts);
  const pack = packOf({ ...read, counterSignatory }, today);
  const { cover } = pack;
  const study = (kind: 'FORMAL' | 'PRIVATE', days: readonly PackDay[]) =>
    days.map(({ on, minutes, signing }) => ({ on, kind, minutes, signing, supervisorName: null, siteName: null }));
  const supervised = pack.supervised.flatMap(({ supervisorName, siteName, days }) =>
    days.map(({ on, minutes, signing }) => ({
      on,
      kind: 'SUPERVISED' as const,
      minutes,
      signing,
      supervisorName,
      siteName,
    })),
  );
  return {
    returnerName: pack.preferredName ?? pack.name,
    fieldOfPractice: pack.fieldOfPractice,
    describedAs: describedAs(isOnRegister === true, pack.fieldOfPractice),
    counterSignatoryName: counterSignatory?.displayName ?? '',
    linkEndsAt,
    requiredMinutes: cover?.requirement.minutes ?? 0,
    totalMinutes: cover?.totalMinutes ?? 0,
    kinds: cover?.kinds ?? [],
    from: cover?.from ?? null,
    until: cover?.until ?? null,
    lines: [...supervised, ...study('FORMAL', pack.formal), ...study('PRIVATE', pack.private)].toSorted((one, other) =>
      one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
    ),
    toMend: toMendBeforeCounterSigning(pack),
    digest: pack.updatingDigest,
    statement: counterWording.now,
  };
};

const returnerName = (returnerId: Sql): Sql =>
  sql`(select coalesce(r.preferred_name, w.display_name) from returner r join person w on w.id = r.person_id where r.id = ${returnerId})`;
const fieldOfPractice = (returnerId: Sql): Sql =>
  sql`coalesce((select f.field_of_practice from returner r join profession f on f.id = r.profession_id where r.id = ${returnerId}), 'osteopathy')`;

export const counterSignatureProjection: Projection = {
  type: 'CounterSignature',
  table: 'counter_signature',
  visible: counterSignaturesVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    state: column('state'),
    returnerName: { kind: 'expression', value: (row) => returnerName(row('returner_id')) },
    fieldOfPractice: { kind: 'expression', value: (row) => fieldOfPractice(row('returner_id')) },
    displayName: column('display_name'),
    email: column('email'),
    hcpcNumber: column('hcpc_number'),
    isOnRegister: column('is_on_register'),
    lookedUpOn: column('looked_up_on'),
    askedOn: column('asked_on'),
    linkSentOn: column('link_sent_on'),
    linkEndsAt: column('link_ends_at'),
    comment: column('comment'),
    signedAt: column('signed_at'),
    agreedText: column('agreed_text'),
    takenBackOn: column('taken_back_on'),
    takenBackReason: column('taken_back_reason'),
    sheet: {
      kind: 'derived',
      facts: {
        pack: (row) => packFactsOf(row('returner_id')),
        linkEndsAt: (row) => row('link_ends_at'),
        isRegistered: (row) => isRegistered(row('returner_id')),
      },
      compute: ({ pack, isRegistered: isBack, linkEndsAt }, { clock }) =>
        sheetOf(pack, isBack, linkEndsAt, clock.today()),
    },
    viewerActions: {
      kind: 'derived',
      facts: {
        subject: (row) =>
          sql`json_build_object('returner', json_build_object('personId', (select r.person_id from returner r where r.id = ${row('returner_id')})), 'personId', ${row('person_id')})`,
        state: (row) => row('state'),
        lastToldOn: (row) => row('last_told_on'),
      },
      compute: ({ subject, state, lastToldOn }, { actor, clock }) =>
        counterActionsOn(
          state as CounterSignatureState,
          partyToCounterSignature(actor, subject as CounterSignatureSubject),
          lastToldOn as CalendarDate | null,
          clock.today(),
        ),
    },
  },
};

/** What the holder of a link sees. A forged, used, revoked or expired link finds nothing. */
const counterSignatureSheet: DerivedField = {
  kind: 'derived',
  facts: {
    found: (_row, args) =>
      sql`(select json_build_object('pack', ${packFactsOf(sql`c.returner_id`)}, 'linkEndsAt', c.link_ends_at, 'isRegistered', ${isRegistered(sql`c.returner_id`)})
        from counter_signature c where c.state = 'ASKED' and c.token_hash = ${args.parameter((values) => hashToken(String(values['token'])))}::bytea
          and c.link_ends_at > ${fromRun((run) => run.clock.now())}::timestamptz)`,
  },
  compute: ({ found }, { clock }) => {
    if (found === null) return null;
    const sheet = found as Readonly<Record<'pack' | 'isRegistered' | 'linkEndsAt', unknown>>;
    return sheetOf(sheet.pack, sheet.isRegistered, sheet.linkEndsAt, clock.today());
  },
};

interface ToDoRow {
  readonly id: string;
  readonly fieldOfPractice: string;
  readonly isRegistered: boolean;
}

const counterSignaturesToDo: DerivedField = {
  kind: 'derived',
  facts: {
    waiting: () =>
      sql`(select coalesce(json_agg(row_to_json(f) order by f."askedOn", f.id), '[]'::json) from (select c.id, ${returnerName(sql`c.returner_id`)} "returnerName",
        ${fieldOfPractice(sql`c.returner_id`)} "fieldOfPractice", ${isRegistered(sql`c.returner_id`)} "isRegistered", c.asked_on "askedOn" from counter_signature c
        where c.state = 'ASKED' and ${visibilityForKind('COUNTER_SIGNATORY', counterSignaturesVisibleTo, rowOf('c'))}
        order by c.asked_on, c.id limit 100) f)`,
  },
  compute: ({ waiting }) =>
    (waiting as readonly ToDoRow[]).map(({ id, isRegistered: isBack, ...row }) => ({
      ...row,
      describedAs: describedAs(isBack, row.fieldOfPractice),
      counterSignatureId: toGlobalId('CounterSignature', id),
    })),
};

/** Cover sheets, at the root of the API. */
export const packQueries: Record<string, FieldProjection> = {
  counterSignature: oneById('CounterSignature', () => counterSignatureProjection),
  counterSignatureSheet,
  counterSignaturesToDo,
};

export const frozenPackProjection: Projection = {
  type: 'FrozenPack',
  table: 'frozen_pack',
  visible: belongingToOwnReturner,
  fields: {
    id: column('id'),
    frozenAt: column('frozen_at'),
    pdfSha256: column('pdf_sha256'),
    htmlSha256: column('html_sha256'),
    jsonSha256: column('json_sha256'),
  },
};

/** What the pack adds to a returner: for the person alone. */
export const packOfReturner = {
  pack: {
    kind: 'derived',
    facts: { pack: (returner) => packFactsOf(returner('id')) },
    compute: ({ pack }, { clock }) => shown(packOf(packFactsFrom(pack), clock.today())),
    shown: ownReturner,
  },
  counterSignature: {
    kind: 'relation',
    to: () => counterSignatureProjection,
    on: (signature, returner) =>
      sql`${signature('returner_id')} = ${returner('id')} and ${signature('state')} <> 'REPLACED'`,
  },
  frozenPacks: {
    kind: 'list',
    to: () => frozenPackProjection,
    on: (pack, returner) => sql`${pack('returner_id')} = ${returner('id')}`,
    orderBy: (pack) => sql`${pack('frozen_at')} desc, ${pack('id')}`,
    shown: ownReturner,
  },
} satisfies Record<string, FieldProjection>;

const withState = (type: string): Projection => ({
  type,
  table: null,
  visible: () => 'ALL',
  fields: {
    state: {
      kind: 'derived',
      facts: {
        state: () => sql`(select c.state from counter_signature c where c.id = ${given('counterSignatureId')})`,
      },
      compute: ({ state }) => state,
    },
  },
});

/** Answers of the commands about the cover sheet. */
export const packAnswers: readonly Projection[] = [
  ...['CounterSignatureAsked', 'CounterSignatureWithdrawn', 'CounterSignatureSettled', 'CounterSignatureTakenBack'].map(
    (type) => answeringWith(type, 'counterSignature', () => counterSignatureProjection, 'counterSignatureId'),
  ),
  withState('CounterSignatureSettledByLink'),
  withState('CounterSignatureDisowned'),
];
