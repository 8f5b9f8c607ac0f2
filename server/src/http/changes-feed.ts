/** What was released, the newest first. */
export type Releases = readonly {
  readonly releasedOn: string;
  readonly groups: readonly { readonly title: string; readonly changes: readonly string[] }[];
}[];

const title = 'Return to Practice: changes of the API';
const idOf = (publicUrl: string, releasedOn: string, index: number): string =>
  `${publicUrl}/developers/changes#${releasedOn}-${index + 1}`;
const textOf = ({ groups }: Releases[number]): string =>
  groups.map(({ title: of, changes }) => [of, ...changes.map((change) => `- ${change}`)].join('\n')).join('\n\n');
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const instantOf = (day: string): string => `${day}T00:00:00Z`;
/** Counted from the first release, so that an id stays when another release comes. */
const numbered = (releases: Releases) =>
  releases.map((release, index) => ({ release, number: releases.length - 1 - index }));

/** The releases as a JSON Feed, version 1.1. */
export const changesAsJsonFeed = (releases: Releases, publicUrl: string) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: `${publicUrl}/developers/changes`,
  feed_url: `${publicUrl}/reference/changes.json`,
  items: numbered(releases).map(({ release, number }) => ({
    id: idOf(publicUrl, release.releasedOn, number),
    url: `${publicUrl}/developers/changes`,
    title: `Released on ${release.releasedOn}`,
    content_text: textOf(release),
    date_published: instantOf(release.releasedOn),
    _groups: release.groups,
  })),
});

/** The releases as an Atom feed (RFC 4287). */
export const changesAsAtom = (releases: Releases, publicUrl: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <title>${title}</title>`,
    `  <id>${escape(publicUrl)}/reference/changes.atom</id>`,
    `  <link rel="self" href="${escape(publicUrl)}/reference/changes.atom"/>`,
    `  <link href="${escape(publicUrl)}/developers/changes"/>`,
    '  <author><name>Return to Practice</name></author>',
    `  <updated>${instantOf(releases[0]?.releasedOn ?? '2026-01-01')}</updated>`,
    ...numbered(releases).flatMap(({ release, number }) => [
      '  <entry>',
      `    <title>Released on ${release.releasedOn}</title>`,
      `    <id>${escape(idOf(publicUrl, release.releasedOn, number))}</id>`,
      `    <link href="${escape(publicUrl)}/developers/changes"/>`,
      `    <updated>${instantOf(release.releasedOn)}</updated>`,
      `    <content type="text">${escape(textOf(release))}</content>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
