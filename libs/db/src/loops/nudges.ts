import pg from 'pg';
import type { Database } from '../database.ts';

const RECONNECT_MS = 1_000;

/** What a nudge is about. A nudge only saves waiting for the next poll; losing one loses nothing. */
export type NudgeTopic = 'laurel_inbox' | 'laurel_acts' | 'laurel_mail' | 'laurel_sessions';

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

/** Listens for nudges on a connection of its own, and connects again when it breaks. */
export class NudgeListener {
  private stopped = false;
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private readonly url: string;
  private readonly onNudge: (topic: NudgeTopic) => void;

  constructor(url: string, onNudge: (topic: NudgeTopic) => void) {
    this.url = url;
    this.onNudge = onNudge;
  }

  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    this.client = client;
    const again = (): void => {
      this.connectAgain(client);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ channel }) => {
      this.onNudge(channel as NudgeTopic);
    });
    try {
      await client.connect();
      await client.query('LISTEN laurel_inbox; LISTEN laurel_acts; LISTEN laurel_mail; LISTEN laurel_sessions');
    } catch {
      again();
    }
  }

  private connectAgain(broken: pg.Client): void {
    if (this.stopped || this.client !== broken) return;
    this.client = null;
    this.retry = setTimeout(() => void this.connect(), RECONNECT_MS);
  }
}
