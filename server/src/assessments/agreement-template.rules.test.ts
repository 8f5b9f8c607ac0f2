import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { settings, type Setting } from '../placements/matching/terms.rules.ts';
import { goalTemplates } from './agreement-template.rules.ts';
import { standardsCount } from './agreement-policy.rules.ts';
import { faultsOfOwnWords } from './own-words.rules.ts';

const rows = readFileSync(new URL('../organisations/reference/professions.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split(','));
const codes = rows.map(([code]) => code as ProfessionCode);
const titles = rows.flatMap((row) => (row[3] ?? '').split('|')).map((title) => title.toLowerCase());
const all = codes.flatMap((code) => (Object.keys(settings) as Setting[]).map((setting) => [code, setting] as const));

describe('words to begin a goal with', () => {
  it.each(all)('for %s in %s there is one for each standard, and each can be kept as it is', (code, setting) => {
    const templates = goalTemplates(code, setting);
    expect(templates.map(({ number }) => number)).toEqual(
      Array.from({ length: standardsCount }, (_, index) => index + 1),
    );
    for (const { goal, how, evidence } of templates)
      for (const words of [goal, how, evidence]) {
        expect(words).not.toBe('');
        expect(faultsOfOwnWords('goal', words, 'The goal')).toEqual([]);
      }
  });
  it('never give a person a protected title', () => {
    const words = all
      .flatMap(([code, setting]) => goalTemplates(code, setting))
      .map((each) => JSON.stringify(each).toLowerCase());
    for (const title of titles) expect(words.filter((text) => new RegExp(`\\b${title}s?\\b`).test(text))).toEqual([]);
  });
  it('are those of the field in work with patients, and those of the setting elsewhere', () => {
    const fits = (setting: Setting) => goalTemplates('DT', setting).find(({ number }) => number === 13)?.fits;
    expect(Object.fromEntries((Object.keys(settings) as Setting[]).map((setting) => [setting, fits(setting)]))).toEqual(
      {
        CLINICAL: 'PROFESSION',
        LEADERSHIP: 'SETTING',
        RESEARCH: 'SETTING',
        EDUCATION: 'SETTING',
      },
    );
    expect(goalTemplates(null, 'CLINICAL').find(({ number }) => number === 13)?.fits).toBe('EVERYBODY');
  });
});
