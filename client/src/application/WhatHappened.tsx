import type { ApplicationFieldsFragment } from '../generated/graphql.ts';
import { applicationEntryPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { sayMoney } from '../ui/money.ts';
import { SummaryList } from '../ui/SummaryList.tsx';
import { entryKinds, ways } from './words.ts';

type Entry = ApplicationFieldsFragment['entries'][number];

/** What is known of an entry besides its day. */
const more = ({ way, askedFor, dueOn, pence, registrationNumber }: Entry): string[] => [
  ...(way === null ? [] : [ways[way].replace('my account', 'your account')]),
  ...(askedFor === null ? [] : [askedFor]),
  ...(dueOn === null ? [] : [`HCPC wants it by ${sayDate(dueOn)}`]),
  ...(pence === null ? [] : [sayMoney(pence)]),
  ...(registrationNumber === null ? [] : [`Number ${registrationNumber}`]),
];

/** What happened to an application, in order; the person can correct each line. */
export const WhatHappened = ({ entries, mayCorrect }: { entries: readonly Entry[]; mayCorrect: boolean }) => (
  <SummaryList
    rows={entries.map((entry) => ({
      key: `${sayDate(entry.on)}: ${entryKinds[entry.kind].told}`,
      value:
        more(entry).length === 0
          ? '–'
          : more(entry).map((line) => (
              <p key={line} className="nhsuk-u-margin-bottom-1">
                {line}
              </p>
            )),
      action: mayCorrect
        ? {
            href: applicationEntryPath(entry.id),
            text: 'Correct',
            hidden: `${entryKinds[entry.kind].told} on ${sayDate(entry.on)}`,
          }
        : undefined,
    }))}
  />
);
