import type { Language } from '@laurel/domain';
import type { MailedPerson } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { readRequest } from '../http/read-request.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { CodeGate } from './code-gate.service.ts';
import { askForListPage, enterCodePage, preferencesPage, taskListPage, unsubscribePage, type PersonInput } from './page/person.pages.ts';
import { htmlAnswer, type TokenAnswer, type TokenPage, type Visitor } from './token-page.ts';

/** Where a person's dates are written: their programme's mails say the zone, a list over programmes has one. */
const ZONE = 'Asia/Ho_Chi_Minh';

const SEE_OTHER = 303;

const listForm = z.object({ send: z.literal('yes').optional(), code: z.string().max(40).optional() });
const wishes = z.object({ language: z.enum(['vi', 'en']).optional(), reminders: z.enum(['each', 'digest', 'none']).optional() });

type Room = 'tasks' | 'preferences' | 'unsubscribe';

/** What belongs to the person behind any mailed link: all their tasks behind a code, and how they want their mails. */
@Injectable()
export class PersonPages implements TokenPage {
  private readonly links: ApiParts['mailedLinks'];
  private readonly wishes: ApiParts['wishes'];
  private readonly linkTo: ApiParts['linkTo'];
  private readonly gate: CodeGate;

  constructor(
    @Inject(PART.mailedLinks) links: ApiParts['mailedLinks'],
    @Inject(PART.wishes) people: ApiParts['wishes'],
    @Inject(PART.linkTo) linkTo: ApiParts['linkTo'],
    gate: CodeGate,
  ) {
    this.links = links;
    this.wishes = people;
    this.linkTo = linkTo;
    this.gate = gate;
  }

  async visit(tokenHash: string, visitor: Visitor): Promise<TokenAnswer | null> {
    const found = await this.find(tokenHash, visitor);
    if (!found) return null;
    const { room, input } = found;
    switch (room) {
      case 'tasks':
        return htmlAnswer(200, await this.list(input, visitor));
      case 'preferences':
        return htmlAnswer(200, preferencesPage(input, false));
      case 'unsubscribe':
        return htmlAnswer(200, unsubscribePage(input, false));
    }
  }

  async answer(tokenHash: string, body: unknown, visitor: Visitor): Promise<TokenAnswer | null> {
    const found = await this.find(tokenHash, visitor);
    if (!found) return null;
    const { room, input } = found;
    switch (room) {
      case 'tasks':
        return this.enter(input, body);
      case 'preferences':
        return this.prefer(input, body, visitor);
      case 'unsubscribe':
        await this.wishes.change(input.person.programme, input.person.id, { reminders: 'none' });
        return htmlAnswer(200, unsubscribePage(input, true));
    }
  }

  private async list(input: PersonInput, { cookie }: Visitor): Promise<string> {
    const { person } = input;
    if (!(await this.gate.isOpen(person, 'task-list', cookie))) return askForListPage(input);
    const tasks = await this.links.waiting(person.programme, person.id);
    return taskListPage(input, tasks, (taskId) => new URL(this.linkTo(taskId)).pathname);
  }

  private async enter(input: PersonInput, body: unknown): Promise<TokenAnswer> {
    const { send, code } = listForm.safeParse(body).data ?? {};
    try {
      if (send === undefined && code !== undefined) {
        const pass = await this.gate.redeem(input.person, 'task-list', code);
        return { status: SEE_OTHER, headers: { ...pass, location: `${input.path}?lang=${input.language}` }, content: '' };
      }
      await this.gate.send(input.person, 'task-list', input.zone);
      return htmlAnswer(200, enterCodePage(input));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return htmlAnswer(error.status, enterCodePage({ ...input, problem: error }), error.details.headers);
    }
  }

  private async prefer(input: PersonInput, body: unknown, { lang }: Visitor): Promise<TokenAnswer> {
    const { language, reminders } = readRequest(wishes, body);
    const wished = { ...(language && { language }), ...(reminders && { reminders }) };
    await this.wishes.change(input.person.programme, input.person.id, wished);
    const shown = language ?? languageOf(input.person, lang);
    return htmlAnswer(200, preferencesPage({ ...input, language: shown, person: { ...input.person, ...wished } }, true));
  }

  private async find(hash: string, visitor: Visitor): Promise<{ readonly room: Room; readonly input: PersonInput } | null> {
    const room = await this.roomOf(hash, visitor.rest);
    const person = room && (await this.links.personOf(hash));
    if (!room || !person) return null;
    const rest = visitor.rest === '' ? '' : `/${visitor.rest}`;
    const path = `/t/${encodeURIComponent(visitor.token)}${rest}`;
    return { room, input: { person, path, language: languageOf(person, visitor.lang), zone: ZONE, now: Date.now() } };
  }

  /** A digest's own link leads to the list. */
  private async roomOf(hash: string, rest: string): Promise<Room | null> {
    if (rest === 'tasks' || rest === 'preferences' || rest === 'unsubscribe') return rest;
    if (rest !== '') return null;
    return (await this.links.byHash(hash))?.kind === 'digest' ? 'tasks' : null;
  }
}

function languageOf({ language }: MailedPerson, lang: string | undefined): Language {
  return lang === 'vi' || lang === 'en' ? lang : language;
}
