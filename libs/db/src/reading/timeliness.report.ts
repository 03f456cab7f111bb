import { workingDaysUsed, type ClockTurn, type IsoDate, type Outcome, type WorkingCalendar } from '@laurel/domain';
import type { Database } from '../database.ts';
import type { RulesRepository } from '../rules/index.ts';
import { isoOf } from './nomination.rows.ts';
import type { IsoInstant } from './iso-instant.ts';
import type { TitlesQuery } from './titles.report.ts';

/** A level's decision on a nomination, and how long it took. */
export interface TimelinessRow {
  readonly nominationId: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly level: string;
  readonly outcome: Outcome;
  readonly signedOn: IsoDate;
  /** When the nomination was received, or taken up again. */
  readonly receivedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly decidedAt: IsoInstant;
  readonly inTime: boolean;
  /** Working days of its calendar that its clock ran: not while it was on hold, or returned. */
  readonly days: number;
}

interface TurnJson {
  readonly at: string;
  readonly action: 'received' | 'reopened' | 'held' | 'hold-lifted' | 'returned' | 'completed';
  readonly facts: { readonly holdId?: string; readonly stillMissing?: number };
}

interface Row extends Pick<TimelinessRow, 'nominationId' | 'programme' | 'campaign' | 'unit' | 'level' | 'outcome' | 'signedOn'> {
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  readonly dueAt: Date | null;
  readonly decidedAt: Date;
  readonly turns: readonly TurnJson[];
}

// A hand-over gives a wait of its own: the decision was due when the first one was.
const ROWS = `
SELECT l.nomination_id AS "nominationId", n.programme, n.campaign, n.unit, l.level, l.outcome, l.signed_on::text AS "signedOn",
       n.rule_set_version AS "ruleSetVersion", n.calendar_version AS "calendarVersion", t.closed_at AS "decidedAt",
       least(t.due_at, (SELECT min(h.due_at) FROM task h WHERE h.nomination_id = t.nomination_id AND h.stage = t.stage
                           AND h.round = t.round AND h.state = 'handed-over' AND h.closed_at <= t.opened_at)) AS "dueAt",
       (SELECT json_agg(json_build_object('at', e.at, 'action', e.action, 'facts', e.facts) ORDER BY e.seq) FROM audit_event e
         WHERE e.nomination_id = n.id AND e.at <= t.closed_at
           AND e.action IN ('received', 'reopened', 'held', 'hold-lifted', 'returned', 'completed')) AS turns
  FROM decision_line l JOIN nomination n ON n.id = l.nomination_id
  JOIN task t ON t.nomination_id = l.nomination_id AND t.closed_by_act = l.act_id AND t.state = 'decided'
 WHERE l.signed_on <= $1::date AND l.recorded_at < $2 AND (l.superseded_at IS NULL OR l.superseded_at >= $2)
   AND ($3::text IS NULL OR n.programme = $3) AND ($4::text IS NULL OR n.campaign = $4)
   AND ($5::text[] IS NULL OR n.unit = ANY($5) OR n.programme || '/' || n.unit = ANY($5) OR n.programme || '/*' = ANY($5))
 ORDER BY n.programme, l.level, t.closed_at, l.nomination_id`;

/** How promptly decisions came, by both of their times. */
export class TimelinessReport {
  private readonly database: Database;
  private readonly rules: Pick<RulesRepository, 'ruleSet' | 'calendar'>;

  constructor(database: Database, rules: Pick<RulesRepository, 'ruleSet' | 'calendar'>) {
    this.database = database;
    this.rules = rules;
  }

  async rows({ asOf, knownBefore, programme, campaign, units }: TitlesQuery): Promise<readonly TimelinessRow[]> {
    const values = [asOf, new Date(knownBefore).toISOString(), programme, campaign, units];
    const { rows } = await this.database.pool.query<Row>(ROWS, values);
    const calendars = await this.calendarsOf(rows);
    return rows.flatMap((row) => {
      const calendar = calendars.get(keyOf(row));
      return calendar ? [rowOf(row, calendar)] : [];
    });
  }

  /** Each calendar that a row counts by, read once. */
  private async calendarsOf(rows: readonly Row[]): Promise<ReadonlyMap<string, WorkingCalendar>> {
    const distinct = [...new Map(rows.map((row) => [keyOf(row), row]))];
    return new Map(await Promise.all(distinct.map(async ([key, row]) => [key, await this.calendarOf(row)] as const)));
  }

  private async calendarOf({ programme, ruleSetVersion, calendarVersion }: Row): Promise<WorkingCalendar> {
    const { calendar } = await this.rules.ruleSet(programme, ruleSetVersion);
    return calendar.version === calendarVersion ? calendar : this.rules.calendar(calendar.id, calendarVersion);
  }
}

const keyOf = ({ programme, ruleSetVersion, calendarVersion }: Row): string => JSON.stringify([programme, ruleSetVersion, calendarVersion]);

function rowOf(row: Row, calendar: WorkingCalendar): TimelinessRow {
  const { nominationId, programme, campaign, unit, level, outcome, signedOn, dueAt, decidedAt, turns } = row;
  const begun = turns.findLast(({ action }) => action === 'received' || action === 'reopened');
  const from = begun ? Date.parse(begun.at) : decidedAt.getTime();
  return {
    ...{ nominationId, programme, campaign, unit, level, outcome, signedOn },
    receivedAt: new Date(from).toISOString(),
    dueAt: dueAt && isoOf(dueAt),
    decidedAt: isoOf(decidedAt),
    inTime: dueAt === null || decidedAt <= dueAt,
    days: workingDaysUsed(calendar, from, decidedAt.getTime(), turns.flatMap(turnOf)),
  };
}

/** A hold and a return stop the clock; a dossier that is still not complete leaves it stopped. */
function turnOf({ at, action, facts }: TurnJson): readonly ClockTurn[] {
  const turn = (cause: string, stands: boolean): readonly ClockTurn[] => [{ at: Date.parse(at), cause, stands }];
  switch (action) {
    case 'held':
    case 'hold-lifted':
      return turn(`hold ${facts.holdId ?? ''}`, action === 'held');
    case 'returned':
      return turn('returned', true);
    case 'completed':
      return (facts.stillMissing ?? 0) > 0 ? [] : turn('returned', false);
    case 'received':
    case 'reopened':
      return [];
  }
}
