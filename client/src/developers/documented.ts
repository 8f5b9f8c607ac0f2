/** The documented queries of the contract, by the names of their files. */
const texts: Record<string, string> = import.meta.glob('../../../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files: Record<string, Recipe> = import.meta.glob('../../../schema/recipes/*.json', {
  import: 'default',
  eager: true,
});

/** One step of a recipe. */
interface RecipeStep {
  readonly say: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** How to do one task with the API, step by step. */
export interface Recipe {
  readonly title: string;
  readonly who: string;
  readonly scopes: readonly string[];
  readonly steps: readonly RecipeStep[];
}

const named = <Value>(all: Record<string, Value>): readonly (readonly [name: string, value: Value])[] =>
  Object.entries(all).map(([file, value]) => [/([^/]+)\.\w+$/.exec(file)?.[1] ?? file, value] as const);

/** A documented query: what it answers, and its text. */
export interface Documented {
  readonly name: string;
  readonly says: string;
  readonly text: string;
}

/** Every documented query. */
export const documented: readonly Documented[] = named(texts).map(([name, text]) => ({
  name,
  says: /^# (.*)$/m.exec(text)?.[1] ?? name,
  text: text.replace(/^(?:#.*\n)+/, '').trim(),
}));

/** Every recipe, by its name in addresses. */
export const recipes: readonly (readonly [name: string, recipe: Recipe])[] = named(files);

/** The text of a documented query. */
export const textOf = (name: string): string => documented.find((one) => one.name === name)?.text ?? '';
