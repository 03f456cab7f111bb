// Each statement answers (subject, detail) for whatever breaks the rule, and nothing while it holds.

/** Work younger than this is under way, older work is stuck. */
const UNDER_WAY = `interval '60 seconds'`;

/** I3, the tables' half: every task and every end was mailed, and nothing lies about unsent without a reason that shows. */
export const MAILS_PLANNED_AND_SENT = `
SELECT t.nomination_id AS subject, 'task ' || t.id || ' was opened without a mail' AS detail
  FROM task t WHERE NOT EXISTS (SELECT 1 FROM mail_ledger m WHERE m.task_id = t.id)
UNION ALL
SELECT n.id, 'ended as ' || n.state || ' without a result mail'
  FROM nomination n WHERE n.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mail_ledger m WHERE m.nomination_id = n.id AND m.kind = 'result')
UNION ALL
SELECT m.nomination_id, 'mail ' || m.message_id || ' is ' || m.state || ' and nobody sends it'
  FROM mail_ledger m
 WHERE ((m.state IN ('planned', 'unknown') AND m.send_after < now() - ${UNDER_WAY})
     OR (m.state = 'sending' AND (m.lease_until IS NULL OR m.lease_until < now() - ${UNDER_WAY})))
   AND NOT EXISTS (SELECT 1 FROM mail_channel c WHERE NOT c.up)
UNION ALL
SELECT m.nomination_id, 'mail ' || m.message_id || ' is accepted without an answer of the server'
  FROM mail_ledger m WHERE m.state = 'accepted' AND (m.accepted_at IS NULL OR m.response IS NULL)`;

/** I4, the tables' half: an open nomination waits for a named person, for an instant to come, for a session, or for a lifting. */
export const OPEN_CASES_WAIT = `
SELECT n.id AS subject, 'open in state ' || n.state || ' and waits for nobody' AS detail
  FROM nomination n
 WHERE n.ended_at IS NULL AND n.updated_at < now() - ${UNDER_WAY} AND NOT n.held AND n.state <> 'IN_SESSION'
   AND NOT EXISTS (SELECT 1 FROM task t JOIN person p ON p.programme = n.programme AND p.id = t.person_id WHERE t.nomination_id = n.id AND t.state = 'open')
UNION ALL
SELECT n.id, 'open tasks without a closing time'
  FROM nomination n WHERE n.ended_at IS NULL AND NOT n.held AND n.seq > 0 AND n.state NOT IN ('DECIDED', 'IN_SESSION') AND n.wait -> 'plan' ->> 'closesAt' IS NULL
UNION ALL
SELECT n.id, 'held by nothing that is in force'
  FROM nomination n WHERE n.ended_at IS NULL AND n.held
   AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.lifted_from IS NULL AND n.holds ? h.id) AND n.updated_at < now() - ${UNDER_WAY}
UNION ALL
SELECT t.nomination_id, 'task ' || t.id || ' is open although the nomination has ended'
  FROM task t JOIN nomination n ON n.id = t.nomination_id WHERE t.state = 'open' AND n.ended_at IS NOT NULL
UNION ALL
SELECT a.nomination_id, 'act ' || a.id || ' has been pending too long' FROM act a WHERE a.state = 'pending' AND a.created_at < now() - ${UNDER_WAY}`;

/** I6, beside the hashes: outbox sequences have no gap, and each transition moved the count. */
export const SEQUENCES_ARE_WHOLE = `
SELECT n.id AS subject, 'the outbox holds ' || count(e.id) || ' events up to ' || coalesce(max(e.sequence), 0) || ' instead of ' || n.outbox_sequence AS detail
  FROM nomination n LEFT JOIN outbox_event e ON e.nomination_id = n.id
 GROUP BY n.id HAVING count(e.id) <> n.outbox_sequence OR coalesce(max(e.sequence), 0) <> n.outbox_sequence`;

/** I9, the tables' half: an accepted nomination has its one inbox row, and none waits unseen. */
export const EVENTS_ARE_KEPT = `
SELECT n.id AS subject, 'nomination with ' || count(i.id) || ' submitting events' AS detail
  FROM nomination n LEFT JOIN inbox_event i ON i.nomination_id = n.id AND i.type = 'laurel.nomination.submitted.v1'
 GROUP BY n.id HAVING count(i.id) <> 1
UNION ALL
SELECT i.event_id, 'accepted event without its nomination'
  FROM inbox_event i LEFT JOIN nomination n ON n.id = i.nomination_id WHERE i.type = 'laurel.nomination.submitted.v1' AND n.id IS NULL
UNION ALL
SELECT i.event_id, 'accepted event that nobody takes up'
  FROM inbox_event i WHERE i.state = 'pending' AND i.received_at < now() - ${UNDER_WAY} AND i.last_error IS NULL`;
