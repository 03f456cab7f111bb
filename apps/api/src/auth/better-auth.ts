import { betterAuth } from 'better-auth';
import { emailOTP, genericOAuth } from 'better-auth/plugins';
import { createHmac } from 'node:crypto';
import type { Database } from '@laurel/db';

export const BASE_PATH = '/v1/auth';
export const OIDC = 'oidc';
export const CODE_MINUTES = 10;
const CODE_DIGITS = 8;
const CODE_ATTEMPTS = 5;
/** A session lasts a working day; it is not lengthened, so that a lost one ends by itself. */
const SESSION_SECONDS = 12 * 3_600;
const MINUTE_SECONDS = 60;

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthSettings {
  readonly publicUrl: string;
  readonly secret: string;
  readonly oidc: OidcSettings | null;
}

/** A secret of its own for each purpose, all from the installation's one. */
export function secretFor(purpose: string, secret: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url');
}

const TABLES = {
  user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
  session: {
    modelName: 'auth_session',
    fields: {
      userId: 'user_id',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'auth_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const;

function codePlugin(): ReturnType<typeof emailOTP> {
  return emailOTP({
    otpLength: CODE_DIGITS,
    expiresIn: CODE_MINUTES * MINUTE_SECONDS,
    allowedAttempts: CODE_ATTEMPTS,
    storeOTP: 'hashed',
    // Codes are planned in the mail ledger by the sign-in desk, which asks the library for them.
    sendVerificationOTP: () => Promise.resolve(),
  });
}

function oidcPlugin({ issuer, clientId, clientSecret }: OidcSettings, publicUrl: string): ReturnType<typeof genericOAuth> {
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const redirectURI = `${publicUrl}${BASE_PATH}/${OIDC}/callback`;
  const scopes = ['openid', 'email', 'profile'];
  return genericOAuth({
    config: [{ providerId: OIDC, discoveryUrl, requireIdTokenVerification: true, clientId, clientSecret, redirectURI, scopes, pkce: true }],
  });
}

interface WithHeaders {
  readonly headers: Headers;
}

interface Found {
  readonly session: { readonly id: string; readonly expiresAt: Date };
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

/** The few calls of the library that are used here; its other addresses are not served. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  readonly api: {
    getSession(input: WithHeaders): Promise<Found | null>;
    createVerificationOTP(input: { readonly body: { readonly email: string; readonly type: 'sign-in' } }): Promise<string>;
    signInEmailOTP(
      input: WithHeaders & { readonly body: { readonly email: string; readonly otp: string }; readonly asResponse: true },
    ): Promise<Response>;
    signInSocial(input: WithHeaders & { readonly body: SocialBody; readonly asResponse: true }): Promise<Response>;
    signOut(input: WithHeaders & { readonly asResponse: true }): Promise<Response>;
  };
}

interface SocialBody {
  readonly provider: string;
  readonly callbackURL: string;
  readonly errorCallbackURL: string;
  readonly disableRedirect: boolean;
}

type NameOf = (email: string) => Promise<string | null>;

/**
 * The sign-in library over our tables. Accounts are made for addresses that are known here and for no others, whichever
 * way somebody comes in.
 */
export function makeAuth(database: Database, { publicUrl, secret, oidc }: AuthSettings, nameOf: NameOf): Auth {
  return betterAuth({
    appName: 'Laurel',
    baseURL: publicUrl,
    basePath: BASE_PATH,
    secret: secretFor('sign-in', secret),
    database: database.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    ...TABLES,
    session: { ...TABLES.session, expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    advanced: { cookiePrefix: 'laurel', useSecureCookies: publicUrl.startsWith('https:') },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => {
            const name = await nameOf(user.email);
            return name === null ? false : { data: { ...user, name } };
          },
        },
      },
    },
    plugins: [codePlugin(), ...(oidc ? [oidcPlugin(oidc, publicUrl)] : [])],
  });
}
