import type { Confirmation } from '@laurel/contracts';
import { CampaignRepository, KeyRepository, RulesRepository, SCOPES } from '@laurel/db';
import type { ActBody, AwardType, Choice, RuleSet } from '@laurel/domain';
import { loadProgramme } from '@laurel/programmes';
import { join } from 'node:path';
import { prepareStack, ROOT, waitFor, type Answer, type EventWishes, type Stack } from '../stack/index.ts';

export const PROGRAMME = 'nam-tu-liem-ntvt';
const CONFIRM_WITHIN_MS = 20_000;

export interface Signing {
  readonly number?: string;
  readonly signedOn?: string;
}

/** The shipped rules of Nam Từ Liêm, with what a scenario changes: its awards, or more. */
export interface RulesWishes {
  readonly campaign: string;
  readonly awards?: (award: AwardType) => AwardType;
  readonly rules?: Partial<RuleSet>;
}

/** A private stack whose nominations are filed, decided and taken up again as people do it. */
export class RegistryStack {
  readonly stack: Stack;
  readonly key: string;

  private constructor(stack: Stack, key: string) {
    this.stack = stack;
    this.key = key;
  }

  static async start(): Promise<RegistryStack> {
    const stack = await prepareStack();
    const { key } = await new KeyRepository(stack.database).create('acceptance', { scopes: SCOPES });
    stack.startWorkers();
    try {
      await stack.startApi();
    } catch (error) {
      await stack.close();
      throw error;
    }
    return new RegistryStack(stack, key);
  }

  /** Publishes rules of the scenario's own and opens a season under them. */
  async open({ campaign, awards = (award) => award, rules = {} }: RulesWishes): Promise<void> {
    const [shipped] = (await loadProgramme(join(ROOT, 'programmes', PROGRAMME))).ruleSets;
    if (!shipped) throw new Error('No rules are shipped');
    const published = { ...shipped, ...rules, version: `thu-${campaign}`, awards: shipped.awards.map(awards) };
    await new RulesRepository(this.stack.database).publish(published);
    const campaigns = new CampaignRepository(this.stack.database);
    await campaigns.openIfAbsent({
      programme: PROGRAMME,
      key: campaign,
      ruleSetVersion: published.version,
      opensAt: Date.parse('2022-01-01T00:00:00Z'),
    });
  }

  /** Opens a season of a shipped programme under one of its versions. */
  async openShipped(programme: string, campaign: string, ruleSetVersion: string): Promise<void> {
    const opensAt = Date.parse('2022-01-01T00:00:00Z');
    await new CampaignRepository(this.stack.database).openIfAbsent({ programme, key: campaign, ruleSetVersion, opensAt });
  }

  async file(wishes: EventWishes): Promise<string> {
    const [id = ''] = await this.stack.submit(1, wishes);
    await waitFor(`${id} to be received`, 40_000, async () => (await this.stack.view.stateOf(id)) !== 'SUBMITTED');
    return id;
  }

  /** Files, and lets the unit endorse: the district's authority is asked. */
  async fileUpToDistrict(wishes: EventWishes): Promise<string> {
    const id = await this.file(wishes);
    await this.answer(id, 'grassroots', 'approve');
    return id;
  }

  async answer(id: string, level: string, choice: Exclude<Choice, 'delegate' | 'complete'>, signing: Signing = {}): Promise<Confirmation> {
    const task = await this.stack.view.waitForTask(id, level);
    const body = { kind: 'decide', taskId: task.id, choice, number: signing.number ?? null, signedOn: signing.signedOn ?? null } as const;
    const act = await this.stack.acts.write({ nominationId: id, actor: task.personId, reason: 'Theo hồ sơ', body, origin: null });
    const answer = await this.stack.gateway.submitDecision(id, { actId: act.id, taskId: task.id, choice }, CONFIRM_WITHIN_MS);
    if (answer !== 'NOT_CONFIRMED' && !answer.recorded) await this.stack.acts.refuse(act.id, answer.refused);
    return answer;
  }

  post(path: string, body: object, once?: string): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${this.key}`,
      ...(once !== undefined && { 'idempotency-key': once }),
    };
    return this.stack.http.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async get(path: string): Promise<Readonly<Record<string, unknown>>> {
    const { status, json, text } = await this.stack.http.ask(path, { headers: { authorization: `Bearer ${this.key}` } });
    if (status !== 200 || !json) throw new Error(`${path}: ${String(status)} ${text}`);
    return json;
  }

  /** An act that is written down while nobody tells the workflow, as after a crash of the API: the relay finds it. */
  async leaveBehind(id: string, body: ActBody, reason: string): Promise<string> {
    const act = await this.stack.acts.write({ nominationId: id, actor: 'source:/phong-noi-vu', reason, body, origin: null });
    return act.id;
  }

  titles(query: string): Promise<Readonly<Record<string, unknown>>> {
    return this.get(`/v1/reports/titles?programme=${PROGRAMME}&${query}`);
  }

  close(): Promise<void> {
    return this.stack.close();
  }
}
