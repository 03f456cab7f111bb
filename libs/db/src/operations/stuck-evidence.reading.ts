import type {
  DeadEvents,
  ReconciledDifference,
  SilentPerson,
  StuckCase,
  Suspect,
  TableEvidence,
  UndeliverableAddress,
} from '@laurel/domain';
import type { Database } from '../database.ts';
import { CHANNEL_DOWN, DEAD, DIFFERENCES, LAST_TURN, MOST_CASES, SILENT, SUSPECTS, UNDELIVERABLE } from './stuck-evidence.sql.ts';

interface ChannelRow {
  readonly since: Date;
  readonly reason: string;
  readonly count: number;
  readonly cases: readonly StuckCase[] | null;
}

interface TurnRow {
  readonly lastTurn: Date | null;
  readonly events: number;
  readonly acts: number;
}

type Dated<Row extends { readonly since: number }> = Omit<Row, 'since'> & { readonly since: Date };

/** What the tables show of things that do not go on. Each statement walks an index of what is stuck, not of what is open. */
export class StuckEvidenceReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async tables(): Promise<TableEvidence> {
    const [turn] = await this.rows<TurnRow>(LAST_TURN);
    const [channel] = await this.rows<ChannelRow>(CHANNEL_DOWN);
    return {
      lastTurnAt: turn?.lastTurn?.getTime() ?? null,
      waiting: { events: turn?.events ?? 0, acts: turn?.acts ?? 0 },
      channelDown: channel ? { ...channel, since: channel.since.getTime(), cases: channel.cases ?? [] } : null,
      undeliverable: (await this.rows<UndeliverableAddress>(UNDELIVERABLE)).map(bounded),
      silent: (await this.rows<SilentPerson>(SILENT)).map(bounded),
      dead: (await this.rows<DeadEvents>(DEAD)).map(bounded),
      suspects: (await this.rows<Dated<Suspect>>(SUSPECTS)).map(instant),
      differences: (await this.rows<Dated<ReconciledDifference>>(DIFFERENCES)).map(instant),
    };
  }

  private async rows<Row extends object>(text: string): Promise<readonly Row[]> {
    return (await this.database.pool.query<Row>(text)).rows;
  }
}

function bounded<Row extends { readonly cases: readonly StuckCase[] }>(row: Row): Row {
  return { ...row, cases: row.cases.slice(0, MOST_CASES) };
}

function instant<Row extends { readonly since: Date }>(row: Row): Omit<Row, 'since'> & { readonly since: number } {
  return { ...row, since: row.since.getTime() };
}
