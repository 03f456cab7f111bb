import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';
import { mailState, readiness, workersState, type Readiness } from './readiness.ts';

const PING_MS = 1_000;
/** Probes that come faster than this share one answer. */
const REMEMBERED_MS = 1_000;

@Injectable()
export class HealthService {
  private readonly health: ApiParts['health'];
  private readonly gateway: ApiParts['gateway'];
  private last: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;

  constructor(@Inject(PART.health) health: ApiParts['health'], @Inject(PART.gateway) gateway: ApiParts['gateway']) {
    this.health = health;
    this.gateway = gateway;
  }

  ready(): Promise<Readiness> {
    const now = Date.now();
    if (this.last && now - this.last.at < REMEMBERED_MS) return this.last.answer;
    this.last = { at: now, answer: this.ask() };
    return this.last.answer;
  }

  private async ask(): Promise<Readiness> {
    const [database, temporal] = await Promise.all([this.health.canStore(), this.gateway.ping(PING_MS)]);
    const reached = temporal ? 'ok' : 'down';
    if (!database) return readiness({ database: 'down', temporal: reached, workers: 'down', mail: 'down' });
    const [loops, channel] = await Promise.all([this.health.loops(), this.health.mailChannel()]);
    return readiness({ database: 'ok', temporal: reached, workers: workersState(loops, Date.now()), mail: mailState(channel) });
  }
}
