import { useLocation } from 'react-router';
import { sayHat } from '../access/hats.ts';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { useViewer } from '../access/viewer.ts';
import { useMenu } from '../ui/useMenu.ts';

/** What the header leads to, and the start of the addresses that belong to it. */
const places = [
  { name: 'Check what you need', href: paths.eligibility, start: '/eligibility' },
  { name: 'When could I be back?', href: paths.forecast, start: '/forecast' },
  { name: 'Professions', href: paths.professions, start: '/professions' },
  { name: 'NHS organisations', href: paths.trusts, start: '/organisations' },
] as const;

/** The service's name, its main places and who is signed in. A phone keeps the places behind a button, so that the page begins soon. */
export function Header() {
  const { pathname } = useLocation();
  const { isOpen, listId, button } = useMenu(pathname);
  return (
    <header className="nhsuk-header rtp-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <Link href={paths.home} className="nhsuk-header__service-name rtp-header__name">
            Return to Practice
          </Link>
          <button {...button} className="rtp-header__menu">
            Menu
          </button>
        </div>
        <AccountLinks />
      </div>
      <nav className="nhsuk-header__navigation" aria-label="Main">
        <div className="nhsuk-header__navigation-container nhsuk-width-container">
          <ul id={listId} className={`nhsuk-header__navigation-list${isOpen ? ' rtp-header__list--open' : ''}`}>
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

/** Who is signed in and which hat they wear, or the way to sign in. */
function AccountLinks() {
  const viewer = useViewer();
  if (viewer === undefined) return <AccountSpace />;
  const hat = viewer.isSuspended ? 'SUSPENDED' : viewer.role;
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        {viewer.isSignedIn ? (
          <>
            <li className="nhsuk-header__account-item">
              <Link href={paths.myHome} className="nhsuk-header__account-link">
                {viewer.displayName}
                {hat === null ? '' : ` (${[sayHat(hat), ...viewer.places].join(', ')})`}
              </Link>
            </li>
            <li className="nhsuk-header__account-item">
              <Link href={paths.account} className="nhsuk-header__account-link">
                Account
              </Link>
            </li>
          </>
        ) : (
          <li className="nhsuk-header__account-item">
            <Link href={paths.signIn} className="nhsuk-header__account-link">
              Sign in
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The room that the links will take, so that nothing moves when they come. */
const AccountSpace = () => (
  <div className="nhsuk-header__account" aria-hidden="true">
    <div className="nhsuk-header__account-list">
      <div className="nhsuk-header__account-item">&nbsp;</div>
    </div>
  </div>
);
