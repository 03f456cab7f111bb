/**
 * Holds in force on the nominee of nomination `n`: by the reference that it was filed with, or by that of the nominee whom the
 * registry knows it to be of, merged names included. Read where it is begun or could be taken up again; an open one has been told.
 */
const NOMINEE_HOLDS = `
  CASE WHEN n.state = 'SUBMITTED' OR n.ended_at IS NOT NULL THEN (
    SELECT json_agg(h.id) FROM hold h
     WHERE h.lifted_from IS NULL AND h.nominee_reference = ANY (ARRAY(
       SELECT n.nominee_reference
       UNION ALL
       SELECT k.reference FROM nominee e
         JOIN nominee k ON k.id = coalesce(e.merged_into, e.id) OR k.merged_into = coalesce(e.merged_into, e.id)
        WHERE e.id = n.nominee_id))) END`;

/**
 * Holds of nomination `n`. An investigation that is over holds a case that has ended no more, from the moment that it is over: what
 * tells the case so, act $2, finds it held still.
 */
const HOLDS = `
  CASE WHEN n.ended_at IS NULL THEN n.holds ELSE (
    SELECT coalesce(jsonb_agg(x.id), '[]') FROM jsonb_array_elements_text(n.holds) AS x(id)
     WHERE NOT EXISTS (SELECT 1 FROM hold h WHERE h.id = x.id AND h.lifted_from IS NOT NULL)
        OR EXISTS (SELECT 1 FROM act l WHERE l.id = $2 AND l.kind = 'lift-hold' AND l.body ->> 'holdId' = x.id)) END`;

/** Everything a transition reads, in one round trip. $1 nomination id, $2 act id or null. */
export const LOAD_CASE = `
SELECT n.id, n.programme, n.campaign, n.rule_set_version, n.calendar_version, n.unit, n.officer_id, n.award, n.nominee,
       n.achievement, n.basis, n.documents, n.submitted_at, n.state, n.stage_index, n.seq, n.audit_hash, n.returns, ${HOLDS} AS holds,
       n.outcomes, n.wait, n.suspended, n.nominee_reference, n.conflicts, n.notice_ends_at, n.feedback_count, n.ineligible_rule, n.ended_at, n.outbox_sequence, n.overrides, n.revivals, n.complaint,
       c.closes_at AS campaign_closes_at, d.version AS directory_version,
       (SELECT json_agg(t ORDER BY t.opened_at, t.id) FROM task t WHERE t.nomination_id = n.id) AS tasks,
       (SELECT row_to_json(a) FROM act a WHERE a.id = $2 AND a.nomination_id = n.id) AS act,
       ${NOMINEE_HOLDS} AS nominee_holds,
       (SELECT json_agg(b.sha256) FROM document b, jsonb_array_elements(n.documents) e WHERE b.sha256 = e ->> 'sha256') AS received_hashes
  FROM nomination n
  LEFT JOIN campaign c ON c.programme = n.programme AND c.key = n.campaign
  LEFT JOIN directory_version d ON d.programme = n.programme
 WHERE n.id = $1`;

/** How a transition's statement ends; more may be hung on the gate before it. */
export const COMMIT_TAIL = `SELECT count(*)::int AS passed, (SELECT json_agg(id) FROM mails WHERE state = 'sending') AS claimed FROM gate`;

/**
 * A transition, all of it, in one statement and so in one transaction. The first part is the gate: it passes only from
 * the sequence that was read, and everything else hangs on it. $1 id, $2 expected sequence, $3 the case, $4 tasks,
 * $5 mails, $6 events, $7 audit links, $8 decisions, $9 lines, $10 awards, $11 act id, $12 instant. Mails may be born claimed:
 * the answer names those that this statement has planned so, for their relay is told of them and not asked to look.
 * A fact came by a signal, which its history keeps; a person's act came by an update, which is in no history before its
 * answer is: until somebody has had that answer, the act keeps a lease, and the act relay tells the workflow when it ends.
 */
export const COMMIT_CHANGE = `
WITH gate AS (
  UPDATE nomination n SET state = f.state, level = f.level, stage = f.stage, stage_index = f.stage_index, seq = f.seq,
         audit_hash = f.audit_hash, returns = f.returns, held = f.held, holds = f.holds, outcomes = f.outcomes, wait = f.wait,
         suspended = f.suspended, due_at = f.due_at, documents = f.documents, ineligible_rule = f.ineligible_rule,
         ended_at = f.ended_at, calendar_version = f.calendar_version, conflicts = f.conflicts, notice_ends_at = f.notice_ends_at, outbox_sequence = f.outbox_sequence,
         overrides = f.overrides, revivals = f.revivals, complaint = f.complaint, updated_at = $12
    FROM jsonb_to_record($3::jsonb) AS f(state text, level text, stage text, stage_index int, seq int, audit_hash text,
         returns int, held boolean, holds jsonb, outcomes jsonb, wait jsonb, suspended jsonb, due_at timestamptz,
         documents jsonb, ineligible_rule text, ended_at timestamptz, calendar_version text, conflicts jsonb, notice_ends_at timestamptz,
         feedback_count int, outbox_sequence int, overrides jsonb, revivals int, complaint jsonb)
   WHERE n.id = $1 AND n.seq = $2 AND n.feedback_count = f.feedback_count
  RETURNING n.id, n.programme, n.nominee_id, n.nominee, n.unit, n.campaign, n.achievement, n.deed
), tasks AS (
  INSERT INTO task (id, nomination_id, stage, kind, level, seat, round, post, person_id, acting_for_id, choices, token_hash,
         state, choice, opened_at, due_at, closes_at, reminders_sent, escalated_at, closed_at, closed_by_act, own_wait)
  SELECT t.id, gate.id, t.stage, t.kind, t.level, t.seat, t.round, t.post, t.person_id, t.acting_for_id, t.choices, t.token_hash,
         t.state, t.choice, t.opened_at, t.due_at, t.closes_at, t.reminders_sent, t.escalated_at, t.closed_at, t.closed_by_act, t.own_wait
    FROM gate, jsonb_to_recordset($4::jsonb) AS t(id text, stage text, kind text, level text, seat int, round int, post text,
         person_id text, acting_for_id text, choices text[], token_hash text, state text, choice text, opened_at timestamptz,
         due_at timestamptz, closes_at timestamptz, reminders_sent int[], escalated_at timestamptz, closed_at timestamptz,
         closed_by_act text, own_wait jsonb)
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, own_wait = excluded.own_wait, choice = excluded.choice,
         due_at = CASE WHEN excluded.state = 'open' THEN excluded.due_at ELSE task.due_at END,
         closes_at = CASE WHEN excluded.state = 'open' THEN excluded.closes_at ELSE task.closes_at END, reminders_sent = excluded.reminders_sent, escalated_at = excluded.escalated_at,
         closed_at = excluded.closed_at, closed_by_act = excluded.closed_by_act
   WHERE task.state = 'open'
), mails AS (
  INSERT INTO mail_ledger (id, subject_key, programme, person_id, kind, occurrence, nomination_id, task_id, link_id, link_hash,
         message_id, to_address, language, content, state, planned_at, send_after, lease_owner, lease_until)
  SELECT m.id, m.subject_key, gate.programme, m.person_id, m.kind, m.occurrence, gate.id, m.task_id, m.link_id, m.link_hash,
         m.message_id, m.to_address, m.language, m.content, m.state, now(), now(), m.lease_owner, now() + m.lease_ms * interval '1 millisecond'
    FROM gate, jsonb_to_recordset($5::jsonb) AS m(id text, subject_key text, person_id text, kind text, occurrence int,
         task_id text, link_id text, link_hash text, message_id text, to_address text, language text, content jsonb, state text,
         lease_owner text, lease_ms int)
  ON CONFLICT (subject_key, person_id, kind, occurrence) DO NOTHING
  RETURNING id, state
), events AS (
  INSERT INTO outbox_event (id, nomination_id, sequence, type, data, recorded_at)
  SELECT e.id, gate.id, e.sequence, e.type, e.data, $12
    FROM gate, jsonb_to_recordset($6::jsonb) AS e(id text, sequence int, type text, data jsonb)
), audit AS (
  INSERT INTO audit_event (nomination_id, seq, action, actor, acting_for, reason, act_id, rule_set_version, facts, at,
         previous_hash, hash)
  SELECT gate.id, l.seq, l.action, l.actor, l.acting_for, l.reason, l.act_id, l.rule_set_version, l.facts, l.at,
         l.previous_hash, l.hash
    FROM gate, jsonb_to_recordset($7::jsonb) AS l(seq int, action text, actor text, acting_for text, reason text, act_id text,
         rule_set_version text, facts jsonb, at timestamptz, previous_hash text, hash text)
), decisions AS (
  INSERT INTO decision (id, programme, issuer, number, number_scope, signed_on, signer_id, recorded_at)
  SELECT s.id, gate.programme, s.issuer, s.number, s.number_scope, s.signed_on, s.signer_id, $12
    FROM gate, jsonb_to_recordset($8::jsonb) AS s(id text, issuer text, number text, number_scope text, signed_on date, signer_id text)
  ON CONFLICT (id) DO NOTHING
), lines AS (
  INSERT INTO decision_line (nomination_id, level, decision_id, outcome, award, act_id, signed_on, recorded_at)
  SELECT gate.id, l.level, l.decision_id, l.outcome, l.award, l.act_id, l.signed_on, $12
    FROM gate, jsonb_to_recordset($9::jsonb) AS l(level text, decision_id text, outcome text, award text, act_id text, signed_on date)
), awards AS (
  INSERT INTO award_record (id, nomination_id, decision_id, programme, award, level, issuer, recipient_kind, signed_on, recorded_at,
         nominee_id, nominee_name, unit, campaign, year, deed, deed_from, deed_to)
  SELECT a.id, gate.id, a.decision_id, gate.programme, a.award, a.level, a.issuer, a.recipient_kind, a.signed_on, $12,
         gate.nominee_id, gate.nominee ->> 'fullName', gate.unit, gate.campaign,
         CASE WHEN gate.campaign ~ '^\\d{4}$' THEN gate.campaign::int ELSE extract(year FROM a.signed_on)::int END,
         gate.deed, (gate.achievement ->> 'from')::date, (gate.achievement ->> 'to')::date
    FROM gate, jsonb_to_recordset($10::jsonb) AS a(id text, decision_id text, award text, level text, issuer text,
         recipient_kind text, signed_on date)
), acted AS (
  UPDATE act SET state = 'recorded', seq = $2 + 1, settled_at = $12,
         lease_until = CASE WHEN act.actor LIKE 'source:%' OR act.kind = 'recalculate' THEN NULL ELSE now() + interval '15 seconds' END
    FROM gate WHERE act.id = $11 AND act.state = 'pending'
)
${COMMIT_TAIL}`;
