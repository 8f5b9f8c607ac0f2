import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordMail } from './template.rules.ts';

const source = join(import.meta.dirname, '..');
const commands = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.command.ts'),
);
/** The names of templates that commands send, by their text: a command knows no words. */
const sent = commands.flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/template(?: =|:) ([^\n]*)/g)].flatMap((found) =>
    [...(found[1] ?? '').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((name) => name[1] ?? ''),
  ),
);

const service = 'https://return.example.org';

it('has words for every mail that a command sends', () => {
  expect(sent.length).toBeGreaterThan(5);
  for (const template of sent) {
    const words = wordMail(template, { link: 'http://localhost:4000/sign-in/link#token' }, service);
    expect(words?.subject, template).toMatch(/^[A-Z][^\n]{5,70}$/);
    expect(words?.text, template).toMatch(/^Hello,\n\n[^]+\n\nReturn to Practice\n$/);
  }
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
