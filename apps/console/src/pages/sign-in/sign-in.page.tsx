import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ask, withQuery } from '../../api/client.ts';
import type { SignInWays } from '../../api/types.ts';
import { Page } from '../../parts/page.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { useSpeech } from '../../words/words.tsx';
import { CodeForm } from './code-form.tsx';
import { InvitationForm } from './invitation-form.tsx';

/** What a mailed link carries behind its `#`: it never reaches a server's log. */
function carried(): URLSearchParams {
  return new URLSearchParams(window.location.hash.slice(1));
}

function OfficeAccount({ returnTo }: { readonly returnTo: string }): ReactNode {
  const { words } = useSpeech();
  const ways = useQuery({ queryKey: ['ways'], queryFn: () => ask<SignInWays>('/v1/auth/ways') });
  if (!ways.data?.oidc) return null;
  return <Button href={withQuery('/v1/auth/oidc', { returnTo })}>{words.orByAccount}</Button>;
}

/** Signing in without a password: a code by mail, an invitation, or the office's own account. */
export function SignInPage(): ReactNode {
  const { words } = useSpeech();
  const [params] = useSearchParams();
  const [link] = useState(carried);
  const returnTo = params.get('returnTo') ?? '/';
  const invitation = link.get('invitation');
  return (
    <main className="alone">
      <div className="card">
        <Page title={words.signIn} tools={<LanguageSwitch />}>
          {params.has('error') && <Alert type="error" showIcon role="alert" title={words.signInFailed} />}
          <div className="form">
            {invitation === null ? (
              <CodeForm email={link.get('email') ?? ''} code={link.get('code') ?? ''} returnTo={returnTo} />
            ) : (
              <InvitationForm token={invitation} />
            )}
            <OfficeAccount returnTo={returnTo} />
          </div>
        </Page>
      </div>
    </main>
  );
}
