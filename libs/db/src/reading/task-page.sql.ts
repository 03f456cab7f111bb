/** One task with its nomination and how it was closed; a condition on `t` is still to come. */
const TASK = `
SELECT t.id, t.nomination_id, t.kind, t.state, t.stage, t.level, t.seat, t.choices, t.choice, t.opened_at, t.due_at, t.closes_at, t.closed_at,
       t.post, o.title_vi, o.title_en, o.unit AS post_unit, t.person_id, p.full_name, p.language, p.email, p.reminders, f.full_name AS acting_for,
       COALESCE((t.own_wait ->> 'granted')::int, 0) AS granted,
       n.programme, n.campaign, n.rule_set_version, n.state AS nomination_state, n.held, n.submission, n.award, n.unit,
       u.name_vi AS unit_vi, u.name_en AS unit_en, n.nominee, n.achievement, n.documents,
       a.actor AS closed_by, a.kind AS closed_by_kind, a.choice AS closed_by_choice, c.full_name AS closed_by_name,
       (SELECT r.reason FROM act r WHERE r.nomination_id = n.id AND r.kind = 'decide' AND r.choice = 'return' AND r.state = 'recorded'
         ORDER BY r.settled_at DESC LIMIT 1) AS return_reason,
       (SELECT json_build_object('id', m.id, 'kind', m.kind, 'choice', m.choice, 'at', m.settled_at) FROM act m
         WHERE m.nomination_id = n.id AND m.task_id = t.id AND m.actor = t.person_id AND m.state = 'recorded'
         ORDER BY m.settled_at DESC LIMIT 1) AS own
  FROM task t
  JOIN nomination n ON n.id = t.nomination_id
  LEFT JOIN post o ON o.programme = n.programme AND o.key = t.post
  LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
  LEFT JOIN person f ON f.programme = n.programme AND f.id = t.acting_for_id
  LEFT JOIN unit u ON u.programme = n.programme AND u.key = n.unit
  LEFT JOIN act a ON a.id = t.closed_by_act
  LEFT JOIN person c ON c.programme = n.programme AND c.id = a.actor
`;

/** By the hash of its link's token, $1. */
export const TASK_BY_TOKEN = `${TASK} WHERE t.token_hash = $1`;

/** By its id, $1. */
export const TASK_BY_ID = `${TASK} WHERE t.id = $1`;

/** What others said on a nomination, oldest first: $1 nomination id, $2 the task whose page it is. */
export const OPINIONS = `
SELECT t.stage, t.level, t.kind, t.choice, t.closed_at AS at, a.reason, COALESCE(p.full_name, t.person_id) AS by,
       json_build_object('vi', COALESCE(o.title_vi, t.post), 'en', COALESCE(o.title_en, t.post)) AS title
  FROM task t
  JOIN nomination n ON n.id = t.nomination_id
  LEFT JOIN act a ON a.id = t.closed_by_act
  LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
  LEFT JOIN post o ON o.programme = n.programme AND o.key = t.post
 WHERE t.nomination_id = $1 AND t.state = 'decided' AND t.id <> $2
 ORDER BY t.closed_at, t.id LIMIT 100`;

/**
 * Whether the person `p` may be handed the task `t` of the nomination `n`, as the rules refuse it: not who filed the nomination (who
 * does complete a returned one), not the nominee, nobody with a conflict of interest, and nobody who has a voice in the stage already.
 */
export const MAY_TAKE = `
       (t.kind = 'completion' OR p.id <> n.officer_id)
   AND coalesce(lower(btrim(n.nominee_reference)) NOT IN (lower(p.id), lower(p.email)), true)
   AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(n.conflicts) AS c("personId" text, "liftedAt" bigint)
                    WHERE c."personId" = p.id AND c."liftedAt" IS NULL)
   AND NOT EXISTS (SELECT 1 FROM task v WHERE v.nomination_id = n.id AND v.stage = t.stage AND v.round = t.round
                      AND v.person_id = p.id AND v.state IN ('open', 'decided'))`;

/** Whom a task, $1, may be handed to by whoever has it: who holds a post today, those of its post's unit first. */
export const COLLEAGUES = `
SELECT p.id, p.full_name AS "fullName", json_build_object('vi', o.title_vi, 'en', o.title_en) AS title, o.unit
  FROM task t JOIN nomination n ON n.id = t.nomination_id
  LEFT JOIN post own ON own.programme = n.programme AND own.key = t.post
  JOIN post_holding h ON h.programme = n.programme AND h."from" <= now() AND (h."to" IS NULL OR h."to" > now())
  JOIN post o ON o.programme = h.programme AND o.key = h.post
  JOIN person p ON p.programme = h.programme AND p.id = h.person_id
 WHERE t.id = $1 AND p.id <> t.person_id AND ${MAY_TAKE}
 ORDER BY (o.unit = own.unit) DESC, o.unit, o.key LIMIT 300`;

/** What somebody of the public wrote: $1 nomination id, $2 its number. */
export const FEEDBACK = `SELECT writer, text FROM feedback WHERE nomination_id = $1 AND number = $2`;

/** The latest complaint about a nomination: $1 its id. */
export const COMPLAINT = `
SELECT k.ground, k.filed_by AS by, k.instance, k.filed_at AS at, a.reason
  FROM complaint k LEFT JOIN act a ON a.id = k.act_id
 WHERE k.nomination_id = $1 ORDER BY k.filed_at DESC, k.instance DESC LIMIT 1`;

/**
 * The paper of a level that bears a number with another day of signing, that of the same year first. $1 nomination id, $2 level,
 * $3 the number as `numberKey` has it, $4 the day that was meant, or null.
 */
export const NUMBERED = `
SELECT d.number, d.signed_on::text AS "signedOn", p.full_name AS signer
  FROM nomination n JOIN decision d ON d.programme = n.programme
  LEFT JOIN person p ON p.programme = d.programme AND p.id = d.signer_id
 WHERE n.id = $1 AND d.signed_on IS DISTINCT FROM $4::date
   AND regexp_replace(normalize(btrim(d.number), NFC), '(?<!\\d)0+(?=\\d)', '', 'g') = $3
   AND (EXISTS (SELECT 1 FROM decision_line l WHERE l.decision_id = d.id AND l.level = $2)
     OR EXISTS (SELECT 1 FROM award_record r WHERE r.decision_id = d.id AND r.level = $2))
 ORDER BY extract(year FROM d.signed_on) = extract(year FROM $4::date) DESC NULLS LAST, d.signed_on DESC LIMIT 1`;
