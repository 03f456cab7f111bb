import type { Choice, Language } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { problemOf } from '../http/problem.filter.ts';
import type { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { readAnswer, type ChosenInput } from './answer-input.ts';
import { CompletionService } from './completion.service.ts';
import { withinTime } from './deadline.ts';
import { closedPage } from './page/closed.page.ts';
import { prefersHtml } from './page/notice.page.ts';
import { openPage } from './page/open.page.ts';
import type { FilledIn, PageInput } from './page/page.types.ts';
import { recordedPage } from './page/recorded.page.ts';
import { notConfirmed } from './refusals.ts';
import { TaskAnswerService, type TaskAnswer } from './task-answer.service.ts';
import { htmlAnswer, type TokenAnswer, type TokenPage, type Visitor } from './token-page.ts';

/** The page of one nomination's task: pages for browsers, JSON for programs. What an answer means is decided elsewhere. */
@Injectable()
export class TaskPage implements TokenPage {
  private readonly taskPages: ApiParts['taskPages'];
  private readonly answers: TaskAnswerService;
  private readonly completion: CompletionService;
  private readonly settings: ApiParts['settings'];

  constructor(
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    answers: TaskAnswerService,
    completion: CompletionService,
  ) {
    this.settings = settings;
    this.taskPages = taskPages;
    this.answers = answers;
    this.completion = completion;
  }

  async visit(tokenHash: string, visitor: Visitor): Promise<TokenAnswer | null> {
    const page = visitor.rest === '' ? await this.taskPages.byTokenHash(tokenHash) : null;
    return page && htmlAnswer(200, render(await this.inputFor(page, visitor)));
  }

  async answer(tokenHash: string, body: unknown, visitor: Visitor): Promise<TokenAnswer | null> {
    if (visitor.rest !== '' && visitor.rest !== 'documents') return null;
    const page = await this.taskPages.byTokenHash(tokenHash);
    return page && withinTime(this.record(page, body, visitor), this.settings.NOT_CONFIRMED_AFTER_MS, notConfirmed);
  }

  private async record(page: TaskPageData, body: unknown, visitor: Visitor): Promise<TokenAnswer> {
    try {
      const answer = await this.answers.answer(page, await this.read(page, body, visitor), visitor.origin);
      return await this.recorded(visitor, page, answer);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem || !prefersHtml(visitor.accept)) throw error;
      return this.refused(page, visitor, problem, filledIn(body));
    }
  }

  /** A form's answer, or the files of a completion form: kept by hash first, then one act. */
  private async read(page: TaskPageData, body: unknown, { rest, contentType }: Visitor): Promise<ChosenInput> {
    if (rest === '') return readAnswer(body);
    const documents = await this.completion.keep(page, contentType, body);
    return { decision: 'complete', reason: null, number: null, signedOn: null, to: null, documents: [...documents] };
  }

  private async recorded(visitor: Visitor, page: TaskPageData, { taskId, decision, recordedAt }: TaskAnswer): Promise<TokenAnswer> {
    if (!prefersHtml(visitor.accept))
      return { status: 200, headers: {}, content: { taskId, decision, recordedAt: new Date(recordedAt).toISOString() } };
    return htmlAnswer(200, recordedPage(await this.inputFor(page, visitor), decision as Choice, recordedAt));
  }

  /** The page as it stands now, with what went wrong on top where an answer is still possible. */
  private async refused(before: TaskPageData, visitor: Visitor, problem: Problem, filled: FilledIn): Promise<TokenAnswer> {
    const page = (await this.taskPages.byTaskId(before.id)) ?? before;
    const input = { ...(await this.inputFor(page, visitor)), problem, filledIn: filled };
    return htmlAnswer(problem.status, render(input), problem.details.headers);
  }

  private async inputFor(page: TaskPageData, { token, lang }: Visitor): Promise<PageInput> {
    const { nomination, post, person } = page;
    const delegates = page.state === 'open' && page.choices.includes('delegate');
    const [received, colleagues] = await Promise.all([
      this.taskPages.received(nomination.documents.map(({ sha256 }) => sha256)),
      delegates ? this.taskPages.colleagues(nomination.programme, post.unit, person.id) : [],
    ]);
    const path = `/t/${encodeURIComponent(token)}`;
    return { page, language: languageOf(page, lang), path, now: Date.now(), received, colleagues };
  }
}

function languageOf(page: TaskPageData, lang: string | undefined): Language {
  return lang === 'vi' || lang === 'en' ? lang : page.person.language;
}

function render(input: PageInput): string {
  return input.page.state === 'open' && !input.page.nomination.held ? openPage(input) : closedPage(input);
}

function filledIn(body: unknown): FilledIn {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return {};
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}
