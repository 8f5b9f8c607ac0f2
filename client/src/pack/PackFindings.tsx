import { graphql } from '../generated/gql.ts';
import type { PackFindingFieldsFragment } from '../generated/graphql.ts';
import { changeCopyPath, loggedDayPath, paths } from '../paths.ts';
import { Assumed } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';

/** Something that is missing from the papers, or worth knowing. @fragment */
export const PackFindingFields = graphql(`
  fragment PackFindingFields on PackFinding {
    code
    stops
    sentence
    help
    page
    recordId
    rule {
      key
      assumed
    }
  }
`);

type Finding = PackFindingFieldsFragment;

/** Where something is mended, and what the link there says. */
const wayTo = ({ page, recordId, code }: Finding): { href: string; text: string } => {
  switch (page) {
    case 'LOG':
      return recordId === null
        ? { href: paths.log, text: 'Open your log' }
        : { href: loggedDayPath(recordId), text: 'Open this day' };
    case 'SIGNATURES':
      return { href: paths.signatures, text: 'Go to signatures' };
    case 'COUNTER_SIGNATORY':
      return { href: paths.counterSignatory, text: 'Go to your counter-signatory' };
    case 'DOCUMENTS':
      return recordId === null
        ? {
            href: `${paths.addCopy}?use=${code === 'ADDRESS_DOCUMENT_MISSING' ? 'ADDRESS' : 'IDENTITY'}`,
            text: 'Tick off a copy',
          }
        : { href: changeCopyPath(recordId), text: 'Change this copy' };
    case 'HCPC_NUMBER':
      return { href: paths.hcpcNumber, text: 'Give your number' };
    case 'ANSWERS':
      return { href: paths.savedAnswers, text: 'Look at your answers' };
    case 'PLACEMENT':
      return { href: paths.placement, text: 'Look at your placement' };
  }
};

interface PackFindingsProps {
  findings: readonly Finding[];
  /** The page at hand: what is mended there needs no link to it. */
  here?: string;
}

/** What was found, each with the way to mend it. */
export const PackFindings = ({ findings, here }: PackFindingsProps) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {findings.map((finding) => {
      const { href, text } = wayTo(finding);
      return (
        <li key={`${finding.code} ${finding.sentence}`}>
          <strong>{finding.sentence}</strong> {finding.help} {finding.rule?.assumed === true ? <Assumed /> : null}{' '}
          {href === here ? null : (
            <Link href={href}>
              {text}
              <span className="nhsuk-u-visually-hidden">: {finding.sentence}</span>
            </Link>
          )}
        </li>
      );
    })}
  </ul>
);
