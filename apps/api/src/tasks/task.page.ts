import { referenceOf, type Language } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { problemOf } from '../http/problem.filter.ts';
import type { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { completionOf, readAnswer, type ChosenInput } from './answer-input.ts';
import { CodeGate, type PassHeaders } from './code-gate.service.ts';
import { withinTime } from './deadline.ts';
import { closedPage } from './page/closed.page.ts';
import { prefersHtml } from './page/notice.page.ts';
import { openPage } from './page/open.page.ts';
import type { FilledIn, PageInput } from './page/page.types.ts';
import { recordedPage } from './page/recorded.page.ts';
import { notConfirmed } from './refusals.ts';
import { TaskAnswerService, type TaskAnswer } from './task-answer.service.ts';
import { TaskFiles } from './task-files.ts';
import { htmlAnswer, type TokenAnswer, type TokenPage, type Visitor } from './token-page.ts';

/** The page of one nomination's task: pages for browsers, JSON for programs. What an answer means is decided elsewhere. */
@Injectable()
export class TaskPage implements TokenPage {
  private readonly taskPages: ApiParts['taskPages'];
  private readonly settings: ApiParts['settings'];
  private readonly answers: TaskAnswerService;
  private readonly files: TaskFiles;
  private readonly gate: CodeGate;

  constructor(
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    answers: TaskAnswerService,
    files: TaskFiles,
    gate: CodeGate,
  ) {
    this.settings = settings;
    this.taskPages = taskPages;
    this.answers = answers;
    this.files = files;
    this.gate = gate;
  }

  async visit(tokenHash: string, visitor: Visitor): Promise<TokenAnswer | null> {
    const isFile = TaskFiles.names(visitor.rest);
    const page = isFile || visitor.rest === '' ? await this.taskPages.byTokenHash(tokenHash) : null;
    if (!page) return null;
    return isFile ? this.files.get(page, visitor.rest) : htmlAnswer(200, render(await this.inputFor(page, visitor)));
  }

  async answer(tokenHash: string, body: unknown, visitor: Visitor): Promise<TokenAnswer | null> {
    if (visitor.rest !== '' && visitor.rest !== 'documents') return null;
    const page = await this.taskPages.byTokenHash(tokenHash);
    return page && withinTime(this.record(page, body, visitor), this.settings.NOT_CONFIRMED_AFTER_MS, notConfirmed);
  }

  private async record(page: TaskPageData, body: unknown, visitor: Visitor): Promise<TokenAnswer> {
    try {
      const input = await this.read(page, body, visitor);
      const pass = page.state === 'open' ? await this.gate.insist(page, input.code, visitor.cookie) : {};
      return await this.recorded(visitor, page, await this.answers.answer(page, input, visitor.origin), pass);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem || !prefersHtml(visitor.accept)) throw error;
      return this.refused(page, visitor, problem, filledIn(body));
    }
  }

  /** A form's answer, or the files of a completion form: kept by hash first, then one act. */
  private async read(page: TaskPageData, body: unknown, { rest, contentType }: Visitor): Promise<ChosenInput> {
    return rest === '' ? readAnswer(body) : completionOf(await this.files.keep(page, contentType, body));
  }

  private async recorded(visitor: Visitor, page: TaskPageData, answer: TaskAnswer, pass: PassHeaders): Promise<TokenAnswer> {
    const { taskId, decision, recordedAt, actId } = answer;
    if (prefersHtml(visitor.accept)) return htmlAnswer(200, recordedPage(await this.inputFor(page, visitor), answer), pass);
    const said = { taskId, decision, recordedAt: new Date(recordedAt).toISOString() };
    return { status: 200, headers: pass, content: actId === null ? said : { ...said, reference: referenceOf(actId) } };
  }

  /** The page as it stands now, with what went wrong on top where an answer is still possible. */
  private async refused(before: TaskPageData, visitor: Visitor, problem: Problem, filled: FilledIn): Promise<TokenAnswer> {
    const page = (await this.taskPages.byTaskId(before.id)) ?? before;
    const input = { ...(await this.inputFor(page, visitor)), problem, filledIn: filled };
    return htmlAnswer(problem.status, render(input), problem.details.headers);
  }

  private async inputFor(page: TaskPageData, { token, lang }: Visitor): Promise<PageInput> {
    const { nomination } = page;
    const isOpen = page.state === 'open';
    const [received, colleagues, opinions, feedback, complaint] = await Promise.all([
      this.taskPages.received(nomination.documents.map(({ sha256 }) => sha256)),
      isOpen && page.choices.includes('delegate') ? this.taskPages.colleagues(page) : [],
      isOpen ? this.taskPages.opinions(page) : [],
      page.kind === 'notice' ? this.taskPages.feedback(page.nominationId, page.seat) : null,
      isOpen && page.kind === 'complaint' ? this.taskPages.complaint(page.nominationId) : null,
    ]);
    const path = `/t/${encodeURIComponent(token)}`;
    const language = languageOf(page, lang);
    return { page, language, path, now: Date.now(), received, colleagues, opinions, feedback, complaint };
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
