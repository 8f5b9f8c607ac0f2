import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { citedRules } from '../eligibility/cited.rules.ts';
import { appealDays, decisionWorkingDays } from '../eligibility/dated.rules.ts';
import { sources } from '../eligibility/sources.rules.ts';
import { placementCitedRules } from '../placements/placement-cited.rules.ts';
import { escalationWorkingDays } from '../placements/placement.rules.ts';
import { applicationCitedRules } from './application-cited.rules.ts';
import { packCitedRules } from './pack-cited.rules.ts';

const root = new URL('../../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const tables = [citedRules, placementCitedRules, packCitedRules, applicationCitedRules];
const keys = tables.flatMap((table) => Object.keys(table));
const page = textOf('docs/sources.md');
/** The first column of a table of the page, below its heading. */
const firstColumn = (heading: string): string[] =>
  [...(page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(/^[|] `?(\w+)`? +[|]/gm)]
    .map(([, cell]) => cell ?? '')
    .slice(1);

it('is one key a rule, whichever table holds it', () => expect(new Set(keys).size).toBe(keys.length));

it('is told to readers: every source and every rule, and no other', () => {
  expect(firstColumn('Sources').toSorted()).toEqual(Object.keys(sources).toSorted());
  for (const { url } of Object.values(sources)) expect(page).toContain(`(${url})`);
  expect(firstColumn('Rules').toSorted()).toEqual(keys.toSorted());
});

it('says the same numbers of days as are counted', () => {
  expect(citedRules.HCPC_TEN_WORKING_DAYS.title).toContain(`${decisionWorkingDays} working days`);
  expect(applicationCitedRules.APPLICATION_TARGET.title).toContain(`${decisionWorkingDays} working days`);
  expect(applicationCitedRules.APPLICATION_APPEAL.title).toContain(`${appealDays} days`);
  expect(placementCitedRules.ANSWER_IN_TEN_WORKING_DAYS.title).toContain(`${escalationWorkingDays} working days`);
});

it('is applied: no rule stands there for nothing', () => {
  const applied = readdirSync(new URL('server/src/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/cited\.rules\.ts$|\.(test|fixture)\.ts$/.test(path))
    .map((path) => textOf(`server/src/${path}`))
    .join('\n');
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(applied))).toEqual([]);
});

it('is what the contract names: a source that can be looked up', () => {
  const named = [...textOf('schema/return-to-practice.graphql').matchAll(/Source: ([^.`]+)/g)].flatMap(([, list]) =>
    (list ?? '').split(', ').filter((each) => /^[A-Z]\d+[a-z]?$/.test(each)),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((key) => !Object.keys(sources).includes(key))).toEqual([]);
});
