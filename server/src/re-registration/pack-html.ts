import type { Block, PlainDocument } from './pack-document.rules.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const style = `body{font:16px/1.5 Arial,sans-serif;color:#212b32;max-width:60em;margin:2em auto;padding:0 1em}
h1{font-size:1.8em}h2{margin-top:2em;border-top:2px solid #005eb8;padding-top:.5em}
table{border-collapse:collapse;width:100%;margin:1em 0}caption{text-align:left;font-weight:bold;padding:.3em 0}
th,td{border-bottom:1px solid #aeb7bd;padding:.4em .6em .4em 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
@media (max-width:40em){table,tbody,tr,td,th{display:block;border:0}thead{position:absolute;left:-9999px}tr{border-bottom:1px solid #aeb7bd}}
@media print{@page{size:A4;margin:18mm}body{font-size:10pt;margin:0;max-width:none}h2,h3,caption{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}`;

const writeBlock = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escape(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escape(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const head = block.columns
        .map(({ heading }) => `<th role="columnheader" scope="col">${escape(heading)}</th>`)
        .join('');
      const rows = block.rows.map(
        (cells) =>
          `<tr role="row">${cells
            .map((cell, index) =>
              index === 0
                ? `<th role="rowheader" scope="row">${escape(cell)}</th>`
                : `<td role="cell">${escape(cell)}</td>`,
            )
            .join('')}</tr>`,
      );
      return `<table role="table">\n<caption>${escape(block.caption)}</caption>\n<thead role="rowgroup"><tr role="row">${head}</tr></thead>\n<tbody role="rowgroup">\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
  }
};

/** A document as one page of HTML that loads nothing and prints well. */
export const htmlOf = ({ title, language, blocks }: PlainDocument): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${blocks.map(writeBlock).join('\n')}
</main>
</body>
</html>
`;
