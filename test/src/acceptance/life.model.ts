import { DAY_MS } from '@laurel/testing';

/** Working days from opening to closing: due day and the days after it; of a completion the due day alone. */
const STAGE_DAYS = 5;
const COMPLETION_DAYS = 2;
const LEVELS = ['unit', 'district', 'city'] as const;
const RETURNS = 1;

interface Clock {
  /** How long it has run, holds left out. */
  readonly ranMs: number;
  readonly days: number;
  /** Each start within a day and each pause may cost or spare up to a day. */
  readonly slackDays: number;
}

const started = (days: number): Clock => ({ ranMs: 0, days, slackDays: 1 });

/**
 * A nomination as somebody with pen and paper would follow it: no calendar, no tasks, no engine. Tells of every act
 * whether it counts, and of every stretch of time what it must, may and cannot bring.
 */
export class PaperNomination {
  level = 0;
  returned = false;
  returns = 0;
  completed = false;
  awardStands = false;
  ended: string | null = null;
  readonly holds = new Set<string>();
  private clock = started(STAGE_DAYS);
  private leftClock: Clock | null = null;
  private delegated = false;

  get state(): string {
    return this.ended ?? (this.returned ? 'RETURNED' : 'RECEIVED');
  }

  get levelName(): string {
    return LEVELS[this.level] ?? '';
  }

  get held(): boolean {
    return this.holds.size > 0;
  }

  private get asks(): boolean {
    return this.ended === null && !this.returned && !this.held;
  }

  endorse(): boolean {
    if (!this.asks || this.level === 2) return false;
    this.enter(this.level + 1);
    return true;
  }

  award(): boolean {
    if (!this.asks || this.level === 0) return false;
    this.ended = 'CONFERRED';
    return true;
  }

  awardAndReferUp(): boolean {
    if (!this.asks || this.level !== 1) return false;
    this.awardStands = true;
    this.enter(2);
    return true;
  }

  reject(): boolean {
    if (!this.asks) return false;
    this.end('NOT_QUALIFIED');
    return true;
  }

  giveBack(): boolean {
    if (!this.asks || this.returns === RETURNS) return false;
    this.returns += 1;
    this.returned = true;
    this.leftClock = this.clock;
    this.clock = started(COMPLETION_DAYS);
    return true;
  }

  complete(): boolean {
    if (!this.returned) return false;
    if (this.held) this.completed = true;
    else this.resume();
    return true;
  }

  delegate(): boolean {
    if (!this.asks || this.delegated) return false;
    this.delegated = true;
    return true;
  }

  hold(id: string): boolean {
    if (this.holds.has(id)) return false;
    this.holds.add(id);
    this.clock = { ...this.clock, slackDays: this.clock.slackDays + 1 };
    return true;
  }

  lift(id: string): boolean {
    if (!this.holds.delete(id)) return false;
    if (!this.held && this.completed) this.resume();
    return true;
  }

  extend(days: number): boolean {
    this.clock = { ...this.clock, days: this.clock.days + days };
    return true;
  }

  withdraw(): boolean {
    if (this.awardStands) return false;
    this.ended = 'WITHDRAWN';
    return true;
  }

  /** Lets time pass; answers whether the deadline must have come, cannot have come, or may. */
  pass(ms: number): 'lapsed' | 'open' | 'either' {
    if (this.held || this.ended !== null) return 'open';
    const { ranMs, days, slackDays } = (this.clock = { ...this.clock, ranMs: this.clock.ranMs + ms });
    if (ranMs > (days + slackDays) * DAY_MS) return 'lapsed';
    return ranMs < (days - slackDays) * DAY_MS ? 'open' : 'either';
  }

  /** The deadline came: an award that a lower level gave on the way stands. */
  lapse(): void {
    this.end('LAPSED');
  }

  private end(state: string): void {
    this.ended = this.awardStands ? 'CONFERRED' : state;
  }

  private enter(level: number): void {
    this.level = level;
    this.clock = started(STAGE_DAYS);
    this.delegated = false;
  }

  private resume(): void {
    this.returned = false;
    this.completed = false;
    this.delegated = false;
    this.clock = this.leftClock ?? started(STAGE_DAYS);
    this.clock = { ...this.clock, slackDays: this.clock.slackDays + 1 };
  }
}
