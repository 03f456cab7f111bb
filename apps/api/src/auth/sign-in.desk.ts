import type { SignedIn } from './visitor.ts';

/** What a browser sent along. */
export interface BrowserFacts {
  readonly cookie: string | undefined;
  readonly agent: string | undefined;
  readonly address: string;
}

/** A sign-in that succeeded: cookies to set, as `Set-Cookie` values. */
export interface Entry {
  readonly cookies: readonly string[];
}

export interface SessionView {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly agent: string | null;
}

/** Sign-in without passwords: a code by mail, a link that invites, or an outside identity provider. */
export interface SignInDesk {
  /** Whether an outside identity provider is set. */
  readonly hasOidc: boolean;
  /** The person behind the cookie; null without a session in force, or when nothing is known of the address any more. */
  visitorOf(cookie: string | undefined): Promise<SignedIn | null>;
  /** Mails a code to an address that is known here; does nothing for any other. */
  sendCode(email: string): Promise<void>;
  /** Null for a wrong, used or expired code. */
  enterWithCode(email: string, code: string, browser: BrowserFacts): Promise<Entry | null>;
  /** Null for an unknown, used or expired link. */
  enterWithInvitation(token: string, browser: BrowserFacts): Promise<Entry | null>;
  /** Where the identity provider asks the person; null when it cannot be reached. */
  oidcAddress(returnTo: string): Promise<(Entry & { readonly location: string }) | null>;
  /** What the identity provider answered; goes on to a path of this site. */
  enterWithOidc(query: string, browser: BrowserFacts): Promise<Entry & { readonly location: string }>;
  /** Ends the session of the cookie. */
  leave(cookie: string | undefined): Promise<Entry>;
  sessions(self: SignedIn): Promise<readonly SessionView[]>;
  /** Ends one session, or all others; false when there is no such session. */
  revoke(self: SignedIn, sessionId: string): Promise<boolean>;
  csrfOf(self: SignedIn): string;
}
