/** A mail that the server has put off so often, for half an hour about, counts as one that does not arrive, until it is taken. */
const PUT_OFF = 10;

/** Whether a mail does not arrive. `mail` names the ledger's row in the statement. */
export const NOT_ARRIVING = (mail: string): string =>
  `(${mail}.state IN ('failed', 'bounced') OR ${mail}.state IN ('planned', 'sending', 'unknown') AND ${mail}.attempts >= ${String(PUT_OFF)})`;

// Due rows and rows whose relay died are read apart, each by its own partial index; then they share the limit.
// A row that was `sending` when its lease ended, or `unknown`, may have reached the server: ambiguous.
// $4 is the one kind that is claimed, or null for all.
export const CLAIM = `
WITH over AS (
  SELECT id, state FROM mail_ledger WHERE state = 'sending' AND lease_until < now() AND ($4::text IS NULL OR kind = $4)
   ORDER BY lease_until LIMIT $1 FOR UPDATE SKIP LOCKED
), due AS (
  SELECT id, state FROM mail_ledger WHERE state IN ('planned', 'unknown') AND send_after <= now() AND ($4::text IS NULL OR kind = $4)
   ORDER BY send_after LIMIT $1 FOR UPDATE SKIP LOCKED
), chosen AS (
  SELECT id, state FROM over UNION ALL SELECT id, state FROM due LIMIT $1
)
UPDATE mail_ledger m
   SET state = 'sending',
       lease_until = now() + $2 * interval '1 millisecond',
       lease_owner = $3,
       attempts = m.attempts + (chosen.state = 'sending')::int,
       last_error = CASE WHEN chosen.state = 'sending' THEN 'The relay that was sending it ended before the answer: it may have arrived.' ELSE m.last_error END
  FROM chosen
 WHERE m.id = chosen.id
RETURNING m.id, m.kind, m.occurrence, m.message_id AS "messageId", m.to_address AS "to", m.language,
          m.nomination_id AS "nominationId", m.session_id AS "sessionId", m.task_id AS "taskId",
          COALESCE(m.link_id, m.task_id) AS "linkId", m.content, m.attempts,
          chosen.state <> 'planned' AS ambiguous`;

export const RENEW = `
UPDATE mail_ledger SET lease_until = now() + $2 * interval '1 millisecond' WHERE id = ANY($1) AND state = 'sending'`;

// Only rows still being sent are settled: a row that another relay has settled since keeps what it says. A task whose
// mail cannot be delivered becomes a fact for its nomination in the same statement.
export const SETTLE = `
WITH settled AS (
UPDATE mail_ledger m
   SET state = v.state,
       attempts = m.attempts + v.counts,
       lease_until = NULL,
       send_after = COALESCE(to_timestamp(v.retry / 1000.0), m.send_after),
       accepted_at = CASE WHEN v.state = 'accepted' THEN now() ELSE m.accepted_at END,
       response = COALESCE(v.response, m.response),
       last_error = COALESCE(v.reason, m.last_error)
  FROM jsonb_to_recordset($1::jsonb) AS v(id text, state text, counts int, retry bigint, response text, reason text)
 WHERE m.id = v.id AND m.state = 'sending'
RETURNING m.nomination_id, m.task_id, m.state, m.attempts)
INSERT INTO act (id, nomination_id, kind, task_id, actor, body, state)
SELECT 'undeliverable-' || task_id, nomination_id, 'undeliverable', task_id, 'source:mail',
       jsonb_build_object('kind', 'undeliverable', 'taskId', task_id), 'pending'
  FROM settled WHERE ${NOT_ARRIVING('settled')} AND task_id IS NOT NULL AND nomination_id IS NOT NULL
ON CONFLICT DO NOTHING`;

export const REPORT_CHANNEL = `
INSERT INTO mail_channel (id, up, reason, since, checked_at)
VALUES ('smtp', $1, $2, to_timestamp($3 / 1000.0), to_timestamp($3 / 1000.0))
ON CONFLICT (id) DO UPDATE
   SET up = excluded.up, reason = excluded.reason, checked_at = excluded.checked_at,
       since = CASE WHEN mail_channel.up = excluded.up THEN mail_channel.since ELSE excluded.since END`;

export const CHANNEL = `SELECT up, reason, since, checked_at AS "checkedAt" FROM mail_channel WHERE id = 'smtp'`;

export const LEDGER_OF = `
SELECT id, kind, occurrence, person_id AS "personId", task_id AS "taskId", message_id AS "messageId", to_address AS "to",
       language, state, attempts, planned_at AS "plannedAt", send_after AS "sendAfter", accepted_at AS "acceptedAt",
       response, last_error AS "lastError"
  FROM mail_ledger WHERE nomination_id = $1 ORDER BY planned_at, id`;
