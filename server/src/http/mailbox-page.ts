import type { OpenedMail } from '../messages/mail.queries.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** The text with its web addresses as links. */
const linked = (text: string): string =>
  escape(text)
    .split('\n\n')
    .map(
      (paragraph) => `<p>${paragraph.replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>').replaceAll('\n', '<br>')}</p>`,
    )
    .join('\n');

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

/** The mails of the demonstration as a plain page, which needs neither script nor style. */
export const mailboxPage = (mails: readonly OpenedMail[], to: string | undefined): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox of the demonstration – Return to Practice</title>
</head>
<body>
<main>
<h1>Mailbox of the demonstration</h1>
<p>No mail is sent from here. What would be sent is shown below, the newest first. <a href="/">Back to Return to Practice</a></p>
${to === undefined ? '' : `<p>Only mail to ${escape(to)}. <a href="/demo/mailbox">Show all mail</a></p>`}
${mails.length === 0 ? '<p>There is no mail yet.</p>' : ''}
${mails
  .map(
    ({ to: address, subject, text, at, calendar }) => `<article>
<h2>${escape(subject)}</h2>
<p>To <a href="/demo/mailbox?to=${escape(encodeURIComponent(address))}">${escape(address)}</a>, <time datetime="${at.toISOString()}">${when.format(at)}</time></p>
${linked(text)}
${calendar ? `<p>With a file for the calendar:</p>\n<pre>${escape(calendar.file)}</pre>` : ''}
<hr>
</article>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
