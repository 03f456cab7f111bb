import type { Language, RuleSet } from '@laurel/domain';
import type { MailedLink, MailedPerson, TaskPageData } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { HoldDesk } from './hold-desk.service.ts';
import { instantInWords, zoneOf } from './page/dates.ts';
import { askObjectionPage, objectedPage, objectionOverPage, type Confirmed, type ObjectionInput } from './page/objection.page.ts';
import { prefersHtml } from './page/notice.page.ts';
import { htmlAnswer, type TokenAnswer, type TokenPage, type Visitor } from './token-page.ts';

/** A stray answer, or a program that sends every form it sees, says nothing of this. */
const form = z.union([
  z.object({ sure: z.literal('yes'), reason: z.string().max(4_000).optional() }),
  z.object({ decision: z.literal('objection'), reason: z.string().max(4_000).optional() }),
]);

/** The page behind a confirmation's link: whoever did not send an answer says so here. */
@Injectable()
export class ObjectionPage implements TokenPage {
  private readonly links: ApiParts['mailedLinks'];
  private readonly objections: ApiParts['objections'];
  private readonly taskPages: ApiParts['taskPages'];
  private readonly holds: HoldDesk;

  constructor(
    @Inject(PART.mailedLinks) links: ApiParts['mailedLinks'],
    @Inject(PART.objections) objections: ApiParts['objections'],
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    holds: HoldDesk,
  ) {
    this.links = links;
    this.objections = objections;
    this.taskPages = taskPages;
    this.holds = holds;
  }

  async visit(tokenHash: string, visitor: Visitor): Promise<TokenAnswer | null> {
    const input = await this.inputFor(tokenHash, visitor);
    return input && htmlAnswer(200, pageOf(input));
  }

  async answer(tokenHash: string, body: unknown, visitor: Visitor): Promise<TokenAnswer | null> {
    const input = await this.inputFor(tokenHash, visitor);
    if (!input) return null;
    if (!input.objection) {
      if (input.now > input.confirmed.objectUntil) throw overdue();
      const said = form.safeParse(body).data;
      if (!said) throw unsure();
      await this.object(input, said.reason?.trim().normalize('NFC') ?? null, visitor);
    }
    const after = (await this.inputFor(tokenHash, visitor)) ?? input;
    if (prefersHtml(visitor.accept)) return htmlAnswer(200, objectedPage(after));
    const recordedAt = new Date(after.objection?.openedAt ?? after.now).toISOString();
    return { status: 200, headers: {}, content: { taskId: after.task.id, decision: 'objection', recordedAt } };
  }

  /** One transaction for objection, hold and mail; then the workflow is told, now or by the act relay. */
  private async object({ link, task, confirmed, zone }: ObjectionInput, reason: string | null, { origin }: Visitor): Promise<void> {
    const { programme } = task.nomination;
    const actId = await this.objections.object({
      programme,
      nominationId: task.nominationId,
      taskId: task.id,
      personId: link.person.id,
      reason: reason === '' ? null : reason,
      origin,
      secretary: await this.secretaryFor(task, link.person.id),
      content: { occasion: occasionOf(link, task, confirmed, this.holds.consoleAddress(task.nominationId)), zone },
    });
    await this.holds.tell(task.nominationId, actId);
  }

  /** The post that the rules name; else the superior of whoever was asked, and never the objector. */
  private async secretaryFor({ rules, nomination, post }: TaskPageData, exceptId: string): Promise<MailedPerson | null> {
    const superior = await this.taskPages.superiorOf(nomination.programme, post.key);
    for (const key of [secretariatOf(rules), superior, post.key]) {
      const person = key === null ? null : await this.taskPages.personMeant(nomination.programme, key);
      if (person && person.id !== exceptId) return person;
    }
    return null;
  }

  private async inputFor(hash: string, { rest, token, lang }: Visitor): Promise<ObjectionInput | null> {
    const link = rest === '' ? await this.links.byHash(hash) : null;
    const confirmed = link && confirmedBy(link);
    if (!link?.taskId || !confirmed) return null;
    const [task, objection] = await Promise.all([this.taskPages.byTaskId(link.taskId), this.objections.byTask(link.taskId)]);
    if (!task) return null;
    const language: Language = lang === 'vi' || lang === 'en' ? lang : link.person.language;
    const path = `/t/${encodeURIComponent(token)}`;
    return { link, confirmed, task, objection, language, path, zone: zoneOf(task.rules), now: Date.now() };
  }
}

function pageOf(input: ObjectionInput): string {
  if (input.objection) return objectedPage(input);
  return input.now > input.confirmed.objectUntil ? objectionOverPage(input) : askObjectionPage(input);
}

function confirmedBy({ kind, content }: MailedLink): Confirmed | null {
  if (kind !== 'confirmation' || content.about !== 'nomination' || content.occasion.is !== 'confirmation') return null;
  return content.occasion;
}

function secretariatOf(rules: RuleSet): string | null {
  const notice = rules.stages.find((stage) => stage.kind === 'notice');
  const post = rules.pages?.secretariat ?? notice?.secretariat ?? null;
  return post?.startsWith('@') ? null : post;
}

function unsure(): Problem {
  return new Problem('INVALID_REQUEST', {
    detail: 'Nothing was changed: tick that the answer was not yours, or send decision=objection.',
    detailVi: 'Chưa có gì thay đổi. Xin đánh dấu “Tôi không gửi trả lời này” rồi gửi lại.',
  });
}

function overdue(): Problem {
  return new Problem('DEADLINE_PASSED', {
    detail: 'The time for objecting by this link is over: tell the secretariat and give the reference.',
    detailVi: 'Đã hết thời gian báo qua đường dẫn này. Xin báo bộ phận thi đua – khen thưởng và nêu mã tham chiếu.',
  });
}

function occasionOf(
  { person }: MailedLink,
  { nomination, rules }: TaskPageData,
  { reference, recordedAt }: Confirmed,
  link: string,
): Parameters<ApiParts['objections']['object']>[0]['content']['occasion'] {
  const zone = zoneOf(rules);
  const nominee = nomination.nominee.fullName;
  return {
    is: 'objection',
    title: {
      vi: `${person.fullName} báo “không phải tôi” về hồ sơ ${nominee}`,
      en: `${person.fullName} says “this was not me” on the nomination of ${nominee}`,
    },
    cause: {
      vi: `Trả lời mã ${reference}, ghi nhận lúc ${instantInWords(recordedAt, 'vi', zone)}.`,
      en: `The answer with reference ${reference}, recorded at ${instantInWords(recordedAt, 'en', zone)}.`,
    },
    count: 1,
    link,
  };
}
