import type { NewAct } from '@laurel/contracts';
import type { Choice, Language } from '@laurel/domain';
import { tokenHash, type TaskPageData } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { problemOf } from '../http/problem.filter.ts';
import type { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { readAnswer, type ChosenInput } from './answer-input.ts';
import { CompletionService } from './completion.service.ts';
import { withinTime } from './deadline.ts';
import { GuessLimit } from './guess-limit.ts';
import { closedPage } from './page/closed.page.ts';
import { prefersHtml } from './page/notice.page.ts';
import { openPage } from './page/open.page.ts';
import type { FilledIn, PageInput } from './page/page.types.ts';
import { recordedPage } from './page/recorded.page.ts';
import { notConfirmed } from './refusals.ts';
import { TaskAnswerService, type TaskAnswer } from './task-answer.service.ts';

/** Somebody, or something, with a link. */
export interface Visit {
  readonly token: string;
  readonly lang: string | undefined;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly origin: NonNullable<NewAct['origin']>;
}

export interface VisitAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: unknown;
}

/** Shows pages to browsers and JSON to programs; what an answer means is decided elsewhere. */
@Injectable()
export class TaskVisitService {
  private readonly taskPages: ApiParts['taskPages'];
  private readonly answers: TaskAnswerService;
  private readonly completion: CompletionService;
  private readonly guesses: GuessLimit;
  private readonly settings: ApiParts['settings'];

  constructor(
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    answers: TaskAnswerService,
    completion: CompletionService,
    guesses: GuessLimit,
  ) {
    this.settings = settings;
    this.taskPages = taskPages;
    this.answers = answers;
    this.completion = completion;
    this.guesses = guesses;
  }

  async show(visit: Visit): Promise<string> {
    const page = await this.pageOf(visit);
    return render(await this.inputFor(page, visit));
  }

  answer(visit: Visit, body: unknown): Promise<VisitAnswer> {
    return this.respond(visit, body, () => Promise.resolve(readAnswer(body)));
  }

  /** Files from the completion form: kept by hash first, then one act. */
  complete(visit: Visit, body: unknown): Promise<VisitAnswer> {
    return this.respond(visit, {}, async (page) => {
      const documents = await this.completion.keep(page, visit.contentType, body);
      return { decision: 'complete', reason: null, number: null, signedOn: null, to: null, documents: [...documents] };
    });
  }

  private respond(visit: Visit, body: unknown, read: (page: TaskPageData) => Promise<ChosenInput>): Promise<VisitAnswer> {
    return withinTime(this.record(visit, body, read), this.settings.NOT_CONFIRMED_AFTER_MS, notConfirmed);
  }

  private async record(visit: Visit, body: unknown, read: (page: TaskPageData) => Promise<ChosenInput>): Promise<VisitAnswer> {
    const page = await this.pageOf(visit);
    try {
      const answer = await this.answers.answer(page, await read(page), visit.origin);
      return await this.recorded(visit, page, answer);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem || !prefersHtml(visit.accept)) throw error;
      return this.refused(visit, problem, filledIn(body));
    }
  }

  private async recorded(visit: Visit, page: TaskPageData, { taskId, decision, recordedAt }: TaskAnswer): Promise<VisitAnswer> {
    if (!prefersHtml(visit.accept))
      return { status: 200, headers: {}, content: { taskId, decision, recordedAt: new Date(recordedAt).toISOString() } };
    const content = recordedPage(await this.inputFor(page, visit), decision as Choice, recordedAt);
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, content };
  }

  /** The page as it stands now, with what went wrong on top where an answer is still possible. */
  private async refused(visit: Visit, problem: Problem, filled: FilledIn): Promise<VisitAnswer> {
    const page = await this.pageOf(visit);
    const input = { ...(await this.inputFor(page, visit)), problem, filledIn: filled };
    return {
      status: problem.status,
      headers: { 'content-type': 'text/html; charset=utf-8', ...problem.details.headers },
      content: render(input),
    };
  }

  private async pageOf({ token, origin }: Visit): Promise<TaskPageData> {
    const page = await this.taskPages.byTokenHash(tokenHash(token));
    if (!page) throw await this.guesses.missed(origin.address);
    return page;
  }

  private async inputFor(page: TaskPageData, visit: Visit): Promise<PageInput> {
    const { nomination, post, person } = page;
    const delegates = page.state === 'open' && page.choices.includes('delegate');
    const [received, colleagues] = await Promise.all([
      this.taskPages.received(nomination.documents.map(({ sha256 }) => sha256)),
      delegates ? this.taskPages.colleagues(nomination.programme, post.unit, person.id) : [],
    ]);
    return {
      page,
      language: languageOf(page, visit.lang),
      path: `/t/${encodeURIComponent(visit.token)}`,
      now: Date.now(),
      received,
      colleagues,
    };
  }
}

function languageOf(page: TaskPageData, lang: string | undefined): Language {
  return lang === 'vi' || lang === 'en' ? lang : page.person.language;
}

function render(input: PageInput): string {
  return input.page.state === 'open' && !input.page.nomination.held ? openPage(input) : closedPage(input);
}

function filledIn(body: unknown): FilledIn {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}
