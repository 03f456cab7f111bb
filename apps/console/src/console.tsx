import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { createBrowserRouter, Navigate, RouterProvider, useLocation } from 'react-router';
import { Refused } from './api/client.ts';
import { MeProvider, useSignedIn } from './api/session.tsx';
import { nonce } from './design/nonce.ts';
import { theme } from './design/theme.ts';
import { Failure } from './parts/states.tsx';
import { Shell } from './shell/shell.tsx';
import { Speaking, useSpeech } from './words/words.tsx';

// One chunk for each page: the first view fetches what it shows.
const SignInPage = lazy(() => import('./pages/sign-in/sign-in.page.tsx').then((page) => ({ default: page.SignInPage })));
const OverviewPage = lazy(() => import('./pages/overview/overview.page.tsx').then((page) => ({ default: page.OverviewPage })));
const NominationsPage = lazy(() => import('./pages/nominations/nominations.page.tsx').then((page) => ({ default: page.NominationsPage })));
const NominationPage = lazy(() => import('./pages/nomination/nomination.page.tsx').then((page) => ({ default: page.NominationPage })));
const OperationsPage = lazy(() => import('./pages/operations/operations.page.tsx').then((page) => ({ default: page.OperationsPage })));
const ProgrammesPage = lazy(() => import('./pages/programmes/programmes.page.tsx').then((page) => ({ default: page.ProgrammesPage })));
const ProgrammePage = lazy(() => import('./pages/programmes/programme.page.tsx').then((page) => ({ default: page.ProgrammePage })));
const SessionsPage = lazy(() => import('./pages/sessions/sessions.page.tsx').then((page) => ({ default: page.SessionsPage })));
const SessionPage = lazy(() => import('./pages/sessions/session.page.tsx').then((page) => ({ default: page.SessionPage })));
const ConvenePage = lazy(() => import('./pages/sessions/convene.page.tsx').then((page) => ({ default: page.ConvenePage })));
const RegistryPage = lazy(() => import('./pages/registry/registry.page.tsx').then((page) => ({ default: page.RegistryPage })));
const NomineePage = lazy(() => import('./pages/registry/nominee.page.tsx').then((page) => ({ default: page.NomineePage })));
const ComplaintsPage = lazy(() => import('./pages/complaints/complaints.page.tsx').then((page) => ({ default: page.ComplaintsPage })));
const AuditPage = lazy(() => import('./pages/audit/audit.page.tsx').then((page) => ({ default: page.AuditPage })));
const AccessPage = lazy(() => import('./pages/access/access.page.tsx').then((page) => ({ default: page.AccessPage })));
const AccountPage = lazy(() => import('./pages/account/account.page.tsx').then((page) => ({ default: page.AccountPage })));

/** Pages behind the sign-in; whoever is not signed in comes back here afterwards. */
function SignedIn(): ReactNode {
  const { words } = useSpeech();
  const { pathname, search } = useLocation();
  const me = useSignedIn();
  if (me.data) {
    return (
      <MeProvider me={me.data}>
        <Shell />
      </MeProvider>
    );
  }
  if (me.error instanceof Refused && me.error.status === 401)
    return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <main className="alone">
      {me.error ? <Failure error={me.error} onRetry={() => void me.refetch()} /> : <p role="status">{words.loading}</p>}
    </main>
  );
}

const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage /> },
  {
    element: <SignedIn />,
    children: [
      { path: '/', element: <OverviewPage /> },
      { path: '/nominations', element: <NominationsPage /> },
      { path: '/nominations/:id', element: <NominationPage /> },
      { path: '/operations', element: <OperationsPage /> },
      { path: '/programmes', element: <ProgrammesPage /> },
      { path: '/programmes/:programme', element: <ProgrammePage /> },
      { path: '/sessions', element: <SessionsPage /> },
      { path: '/sessions/new', element: <ConvenePage /> },
      { path: '/sessions/:id', element: <SessionPage /> },
      { path: '/registry', element: <RegistryPage /> },
      { path: '/registry/:id', element: <NomineePage /> },
      { path: '/complaints', element: <ComplaintsPage /> },
      { path: '/audit', element: <AuditPage /> },
      { path: '/access', element: <AccessPage /> },
      { path: '/account', element: <AccountPage /> },
    ],
  },
]);

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && !(error instanceof Refused && error.status >= 400 && error.status < 500) },
  },
});

/**
 * Dialogs stand inside the page, not beside it: in the body they would lock its scrolling by a style of their own, which
 * the content security policy stops. The style sheet locks it.
 */
const ownRoom = (): HTMLElement => document.getElementById('console') ?? document.body;

export function Console(): ReactNode {
  return (
    <ConfigProvider theme={theme} csp={{ nonce }} getPopupContainer={ownRoom} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <Speaking>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </Speaking>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
