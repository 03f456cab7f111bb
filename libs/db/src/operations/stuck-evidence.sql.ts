import { NOT_ARRIVING } from '../mail-ledger/mail-ledger.sql.ts';

/** Cases listed for one group: enough for every remedy in bulk, and bounded. Counts are of all. */
export const MOST_CASES = 10_000;

/** Later than this after its own instant, a step of the engine is late and not merely about to happen. */
const LATE = `interval '20 seconds'`;

const CASE = (nomination: string, event: string, since: string): string =>
  `json_build_object('nominationId', ${nomination}, 'eventId', ${event}, 'since', floor(extract(epoch FROM ${since}) * 1000))`;

export const LAST_TURN = `
SELECT (SELECT max(turned_at) FROM loop_pulse) AS "lastTurn",
       (SELECT count(*)::int FROM inbox_event WHERE state = 'pending') AS events,
       (SELECT count(*)::int FROM act WHERE state = 'pending') AS acts`;

export const CHANNEL_DOWN = `
SELECT c.since, coalesce(c.reason, '') AS reason,
       (SELECT count(*)::int FROM mail_ledger m WHERE m.state IN ('planned', 'sending', 'unknown')) AS count,
       (SELECT json_agg(${CASE('u.nomination_id', 'NULL', 'u.planned_at')}) FROM (
          SELECT nomination_id, min(planned_at) AS planned_at FROM mail_ledger WHERE state IN ('planned', 'sending', 'unknown')
           AND nomination_id IS NOT NULL GROUP BY nomination_id ORDER BY 2 LIMIT ${String(MOST_CASES)}) u) AS cases
  FROM mail_channel c WHERE NOT c.up`;

// A mail that does not arrive matters while its task is open; one that belongs to no task, until it has been sent again.
export const UNDELIVERABLE = `
SELECT m.programme, m.person_id AS "personId", coalesce(max(p.full_name), max(m.content ->> 'recipient'), m.person_id) AS "fullName", bool_or(m.state = 'bounced') AS bounced,
       bool_and(m.state NOT IN ('failed', 'bounced')) AS "putOff", coalesce(max(m.last_error), max(m.response), '') AS error, count(DISTINCT coalesce(m.nomination_id, m.id))::int AS count,
       json_agg(${CASE('m.nomination_id', 'NULL', 'm.planned_at')} ORDER BY m.planned_at) AS cases
  FROM mail_ledger m LEFT JOIN task t ON t.id = m.task_id LEFT JOIN person p ON p.programme = m.programme AND p.id = m.person_id
 WHERE ${NOT_ARRIVING('m')} AND (m.task_id IS NULL OR t.state = 'open')
 GROUP BY m.programme, m.person_id`;

// Past its due instant, not held, still decidable: the person has let it slip. Before that instant nobody is silent.
export const SILENT = `
SELECT n.programme, t.person_id AS "personId", coalesce(max(p.full_name), t.person_id) AS "fullName", max(t.post) AS post,
       json_build_object('vi', coalesce(max(o.title_vi), max(t.post)), 'en', coalesce(max(o.title_en), max(t.post))) AS title,
       coalesce(sum(cardinality(t.reminders_sent)), 0)::int AS reminders, count(t.escalated_at)::int AS escalated, count(*)::int AS count,
       json_agg(${CASE('n.id', 'NULL', 't.due_at')} ORDER BY t.due_at) AS cases
  FROM task t JOIN nomination n ON n.id = t.nomination_id LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
  LEFT JOIN post o ON o.programme = n.programme AND o.key = t.post
 WHERE t.state = 'open' AND t.due_at < now() AND n.ended_at IS NULL AND NOT n.held
 GROUP BY n.programme, t.person_id`;

export const DEAD = `
SELECT i.type, coalesce(i.last_error, '') AS error, count(*)::int AS count,
       json_agg(${CASE('i.nomination_id', 'i.event_id', 'i.received_at')} ORDER BY i.received_at) AS cases
  FROM inbox_event i WHERE i.state = 'dead' GROUP BY i.type, i.last_error`;

/**
 * Nominations that should have moved by themselves and have not. Every activity that a workflow can be stuck in belongs to
 * one of these: a step of time, receiving, publishing, or an act to record.
 */
const LATE_MILLIS = `floor(extract(epoch FROM now() - ${LATE}) * 1000)::bigint`;

/** Which step of a wait is the one at `millis`. */
const STEP = (wait: string, millis: string): string => `
  CASE WHEN ${millis} = (${wait} -> 'plan' ->> 'closesAt')::bigint THEN 'close'
       WHEN ${millis} = (${wait} -> 'plan' ->> 'escalateAt')::bigint AND NOT (${wait} ->> 'escalated')::boolean THEN 'escalate'
       ELSE 'remind' END`;

const SUSPECT = (wait: string, alias: string): string =>
  `n.id AS "nominationId", n.programme, n.stage, to_timestamp(next_step_at(${alias}.${wait}) / 1000.0) AS since, ${STEP(`${alias}.${wait}`, `next_step_at(${alias}.${wait})`)} AS step`;

/**
 * Nominations that should have moved by themselves and have not. Every activity that a workflow can be stuck in belongs to
 * one of these: a step of time of the stage or of one seat, receiving, publishing, or an act to record. Where everybody
 * asked has a deadline of their own, the stage's clock says nothing, see `runningWaits` of libs/domain.
 */
export const SUSPECTS = `
(SELECT ${SUSPECT('wait', 'n')} FROM nomination n
  WHERE n.ended_at IS NULL AND NOT n.held AND next_step_at(n.wait) < ${LATE_MILLIS}
    AND (EXISTS (SELECT 1 FROM task t WHERE t.nomination_id = n.id AND t.state = 'open' AND t.own_wait IS NULL)
      OR NOT EXISTS (SELECT 1 FROM task t WHERE t.nomination_id = n.id AND t.state = 'open'))
  ORDER BY next_step_at(n.wait) LIMIT ${String(MOST_CASES)})
UNION ALL
(SELECT ${SUSPECT('own_wait', 't')} FROM task t JOIN nomination n ON n.id = t.nomination_id
  WHERE t.state = 'open' AND t.own_wait IS NOT NULL AND next_step_at(t.own_wait) < ${LATE_MILLIS} AND n.ended_at IS NULL AND NOT n.held
  LIMIT ${String(MOST_CASES)})
UNION ALL
(SELECT n.id, n.programme, n.stage, n.updated_at, CASE n.state WHEN 'SUBMITTED' THEN 'receive' ELSE 'publish' END
   FROM nomination n WHERE n.ended_at IS NULL AND n.state IN ('SUBMITTED', 'DECIDED') AND n.updated_at < now() - ${LATE}
    AND (n.state = 'DECIDED' AND NOT n.held OR EXISTS (SELECT 1 FROM inbox_event i WHERE i.nomination_id = n.id AND i.state = 'done' AND i.done_at < now() - ${LATE}))
  ORDER BY n.updated_at LIMIT ${String(MOST_CASES)})
UNION ALL
(SELECT n.id, n.programme, n.stage, min(a.created_at), 'act'
   FROM act a JOIN nomination n ON n.id = a.nomination_id WHERE a.state = 'pending' AND a.created_at < now() - ${LATE}
  GROUP BY n.id ORDER BY 4 LIMIT ${String(MOST_CASES)})`;

// A look of the reconciler may be wrong by what moved meanwhile: only what it has seen twice counts.
export const DIFFERENCES = `
SELECT nomination_id AS "nominationId", kind, detail, since FROM reconciled_difference
 WHERE seen_at > since + interval '5 seconds' ORDER BY since LIMIT ${String(MOST_CASES)}`;
