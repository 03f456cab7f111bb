/** The unit that a session `s` belongs to: that of its chair's post. None, and nobody of a unit sees the session. */
export const HOME_UNIT = `(SELECT t.unit FROM session_seat c JOIN post t ON t.programme = s.programme AND t.key = c.post
    WHERE c.session_id = s.id AND c.chair LIMIT 1)`;

/** $1 session id. */
export const LOAD_SESSION = `
SELECT s.id, s.programme, s.campaign, s.rule_set_version AS "ruleSetVersion", s.council, ${HOME_UNIT} AS unit, s.name_vi, s.name_en, s.zone, s.secret,
       s.absentees, s.meets_at, s.opens_at, s.closes_at, s.closes_when_all_voted AS "closesWhenAllVoted", s.remind_at, s.state, s.request,
       s.request_reason AS "requestReason", s.public_key, s.total, s.eligible, s.present, s.quorate, s.closed_at,
       p.id AS "secretaryId", p.full_name AS "secretaryName", p.email AS "secretaryEmail", p.language AS "secretaryLanguage"
  FROM council_session s
  LEFT JOIN person p ON p.programme = s.programme AND p.id = s.secretary_id
 WHERE s.id = $1`;

/** $1 session id. */
export const LOAD_SEATS = `
SELECT m.seat, m.post, m.title_vi, m.title_en, m.chair, m.person_id AS "personId", m.presence, p.full_name AS "fullName", p.email, p.language,
       a.full_name AS "actingFor",
       EXISTS (SELECT 1 FROM ballot_roll r WHERE r.session_id = m.session_id AND r.seat = m.seat) AS "hasVoted"
  FROM session_seat m
  JOIN council_session s ON s.id = m.session_id
  LEFT JOIN person p ON p.programme = s.programme AND p.id = m.person_id
  LEFT JOIN person a ON a.programme = s.programme AND a.id = m.acting_for_id
 WHERE m.session_id = $1 ORDER BY m.seat`;

/** $1 session id. */
export const LOAD_LINES = `
SELECT l.line, l.nomination_id AS "nominationId", n.nominee ->> 'fullName' AS nominee, n.achievement ->> 'title' AS achievement,
       coalesce(u.name_vi, n.unit) AS unit_vi, coalesce(u.name_en, n.unit) AS unit_en, n.award, l.ballot, l.state, l.because, l.outcome,
       l.yes, l.no, l.abstain, l.recused, n.ended_at IS NOT NULL AS ended, n.held,
       n.state = 'IN_SESSION' AND n.stage_index = l.stage_index AS waits
  FROM session_line l
  JOIN nomination n ON n.id = l.nomination_id
  LEFT JOIN unit u ON u.programme = n.programme AND u.key = n.unit
 WHERE l.session_id = $1 ORDER BY l.line`;

/** $1 session id. */
export const LOAD_RECUSALS = `
SELECT id, seat, nomination_id AS "nominationId", declared_by AS "declaredBy", reason, lifted_by AS "liftedBy"
  FROM session_recusal WHERE session_id = $1 ORDER BY declared_at, id`;

export const INSERT_SESSION = `
INSERT INTO council_session (id, programme, campaign, rule_set_version, council, name_vi, name_en, zone, secretary_id, secret, absentees,
       meets_at, opens_at, closes_at, closes_when_all_voted, remind_at, state, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'convened', $17)`;

/** $1 session id, $2 rows. */
export const INSERT_SEATS = `
INSERT INTO session_seat (session_id, seat, post, title_vi, title_en, chair, person_id, acting_for_id, token_hash)
SELECT $1, m.seat, m.post, m.title_vi, m.title_en, m.chair, m.person_id, m.acting_for_id, m.token_hash
  FROM jsonb_to_recordset($2::jsonb) AS m(seat int, post text, title_vi text, title_en text, chair boolean, person_id text,
       acting_for_id text, token_hash text)`;

/** $1 session id, $2 rows. */
export const INSERT_LINES = `
INSERT INTO session_line (session_id, line, nomination_id, stage_index, ballot)
SELECT $1, l.line, l.nomination_id, l.stage_index, l.ballot
  FROM jsonb_to_recordset($2::jsonb) AS l(line int, nomination_id text, stage_index int, ballot jsonb)`;

/** Conflicts that members have declared on these nominations before count here too. $1 session id. */
export const INHERIT_CONFLICTS = `
INSERT INTO session_recusal (id, session_id, seat, nomination_id, declared_by, reason)
SELECT DISTINCT $1 || '-' || m.seat || '-' || n.id, m.session_id, m.seat, n.id, m.person_id, NULL
  FROM session_seat m
  JOIN session_line l ON l.session_id = m.session_id
  JOIN nomination n ON n.id = l.nomination_id
  JOIN person p ON p.programme = n.programme AND p.id = m.person_id
 WHERE m.session_id = $1
   AND (lower(btrim(n.nominee_reference)) IN (lower(m.person_id), lower(p.email))
     OR EXISTS (SELECT 1 FROM jsonb_array_elements(n.conflicts) c WHERE c ->> 'personId' = m.person_id AND c ->> 'liftedAt' IS NULL))
ON CONFLICT DO NOTHING`;

/** $1 session id, $2 state, $3 public key, $4 attendance or null, $5 quorate. */
export const MOVE_SESSION = `
UPDATE council_session SET state = $2, public_key = coalesce($3, public_key), quorate = coalesce($5, quorate),
       total = coalesce(($4::jsonb ->> 'total')::int, total), eligible = coalesce(($4::jsonb ->> 'eligible')::int, eligible),
       present = coalesce(($4::jsonb ->> 'present')::int, present)
 WHERE id = $1`;

/** $1 session id, $2 rows. */
export const MOVE_LINES = `
UPDATE session_line l SET state = m.state, because = m.because, told = m.state = 'set-aside'
  FROM jsonb_to_recordset($2::jsonb) AS m(line int, state text, because text)
 WHERE l.session_id = $1 AND l.line = m.line`;
