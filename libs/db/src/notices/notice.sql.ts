/** What a public notice says, and no more: $1 nomination id. Nothing before the first notice was published. */
export const NOTICE = `
SELECT n.id, n.programme, n.rule_set_version, n.state, n.notice_ends_at, n.award, n.unit, n.nominee, n.achievement,
       u.name_vi AS unit_vi, u.name_en AS unit_en, now() AS asked_at
  FROM nomination n
  LEFT JOIN unit u ON u.programme = n.programme AND u.key = n.unit
 WHERE n.id = $1 AND n.notice_ends_at IS NOT NULL`;

/**
 * Keeps a feedback, counts it on its nomination and writes its act: all or nothing. The count is what a transition
 * compares: a notice cannot end past a feedback that it has not seen. $1 nomination, $2 id, $3 writer, $4 contact,
 * $5 text, $6 fingerprint, $7 act id, $8 most that one nomination takes. The same form sent twice counts once.
 */
export const KEEP_FEEDBACK = `
WITH counted AS (
  UPDATE nomination n SET feedback_count = n.feedback_count + 1
   WHERE n.id = $1 AND n.state = 'ON_NOTICE' AND n.notice_ends_at > now() AND n.feedback_count < $8
     AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.nomination_id = $1 AND f.fingerprint = $6)
  RETURNING n.feedback_count AS number
), kept AS (
  INSERT INTO feedback (id, nomination_id, number, writer, contact, text, fingerprint, received_at)
  SELECT $2, $1, number, $3, $4, $5, $6, now() FROM counted
), told AS (
  INSERT INTO act (id, nomination_id, kind, actor, body, state)
  SELECT $7, $1, 'feedback', 'source:public', jsonb_build_object('kind', 'feedback', 'number', number), 'pending' FROM counted
)
SELECT (SELECT number FROM counted) AS number,
       EXISTS (SELECT 1 FROM feedback f WHERE f.nomination_id = $1 AND f.fingerprint = $6) AS known,
       (SELECT n.state = 'ON_NOTICE' AND n.notice_ends_at > now() FROM nomination n WHERE n.id = $1) AS on_notice`;
