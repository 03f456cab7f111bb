import { Button, Drawer } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useMe } from '../api/session.tsx';
import { Page } from '../parts/page.tsx';
import { NoPermission } from '../parts/states.tsx';
import { useSpeech } from '../words/words.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { placeOf, placesFor } from './places.ts';
import { SignOut } from './sign-out.tsx';

function Navigation({ onGone }: { readonly onGone?: () => void }): ReactNode {
  const { words } = useSpeech();
  const me = useMe();
  return (
    <nav aria-label={words.menu}>
      <ul className="places">
        {placesFor(me.actions).map(({ path, title }) => (
          <li key={path}>
            <NavLink to={path} end={path === '/'} onClick={onGone}>
              {words[title]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Brand(): ReactNode {
  const { words } = useSpeech();
  return (
    <Link to="/" className="brand">
      <span className="brand-mark" aria-hidden="true" />
      <span>
        <strong>Laurel</strong>
        <span className="brand-line">{words.brandLine}</span>
      </span>
    </Link>
  );
}

/** One's own account, and the way out: in the bar, on a phone in the menu. */
function Self({ onGone }: { readonly onGone?: () => void }): ReactNode {
  const me = useMe();
  return (
    <>
      <Link to="/account" className="who" onClick={onGone}>
        {me.name || me.email}
      </Link>
      <SignOut />
    </>
  );
}

function PhoneMenu(): ReactNode {
  const { words } = useSpeech();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <div className="phone-menu">
      <Button
        aria-expanded={open}
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.menu}
      </Button>
      <Drawer open={open} onClose={close} placement="left" title="Laurel" size={280}>
        <Navigation onGone={close} />
        <div className="self-below">
          <Self onGone={close} />
        </div>
      </Drawer>
    </div>
  );
}

/** The page of the address, or why it stays closed to this person. */
function Room(): ReactNode {
  const { words } = useSpeech();
  const me = useMe();
  const place = placeOf(useLocation().pathname);
  if (!place || place.needs.some((action) => me.actions.includes(action))) return <Outlet />;
  return (
    <Page title={words[place.title]}>
      <NoPermission />
    </Page>
  );
}

/** What stands around every page: where one may go, who one is, in which language. */
export function Shell(): ReactNode {
  const { words } = useSpeech();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.skipToContent}
      </a>
      <header className="bar">
        <PhoneMenu />
        <Brand />
        <div className="bar-end">
          <LanguageSwitch />
          <div className="self">
            <Self />
          </div>
        </div>
      </header>
      <div className="side">
        <Navigation />
      </div>
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <Room />
        </Suspense>
      </main>
    </div>
  );
}
