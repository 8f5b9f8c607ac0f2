import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mailNames } from '../audit/mail-names.ts';
import { wordMail } from './template.rules.ts';

const source = join(import.meta.dirname, '..');
const service = 'https://return.example.org';

it.each(mailNames)('%s has a subject and a letter', (name) => {
  const words = wordMail(name, { link: 'http://localhost:4000/sign-in/link#token' }, service);
  expect(words?.subject).toMatch(/^[A-Z][^\n]{5,70}$/);
  expect(words?.text).toMatch(/^Hello,\n\n[^]+\n\nReturn to Practice\n$/);
});

it('every mail is sent by somebody', () => {
  const senders = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(mail-names|template\.rules|\.test)\.ts$/.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'));
  expect(mailNames.filter((name) => !senders.some((text) => text.includes(`'${name}'`)))).toEqual([]);
});

it('has no words for a mail that nobody has written', () => {
  expect(wordMail('toString', {}, service)).toBeUndefined();
});

it.each([
  ['placement-offered', '/my-home'],
  ['site-asked', '/my-organisation'],
  ['host-invited', '/invitations'],
  ['region-move-asked', '/region-moves'],
  ['short-form-month', '/application'],
])('leads from %s to the page where it is done, the same for everybody', (template, page) => {
  const words = wordMail(template, { site: 'Example Site', service: 'https://elsewhere.example' }, service);
  expect(words?.text.match(/https?:\S+/g)).toEqual([`${service}${page}`]);
  expect(words?.html).toContain(`<a href="${service}${page}">`);
});
