// Each statement answers (subject, detail) for whatever breaks the rule, and nothing while it holds.

/** I1: a level decides once, one decision is final, and titles and outcomes say the same. */
export const ONE_FINAL_DECISION = `
SELECT n.id AS subject, 'more than one final decision line' AS detail
  FROM nomination n JOIN decision_line l ON l.nomination_id = n.id AND l.outcome IN ('AWARD_HERE', 'NOT_QUALIFIED')
 WHERE l.superseded_at IS NULL
 GROUP BY n.id HAVING count(*) > 1
UNION ALL
SELECT n.id, 'the outcomes of level ' || (o ->> 'level') || ' are more than one'
  FROM nomination n, jsonb_array_elements(n.outcomes) o GROUP BY n.id, o ->> 'level' HAVING count(*) > 1
UNION ALL
SELECT n.id, 'state ' || n.state || ' without a line that gives the award'
  FROM nomination n WHERE n.state IN ('DECIDED', 'CONFERRED')
   AND NOT EXISTS (SELECT 1 FROM decision_line l WHERE l.nomination_id = n.id AND l.award IS NOT NULL AND l.superseded_at IS NULL)
UNION ALL
SELECT l.nomination_id, 'line of level ' || l.level || ' has no decision, no act or no outcome of that level'
  FROM decision_line l JOIN nomination n ON n.id = l.nomination_id
  LEFT JOIN act a ON a.id = l.act_id AND a.state = 'recorded' LEFT JOIN decision d ON d.id = l.decision_id
 WHERE a.id IS NULL OR d.id IS NULL
    OR l.superseded_at IS NULL AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(n.outcomes) o WHERE o ->> 'level' = l.level AND o ->> 'outcome' = l.outcome)
UNION ALL
SELECT coalesce(l.nomination_id, r.nomination_id), 'titles and decision lines differ at level ' || coalesce(l.level, r.level)
  FROM (SELECT l.* FROM decision_line l JOIN nomination n ON n.id = l.nomination_id AND n.state <> 'REVOKED'
         WHERE l.award IS NOT NULL AND l.superseded_at IS NULL) l
  FULL JOIN (SELECT * FROM award_record WHERE source = 'decision' AND superseded_at IS NULL AND revoked_at IS NULL) r ON r.nomination_id = l.nomination_id AND r.level = l.level
 WHERE l.nomination_id IS NULL OR r.nomination_id IS NULL OR l.award <> r.award OR l.decision_id <> r.decision_id`;

/** I2, the tables' half: a recorded act on a task closed that very task and stands in the audit chain. */
export const RECORDED_ACTS_STAND = `
SELECT a.nomination_id AS subject, 'act ' || a.id || ' is recorded, and its task says otherwise' AS detail
  FROM act a LEFT JOIN task t ON t.id = a.task_id
 WHERE a.state = 'recorded' AND a.kind = 'decide'
   AND (t.id IS NULL OR t.state <> 'decided' OR t.closed_by_act IS DISTINCT FROM a.id OR t.choice IS DISTINCT FROM a.choice)
UNION ALL
SELECT a.nomination_id, 'act ' || a.id || ' is recorded without an audit entry'
  FROM act a WHERE a.state = 'recorded' AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.nomination_id = a.nomination_id AND e.act_id = a.id)
UNION ALL
SELECT t.nomination_id, 'task ' || t.id || ' was closed by an act that is not recorded'
  FROM task t LEFT JOIN act a ON a.id = t.closed_by_act WHERE t.closed_by_act IS NOT NULL AND a.state IS DISTINCT FROM 'recorded'`;

/** I5: who closed a task was asked, in time, while it was open, and once. */
export const ONLY_WHO_WAS_ASKED = `
SELECT t.nomination_id AS subject, 'task ' || t.id || ' was decided by ' || a.actor || ', who was not asked' AS detail
  FROM act a JOIN task t ON t.id = a.task_id
 WHERE a.state = 'recorded' AND a.kind IN ('decide', 'delegate') AND a.actor <> t.person_id
UNION ALL
SELECT t.nomination_id, 'task ' || t.id || ' was decided after it had closed or before it was opened'
  FROM act a JOIN task t ON t.id = a.task_id
 WHERE a.state = 'recorded' AND a.kind IN ('decide', 'delegate') AND (a.settled_at >= t.closes_at OR a.settled_at < t.opened_at)
UNION ALL
SELECT t.nomination_id, 'task ' || t.id || ' was decided ' || count(*) || ' times'
  FROM act a JOIN task t ON t.id = a.task_id WHERE a.state = 'recorded' AND a.kind = 'decide' GROUP BY t.nomination_id, t.id HAVING count(*) > 1`;
