import { personKey } from '../access/person-key.queries.ts';
import { unseal, type SealedFor } from '../access/sealing.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { contentOf } from '../evidence/evidence.queries.ts';
import { ownName } from '../evidence/evidence.rules.ts';
import { londonDate } from '../kernel/clock.ts';
import { recordHolderOf } from '../returners/returner.policy.ts';
import type { Part } from './export-file.ts';
import { htmlOf, jsonOf, type Told, type ToldChange } from './export.rules.ts';
import { filesOf, packsOf, sealedOf, toldOf, type SealedRow } from './held-rows.queries.ts';
import { keptAtErasure } from './personal-columns.rules.ts';

/** Notes that somebody takes everything about them along, before it leaves. */
export const noteExport = (context: CommandContext, personId: string) =>
  runCommand(context, { name: 'exportMyData', input: {}, idempotencyKey: null }, ({ audit }) => {
    audit({ action: 'exportMyData', subject: { type: 'Account', id: personId }, personId, changes: {} });
    return Promise.resolve({ done: {} });
  });

const opened = (key: Buffer | null, use: SealedFor, rows: readonly SealedRow[]): ToldChange[] =>
  rows.flatMap(({ at, what, sealed }) =>
    key === null
      ? []
      : [{ at: new Date(at).toISOString(), what, values: JSON.parse(unseal(key, use, sealed)) as unknown }],
  );

/** Everything about the one who asks, as the parts of one file: for people, for programs, and the files themselves. */
export const partsOfExport = async ({ em, actor, clock }: CommandContext): Promise<Part[]> => {
  const personIds = [...new Set([actor.personId, recordHolderOf(actor)])].filter((id) => id !== null);
  const [personId = ''] = personIds;
  const key = await personKey(em, personId);
  const sealed = await sealedOf(em, personId);
  const files = (await filesOf(em, personIds)).map((file) => ({
    ...file,
    name: `files/${ownName(file.kind, londonDate(new Date(file.addedAt)), file.id)}`,
  }));
  const packs = key === null ? [] : await packsOf(em, personIds);
  const told: Told = {
    madeAt: clock.now().toISOString(),
    tables: await toldOf(em, personIds),
    changes: opened(key, 'audit', sealed.changes),
    mails: opened(key, 'mail', sealed.mails),
    files: files.map(({ name, title }) => ({ name, title })),
    kept: keptAtErasure(),
  };
  const text = (name: string, words: () => string): Part => ({
    name,
    content: () => Promise.resolve(Buffer.from(words(), 'utf8')),
    isPacked: false,
  });
  return [
    text('my-data.html', () => htmlOf(told)),
    text('my-data.json', () => jsonOf(told)),
    ...files.map(({ id, name }): Part => ({
      name,
      content: async () => (await contentOf(em, id)) ?? Buffer.alloc(0),
      isPacked: true,
    })),
    ...packs.flatMap(({ frozenAt, json, html, pdf }, index) =>
      (
        [
          ['json', json],
          ['html', html],
          ['pdf', pdf],
        ] as const
      ).map(([ending, bytes]): Part => ({
        name: `packs/pack-${londonDate(new Date(frozenAt))}-${index + 1}.${ending}`,
        content: () =>
          Promise.resolve(key === null ? Buffer.alloc(0) : Buffer.from(unseal(key, 'pack', bytes), 'base64')),
        isPacked: ending === 'pdf',
      })),
    ),
  ];
};
