import type { NewAct } from '@laurel/contracts';
import type { Page } from '../docs/answers.ts';
import type { LinkAnswer } from './tasks.schemas.ts';

/** Somebody, or something, with a link. */
export interface Visitor {
  /** The token itself: only ever written into the page's own forms. */
  readonly token: string;
  /** What follows the token in the address, without a leading slash: `` for the page itself. */
  readonly rest: string;
  readonly lang: string | undefined;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly cookie: string | undefined;
  readonly origin: NonNullable<NewAct['origin']>;
}

/** What a visit or an answer gets: a page, a file, or JSON for a program. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Page | LinkAnswer;
  /** True where not even the hour of the request may be logged: a secret ballot. */
  readonly unlogged?: true;
}

/**
 * One kind of page behind mailed links. All are asked in turn; null means that the link is none of its own, and a link
 * that is nobody's gets the one answer to unknown links. Visiting never changes anything.
 */
export interface TokenPage {
  visit(tokenHash: string, visitor: Visitor): Promise<TokenAnswer | null>;
  answer(tokenHash: string, body: unknown, visitor: Visitor): Promise<TokenAnswer | null>;
}

/** The injection token of the list of {@link TokenPage}s, in the order in which they are asked. */
export const TOKEN_PAGES = Symbol('token-pages');

/** A page as an answer. */
export function htmlAnswer(status: number, content: string, headers: Readonly<Record<string, string>> = {}): TokenAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, content };
}
