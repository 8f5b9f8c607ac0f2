import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';

const links = [
  { name: 'Contact', href: paths.contact },
  { name: 'Privacy', href: paths.privacy },
  { name: 'Accessibility', href: paths.accessibility },
  { name: 'Sources', href: paths.sources },
  { name: 'For developers', href: paths.developers },
] as const;

/** Where to read about the service itself, and whose data it shows. */
export const Footer = () => (
  <footer className="nhsuk-footer">
    <div className="nhsuk-width-container">
      <div className="nhsuk-footer__meta">
        <h2 className="nhsuk-u-visually-hidden">About this service</h2>
        <ul className="nhsuk-footer__list">
          {links.map(({ name, href }) => (
            <li className="nhsuk-footer__list-item" key={href}>
              <Link href={href} className="nhsuk-footer__list-item-link">
                {name}
              </Link>
            </li>
          ))}
        </ul>
        <p className="nhsuk-body-s">
          Return to Practice is not an official service of the NHS or of the Health and Care Professions Council (HCPC).
        </p>
        <p className="nhsuk-body-s">
          Contains NHS Organisation Data Service data and National Statistics data © Crown copyright and database right
          2026; contains Royal Mail data © Royal Mail copyright and database right 2026. Used under the{' '}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
            Open Government Licence v3.0
          </a>
          .
        </p>
      </div>
    </div>
  </footer>
);
