import pg from 'pg';
import type { Database } from '../database.ts';

/** What a nudge is about. A nudge only saves waiting for the next poll; losing one loses nothing. */
export type NudgeTopic = 'laurel_inbox' | 'laurel_acts' | 'laurel_mail';

/**
 * Wakes loops of other processes. Sent after the commit and at most once per `gapMs`, never inside a transaction:
 * a notification inside one would make every commit wait for the others.
 */
export class Nudges {
  private readonly waiting = new Map<NudgeTopic, NodeJS.Timeout>();
  private readonly database: Database;
  private readonly gapMs: number;

  constructor(database: Database, gapMs = 20) {
    this.database = database;
    this.gapMs = gapMs;
  }

  nudge(topic: NudgeTopic): void {
    if (this.waiting.has(topic)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(topic);
      this.database.pool.query(`NOTIFY ${topic}`).catch(() => undefined);
    }, this.gapMs);
    timer.unref();
    this.waiting.set(topic, timer);
  }
}

/** Listens for nudges on a connection of its own, and connects again when it breaks. Call the result to stop. */
export function listen(url: string, onNudge: (topic: NudgeTopic) => void): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url });
    client = next;
    const again = (): void => {
      if (stopped || client !== next) return;
      client = null;
      retry = setTimeout(() => void connect(), 1_000);
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', ({ channel }) => {
      onNudge(channel as NudgeTopic);
    });
    try {
      await next.connect();
      await next.query('LISTEN laurel_inbox; LISTEN laurel_acts; LISTEN laurel_mail');
    } catch {
      again();
    }
  };
  void connect();
  return async () => {
    stopped = true;
    if (retry) clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}
