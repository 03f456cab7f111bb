import { tokenHash } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { GuessLimit } from './guess-limit.ts';
import { TOKEN_PAGES, type TokenAnswer, type TokenPage, type Visitor } from './token-page.ts';

/** Finds whose page a mailed link is. What is nobody's gets the one answer to unknown links. */
@Injectable()
export class TokenDoor {
  private readonly pages: readonly TokenPage[];
  private readonly guesses: GuessLimit;

  constructor(@Inject(TOKEN_PAGES) pages: readonly TokenPage[], guesses: GuessLimit) {
    this.pages = pages;
    this.guesses = guesses;
  }

  visit(visitor: Visitor): Promise<TokenAnswer> {
    return this.ask(visitor, (page, hash) => page.visit(hash, visitor));
  }

  answer(visitor: Visitor, body: unknown): Promise<TokenAnswer> {
    return this.ask(visitor, (page, hash) => page.answer(hash, body, visitor));
  }

  private async ask(visitor: Visitor, question: (page: TokenPage, hash: string) => Promise<TokenAnswer | null>): Promise<TokenAnswer> {
    const hash = tokenHash(visitor.token);
    for (const page of this.pages) {
      const answer = await question(page, hash);
      if (answer) return answer;
    }
    throw await this.guesses.missed(visitor.origin.address);
  }
}
