import type { CodePurpose, MailedPerson, TaskPageData } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { zoneOf } from './page/dates.ts';
import { passCookie, passIn } from './pass.ts';

/** Headers that give a browser its pass; none where it had one or needs none. */
export type PassHeaders = Readonly<Record<string, string>>;

const WRONG = 'Mã không đúng, đã dùng hoặc đã hết hạn. Xin nhập lại, hoặc yêu cầu mã khác.';

/** Asks for a one-time code by mail where a bare link is not enough. */
@Injectable()
export class CodeGate {
  private readonly codes: ApiParts['codes'];
  private readonly settings: ApiParts['settings'];
  private readonly nudge: ApiParts['nudge'];

  constructor(
    @Inject(PART.codes) codes: ApiParts['codes'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    @Inject(PART.nudge) nudge: ApiParts['nudge'],
  ) {
    this.codes = codes;
    this.settings = settings;
    this.nudge = nudge;
  }

  async isOpen(person: MailedPerson, purpose: CodePurpose, cookie: string | undefined): Promise<boolean> {
    const pass = passIn(cookie, purpose);
    return pass !== null && (await this.codes.holds(pass, person, purpose));
  }

  /** Mails a code; throws a 429 problem when the person had too many in an hour. */
  async send(person: MailedPerson, purpose: CodePurpose, zone: string): Promise<void> {
    if ((await this.codes.issue(person, purpose, zone)) === 'too-many') {
      throw new Problem('RATE_LIMITED', {
        detail: 'Too many codes were asked for: use the latest one, or try again in an hour.',
        detailVi: 'Đã gửi quá nhiều mã. Xin dùng mã mới nhất, hoặc thử lại sau một giờ.',
        headers: { 'retry-after': '3600' },
      });
    }
    this.nudge('laurel_mail');
  }

  /** The cookie for the right code; throws a 401 problem for any other. */
  async redeem(person: MailedPerson, purpose: CodePurpose, code: string): Promise<PassHeaders> {
    const pass = await this.codes.redeem(person, purpose, code);
    if (pass === null)
      throw new Problem('CODE_WRONG', { detail: 'The code is wrong, used or too old: ask for a new one.', detailVi: WRONG });
    return { 'set-cookie': passCookie(purpose, pass, this.settings.PUBLIC_URL) };
  }

  /**
   * Lets an answer pass whose level asks for no code, or whose sender has entered one. Otherwise a code is mailed and a
   * 401 problem asks for it.
   */
  async insist(page: TaskPageData, code: string | null, cookie: string | undefined): Promise<PassHeaders> {
    if (!asksForCode(page)) return {};
    const person = { ...page.person, programme: page.nomination.programme };
    if (code !== null) return this.redeem(person, 'decision', code);
    if (await this.isOpen(person, 'decision', cookie)) return {};
    await this.send(person, 'decision', zoneOf(page.rules));
    throw new Problem('CODE_REQUIRED', {
      detail: 'This level asks for a code before an answer is recorded. It was mailed to you: send the answer again with "code".',
      detailVi: 'Cấp xét này yêu cầu mã xác nhận trước khi ghi nhận. Mã vừa được gửi tới thư của ông/bà; xin nhập mã và gửi lại.',
    });
  }
}

function asksForCode({ rules, nomination }: TaskPageData): boolean {
  return rules.levels.find(({ key }) => key === nomination.level)?.requireCode ?? false;
}
