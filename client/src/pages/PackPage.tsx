import { Navigate, useLocation } from 'react-router';
import { SureDownload } from '../access/SureDownload.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { PackFieldsFragment, PackToSendQuery } from '../generated/graphql.ts';
import { PackFindings } from '../pack/PackFindings.tsx';
import { counterSignatureWords, kindWords, sayDocument, signingWords, usesInWords } from '../pack/words.ts';
import { changeCopyPath, frozenPackFile, loggedDayPath, packFile, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Details, Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDays, sayHours } from '../ui/duration.ts';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { SummaryList } from '../ui/SummaryList.tsx';

/** What the page shows of the pack. @fragment */
export const PackFields = graphql(`
  fragment PackFields on Pack {
    applicationOn
    isApplicationDateNamed
    isReady
    needsDocuments
    findings {
      ...PackFindingFields
    }
    cover {
      requirement {
        minutes
      }
      window {
        opensOn
        closesOn
      }
      totalMinutes
      kinds {
        kind
        minutes
        entries
      }
      counterSignature {
        name
        state
        isOutdated
      }
    }
    supervised {
      supervisorName
      siteName
      from
      until
      minutes
      signedMinutes
      checks {
        isMet
        message
        rule {
          key
          assumed
        }
      }
      days {
        ...PackDayFields
      }
    }
    formal {
      ...PackDayFields
    }
    private {
      ...PackDayFields
    }
    expiries {
      dropsOutOn
      minutes
    }
    documents {
      certifiedDocumentId
      use
      kind
      checks {
        condition
        isMet
        message
        rule {
          key
          assumed
        }
      }
    }
    declarations {
      title
      explanation
      link {
        url
        title
      }
    }
  }
`);
/** A declared day. @fragment */
export const PackDayFields = graphql(`
  fragment PackDayFields on PackDay {
    loggedDayId
    on
    minutes
    activity
    signing
  }
`);
const PackToSend = graphql(`
  query PackToSend {
    viewer {
      returner {
        id
        pack {
          ...PackFields
        }
        application {
          sentOn
        }
        frozenPacks {
          id
          frozenAt
          pdfSha256
        }
      }
    }
  }
`);

const title = 'Your papers for HCPC';

/** Everything that goes to HCPC, what is missing, and the files. */
export function PackPage() {
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(PackToSend, {}, 'your papers');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (!returner?.pack) return <Navigate to={paths.pathway} replace />;
  const { pack, frozenPacks } = returner;
  const { sentOn } = returner.application;
  const kept = frozenPacks ?? [];
  return (
    <Page
      title={title}
      backHref={paths.pathway}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      {sentOn === null ? (
        <>
          <p>
            <Tag colour={pack.isReady ? 'green' : 'orange'}>{pack.isReady ? 'Ready to send' : 'Not ready yet'}</Tag> for
            an application on {sayDate(pack.applicationOn)}.
          </p>
          <p>
            These papers follow the order of HCPC’s return to practice form. They are made from your record each time
            you open them. HCPC alone decides about readmission.
          </p>
          <Findings pack={pack} />
        </>
      ) : (
        <>
          <p>
            You sent your application on {sayDate(sentOn)}. There is nothing more to do here unless HCPC asks. HCPC
            alone decides about readmission.
          </p>
          <Kept packs={kept} />
          {pack.findings.length === 0 ? null : (
            <Details summary="What would be missing if you sent your papers again today">
              <Findings pack={pack} />
            </Details>
          )}
        </>
      )}
      <h2>{sentOn === null ? 'Download' : 'Download as they are today'}</h2>
      <ul>
        {(
          [
            ['pdf', 'PDF, to send or print'],
            ['html', 'Web page, to read or print'],
            ['json', 'Data (JSON)'],
          ] as const
        ).map(([form, words]) => (
          <li key={form}>
            <SureDownload href={packFile(form)}>{words}</SureDownload>
          </li>
        ))}
      </ul>
      {pack.isReady ? null : <p>The files say that something is missing for as long as it is.</p>}
      <Cover pack={pack} />
      <Updating pack={pack} />
      <Copies pack={pack} />
      <h2>Declarations</h2>
      <p>HCPC asks you to declare these. Nobody answers them for you: you do that yourself on HCPC’s form.</p>
      <ul>
        {pack.declarations.map(({ title: of, explanation, link }) => (
          <li key={of}>
            <strong>{of}.</strong> {explanation} <Link href={link.url}>{link.title} (HCPC)</Link>
          </li>
        ))}
      </ul>
      {sentOn === null && kept.length > 0 ? <Kept packs={kept} /> : null}
    </Page>
  );
}

/** What is missing, and what is good to know. */
function Findings({ pack: { findings } }: { pack: PackFieldsFragment }) {
  const stops = findings.filter((one) => one.stops);
  const notes = findings.filter((one) => !one.stops);
  return (
    <>
      {stops.length === 0 ? null : (
        <>
          <h2>{stops.length === 1 ? '1 thing is missing' : `${stops.length} things are missing`}</h2>
          <PackFindings findings={stops} />
        </>
      )}
      {notes.length === 0 ? null : (
        <>
          <h2>Good to know</h2>
          <PackFindings findings={notes} />
        </>
      )}
    </>
  );
}

type Packs = NonNullable<NonNullable<PackToSendQuery['viewer']['returner']>['frozenPacks']>;

/** The papers as they were when they were sent. */
const Kept = ({ packs }: { packs: Packs }) => (
  <>
    <h2>What you sent</h2>
    {packs.length === 0 ? (
      <p>No copy of what you sent is kept here.</p>
    ) : (
      <ul>
        {packs.map(({ id, frozenAt, pdfSha256 }) => (
          <li key={id}>
            {sayInstant(frozenAt)}:{' '}
            <SureDownload href={frozenPackFile(id, 'pdf')}>
              PDF <span className="nhsuk-u-visually-hidden">as sent on {sayInstant(frozenAt)}</span>
            </SureDownload>
            ,{' '}
            <SureDownload href={frozenPackFile(id, 'json')}>
              data <span className="nhsuk-u-visually-hidden">as sent on {sayInstant(frozenAt)}</span>
            </SureDownload>
            . Its fingerprint (SHA-256) begins with <code>{pdfSha256.slice(0, 16)}</code>.
          </li>
        ))}
      </ul>
    )}
  </>
);

function Cover({ pack: { cover } }: { pack: PackFieldsFragment }) {
  if (cover === null) return null;
  const { counterSignature: signature } = cover;
  return (
    <>
      <h2>Cover sheet</h2>
      <SummaryList
        rows={[
          {
            key: 'Asked for',
            value: `${sayDays(cover.requirement.minutes)} (${sayHours(cover.requirement.minutes)})`,
          },
          { key: 'Days that count', value: `${sayDate(cover.window.opensOn)} to ${sayDate(cover.window.closesOn)}` },
          ...cover.kinds.map(({ kind, minutes, entries }) => ({
            key: kindWords[kind],
            value: `${sayHours(minutes)} in ${entries === 1 ? '1 entry' : `${entries} entries`}`,
          })),
          { key: 'Declared in all', value: `${sayDays(cover.totalMinutes)} (${sayHours(cover.totalMinutes)})` },
          {
            key: 'Counter-signatory',
            value:
              signature === null
                ? 'Nobody is named'
                : `${signature.name}. ${signature.isOutdated ? 'Signed for other days than these' : counterSignatureWords[signature.state]}`,
            action: {
              href: paths.counterSignatory,
              text: signature === null ? 'Name' : 'See',
              hidden: signature === null ? 'a counter-signatory' : 'your counter-signatory',
            },
          },
        ]}
      />
    </>
  );
}

type Days = PackFieldsFragment['formal'];

const DaysOf = ({ caption, days, signed }: { caption: string; days: Days; signed: boolean }) => (
  <Details summary={`${caption}: ${days.length === 1 ? '1 entry' : `${days.length} entries`}`}>
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { heading: 'Day', cell: ({ loggedDayId, on }) => <Link href={loggedDayPath(loggedDayId)}>{sayDate(on)}</Link> },
        { heading: 'Hours', cell: ({ minutes }) => sayHours(minutes), numeric: true },
        { heading: 'Activity', cell: ({ activity }) => activity ?? 'Not noted' },
        ...(signed ? [{ heading: 'Signature', cell: ({ signing }: Days[number]) => signingWords[signing] }] : []),
      ]}
      rows={days}
      rowKey={({ loggedDayId }) => loggedDayId}
    />
  </Details>
);

function Updating({ pack }: { pack: PackFieldsFragment }) {
  if (pack.cover === null) return <p>You need no updating, so there is no return to practice form to fill in.</p>;
  return (
    <>
      <h2>Supervised practice</h2>
      {pack.supervised.length === 0 ? <p>None is declared, and none is needed by the rules.</p> : null}
      {pack.supervised.map((one) => {
        const name = [one.supervisorName ?? 'No supervisor known', one.siteName]
          .filter((part) => part !== null)
          .join(', ');
        return (
          <section key={`${name} ${one.from}`} aria-label={name}>
            <h3>{name}</h3>
            <p>
              {sayDate(one.from)} to {sayDate(one.until)}: {sayHours(one.minutes)}, of that{' '}
              {sayHours(one.signedMinutes)} signed.
            </p>
            <ul>
              {one.checks.map(({ isMet, message, rule }) => (
                <li key={rule.key}>
                  {isMet ? null : <strong>Not met: </strong>}
                  {message} {rule.assumed ? <Assumed /> : null}
                </li>
              ))}
            </ul>
            <DaysOf
              caption={one.supervisorName === null ? 'Days without a known supervisor' : `Days under ${name}`}
              days={one.days}
              signed
            />
          </section>
        );
      })}
      <h2>Formal study</h2>
      {pack.formal.length === 0 ? (
        <p>None is declared.</p>
      ) : (
        <DaysOf caption="Days of formal study" days={pack.formal} signed={false} />
      )}
      <h2>Private study</h2>
      {pack.private.length === 0 ? (
        <p>None is declared.</p>
      ) : (
        <DaysOf caption="Days of private study" days={pack.private} signed={false} />
      )}
      {pack.expiries.length === 0 ? null : (
        <>
          <h2>Days that drop out</h2>
          <p>
            The first {sayHours(pack.expiries[0]?.minutes ?? 0)} stop counting on{' '}
            {sayDate(pack.expiries[0]?.dropsOutOn ?? '')}, unless you apply before.
          </p>
          <Details summary="All dates">
            <DataTable
              caption="When declared hours stop counting"
              hideCaption
              columns={[
                { heading: 'Drop out on', cell: ({ dropsOutOn }) => sayDate(dropsOutOn) },
                { heading: 'Hours', cell: ({ minutes }) => sayHours(minutes), numeric: true },
              ]}
              rows={pack.expiries}
              rowKey={({ dropsOutOn }) => dropsOutOn}
            />
          </Details>
        </>
      )}
    </>
  );
}

const Copies = ({ pack: { documents, needsDocuments } }: { pack: PackFieldsFragment }) => (
  <>
    <h2>Certified copies</h2>
    <p>
      {needsDocuments
        ? 'HCPC asks for certified copies that show who you are and where you live. Tick off here what stands on them; the copies themselves stay with you.'
        : 'As we read it, no certified copies are asked for on your way back.'}
    </p>
    {documents.map(({ certifiedDocumentId, kind, use, checks }) => (
      <section key={certifiedDocumentId} aria-label={`${sayDocument(kind)}: ${usesInWords[use]}`}>
        <h3>
          {sayDocument(kind)}: {usesInWords[use].toLowerCase()}
        </h3>
        <ul>
          {checks.map(({ condition, isMet, message, rule }) => (
            <li key={condition}>
              {isMet ? null : <strong>Not met: </strong>}
              {message} {rule.assumed ? <Assumed /> : null}
            </li>
          ))}
        </ul>
        <p>
          <Link href={changeCopyPath(certifiedDocumentId)}>
            Change <span className="nhsuk-u-visually-hidden">{sayDocument(kind).toLowerCase()}</span>
          </Link>
        </p>
      </section>
    ))}
    <p>
      <Link href={paths.addCopy}>Tick off a certified copy</Link>
    </p>
  </>
);
