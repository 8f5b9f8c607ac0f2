import { Link } from './Link.tsx';
import { useMenu } from './useMenu.ts';

interface TabsProps {
  /** What the links have in common, for whoever does not see them. */
  label: string;
  tabs: readonly { readonly name: string; readonly href: string }[];
  /** The address of the one at hand. */
  here: string;
}

/** As many go into two lines on a phone. */
const mostInSight = 6;

/** Links between pages that belong together. Where they are many, a phone shows them behind a button. */
export function Tabs({ label, tabs, here }: TabsProps) {
  const { isOpen, button, listId } = useMenu();
  const isMenu = tabs.length > mostInSight;
  const current = tabs.find(({ href }) => href === here);
  return (
    <nav className={isMenu ? 'rtp-tabs rtp-tabs--menu' : 'rtp-tabs'} aria-label={label}>
      {isMenu ? (
        <button {...button} className="rtp-tabs__button">
          Menu{current === undefined ? '' : `: ${current.name}`}
        </button>
      ) : null}
      <ul id={listId} className={isOpen ? 'rtp-tabs__list--open' : undefined}>
        {tabs.map(({ name, href }) => (
          <li key={href}>
            <Link href={href} {...(href === here ? { 'aria-current': 'page' } : {})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
