import type { Action, Language, Role, Text } from './shared.types.ts';

// --- /v1/auth

export interface SignInWays {
  readonly mail: true;
  readonly oidc: boolean;
}

export interface CodeSent {
  readonly status: 'sent-if-known';
  readonly minutes: number;
}

export interface Entered {
  readonly status: 'signed-in';
  /** A path of this site. */
  readonly returnTo: string;
}

export interface SessionView {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly agent: string | null;
}

export interface Sessions {
  readonly sessions: readonly SessionView[];
}

// --- GET /v1/console/me

export interface Me {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly people: readonly { readonly programme: string; readonly id: string; readonly fullName: string }[];
  readonly roles: readonly {
    readonly role: Role;
    readonly programme: string | null;
    readonly unit: string | null;
    readonly unitName: Text | null;
  }[];
  /** What may be done somewhere; the server still asks where. */
  readonly actions: readonly Action[];
  /** Goes back as the header `x-laurel-csrf` with everything that changes something. */
  readonly csrf: string;
  readonly sessionEndsAt: string;
  /** Base address of the Temporal Web UI; null where none is set or the person is no operator. */
  readonly temporalUi: string | null;
}
