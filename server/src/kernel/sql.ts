/** A value that is known only when the statement runs: what was asked, by whom, when. */
export interface Parameter<Run = unknown> {
  valueFor(run: Run): unknown;
}

/** A piece of SQL text with its parameters in place; pieces nest. Text never holds a caller's value. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly (Sql | Parameter)[],
  ) {}
}

/** `` sql`a.id = ${parameter}` ``: text stays text, values become numbered parameters. */
export const sql = (strings: TemplateStringsArray, ...values: readonly (Sql | Parameter)[]): Sql =>
  new Sql(strings, values);

/** Text written by us, for example a column list. Never a caller's. */
export const text = (own: string): Sql => new Sql([own], []);

/** A quoted name of a table, column or output key. */
export const name = (identifier: string): Sql => text(`"${identifier.replaceAll('"', '""')}"`);

/** A quoted string constant written by us. */
export const constant = (own: string): Sql => text(`'${own.replaceAll("'", "''")}'`);

/** Constants written by us, as a list to be among: `('OPEN', 'MET')`. */
export const listed = (own: readonly string[]): string =>
  `(${own.map((each) => `'${each.replaceAll("'", "''")}'`).join(', ')})`;

/** Several pieces with a separator between them. */
export const join = (pieces: readonly Sql[], separator: string): Sql =>
  new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);

/** Writes the pieces as one text with `$1`, `$2`, … and the parameters in that order. */
export const render = (piece: Sql): { text: string; parameters: Parameter[] } => {
  const parameters: Parameter[] = [];
  const numbers = new Map<Parameter, number>();
  const write = (part: Sql): string =>
    part.strings.reduce((out, string, index) => {
      const value = part.values[index];
      if (value === undefined) return out + string;
      if (value instanceof Sql) return out + string + write(value);
      const known = numbers.get(value) ?? numbers.set(value, parameters.push(value)).get(value);
      return `${out}${string}$${known}`;
    }, '');
  return { text: write(piece), parameters };
};
