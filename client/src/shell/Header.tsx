import { useLocation } from 'react-router';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';

/** What the header leads to, and the start of the addresses that belong to it. */
const places = [
  { name: 'Check what you need', href: paths.eligibility, start: '/eligibility' },
  { name: 'When could I be back?', href: paths.forecast, start: '/forecast' },
  { name: 'Professions', href: paths.professions, start: '/professions' },
  { name: 'NHS organisations', href: paths.trusts, start: '/organisations' },
] as const;

/** The service's name, its main places and who is signed in. */
export function Header() {
  const { pathname } = useLocation();
  return (
    <header className="nhsuk-header rtp-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <Link href={paths.home} className="nhsuk-header__service-name rtp-header__name">
            Return to Practice
          </Link>
        </div>
      </div>
      <nav className="nhsuk-header__navigation" aria-label="Main">
        <div className="nhsuk-header__navigation-container nhsuk-width-container">
          <ul className="nhsuk-header__navigation-list">
            {places.map(({ name, href, start }) => {
              const here = pathname === start || pathname.startsWith(`${start}/`);
              return (
                <li
                  key={href}
                  className={`nhsuk-header__navigation-item${here ? ' nhsuk-header__navigation-item--current' : ''}`}
                >
                  <Link
                    href={href}
                    className="nhsuk-header__navigation-link"
                    {...(here ? { 'aria-current': pathname === href ? 'page' : 'true' } : {})}
                  >
                    {name}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      </nav>
    </header>
  );
}
