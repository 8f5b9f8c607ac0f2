import type { CommandContext } from '../audit/run-command.ts';
import { render, sql, text } from '../kernel/sql.ts';
import { packFactsFrom, packFactsOf } from './pack-facts.ts';
import type { PackFacts } from './pack-record.rules.ts';

const written = render(packFactsOf(sql`${text('?')}::uuid`)).text;

/** What the pack of a returner is made from, as it stands in the transaction. Call it with the returner locked. */
export const readPackFacts = async (em: CommandContext['em'], returnerId: string): Promise<PackFacts> => {
  const [row] = await em.execute<{ facts: unknown }[]>(`select ${written} facts`, [returnerId]);
  if (!row?.facts) throw new Error('The returner was locked before.');
  return packFactsFrom(row.facts);
};
