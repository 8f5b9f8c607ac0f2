import { createHash } from 'node:crypto';
import type pg from 'pg';
import { personaId } from './personas.ts';

/** A page with a line on it, as small as a PDF can be. */
const page = (line: string): Buffer => {
  const drawn = `BT /F1 16 Tf 60 760 Td (${line}) Tj ET`;
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const objects = bodies.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${objects.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`, 'latin1');
};

/** Files of the persona who is half way: one for a day of study and a standard, one that waits to be filed. */
export const addEvidence = async (client: pg.ClientBase, at: Date): Promise<void> => {
  for (const [title, formLine] of [
    ['Example certificate of an online course', 'FORMAL_STUDY'],
    [null, null],
  ] as const) {
    const content = page(title ?? 'An example that is not filed yet');
    const { rows } = await client.query<{ id: string }>(
      `insert into evidence (returner_id, title, kind, bytes, sha256, virus_check, added_at, filed_at)
       select r.id, $2, 'PDF', $3, $4, 'NOT_CHECKED', $5, case when $2::text is null then null else $5::timestamptz end
       from returner r where r.person_id = $1 returning id`,
      [personaId('returner-logging'), title, content.length, createHash('sha256').update(content).digest(), at],
    );
    const id = rows[0]?.id;
    await client.query('insert into evidence_content (evidence_id, content) values ($1, $2)', [id, content]);
    if (formLine === null) continue;
    await client.query('insert into evidence_tie (evidence_id, form_line) values ($1, $2)', [id, formLine]);
    await client.query(
      `insert into evidence_tie (evidence_id, day_id) select e.id, d.id from evidence e join lateral
         (select id from current_logged_day l where l.returner_id = e.returner_id and l.kind = 'FORMAL' order by l.on_date desc, l.id limit 1) d on true
       where e.id = $1`,
      [id],
    );
    await client.query(
      'insert into evidence_tie (evidence_id, standard_id) select $1, id from standard_of_proficiency where number = 3',
      [id],
    );
  }
};
