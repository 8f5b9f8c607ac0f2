import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { ProfessionCode } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { BackLink, Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const Profession = graphql(`
  query Profession($code: ProfessionCode!) {
    profession(code: $code) {
      id
      code
      name
      fieldOfPractice
      protectedTitles
      registrants
      registrantsCountedOn
      isEnglandAhp
      renewalWindow {
        opensOn
        closesOn
        isOpen
      }
    }
  }
`);

const codes = {
  AS: true,
  BS: true,
  CH: true,
  CS: true,
  DT: true,
  HAD: true,
  ODP: true,
  OR: true,
  OT: true,
  PA: true,
  PH: true,
  PO: true,
  PYL: true,
  RA: true,
  SL: true,
} as const satisfies Record<ProfessionCode, true>;

const isCode = (text: string | undefined): text is ProfessionCode => text !== undefined && Object.hasOwn(codes, text);

/** One profession, found by the register code in the address. */
export function ProfessionPage() {
  const { code } = useParams();
  return isCode(code) ? <KnownProfession code={code} /> : <NotFoundPage />;
}

function KnownProfession({ code }: { code: ProfessionCode }) {
  const { data, instead } = useAnswer(Profession, { code }, 'the profession');
  if (data === undefined) {
    return (
      <div className="nhsuk-width-container">
        <BackLink href={paths.professions}>All professions</BackLink>
        <main className="nhsuk-main-wrapper">{instead}</main>
      </div>
    );
  }
  if (data.profession === null) return <NotFoundPage />;
  const { name, fieldOfPractice, protectedTitles, registrants, registrantsCountedOn, renewalWindow, isEnglandAhp } =
    data.profession;
  return (
    <Page title={name} caption="Profession" back={<BackLink href={paths.professions}>All professions</BackLink>}>
      <SummaryList
        rows={[
          { key: 'Register code', value: code },
          {
            key: 'Renewal',
            value: `${sayDate(renewalWindow.opensOn)} to ${sayDate(renewalWindow.closesOn)}${renewalWindow.isOpen ? ' (open now)' : ''}`,
          },
          {
            key: 'People on the Register',
            value: `${registrants.toLocaleString('en-GB')} on ${sayDate(registrantsCountedOn)}, in the whole United Kingdom`,
          },
          { key: 'Allied health profession in England', value: isEnglandAhp ? 'Yes' : 'No' },
          { key: 'Protected titles', value: protectedTitles.join(', ') },
        ]}
      />
      <Inset>
        <p>
          Only people on the Register may use a protected title. Until you are back on it, you can say that you are
          “returning to {fieldOfPractice}”.
        </p>
      </Inset>
      <ButtonLink href={paths.eligibility}>Check what you need</ButtonLink>
      <p className="rtp-source">
        Renewal dates repeat every two years; later ones than HCPC has published are worked out from the last. Source:{' '}
        <a href="https://www.hcpc-uk.org/employers/registration/renewals/">HCPC, renewals</a>, read on 21 November 2026.
      </p>
    </Page>
  );
}
