/** How many awards of a share's base `b` stand. */
export const STANDING = `(SELECT count(*)::int FROM award_record r
      WHERE r.award = b.award AND r.programme = b.programme AND r.revoked_at IS NULL AND r.superseded_at IS NULL
        AND (b.unit IS NULL OR r.unit = b.unit) AND (b.campaign IS NULL OR r.campaign = b.campaign)
        AND (b.year IS NULL OR r.signed_on BETWEEN make_date(b.year, 1, 1) AND make_date(b.year, 12, 31)))`;

/** What a case's rules look at elsewhere. $1 nomination id, $2 scopes, $3 the bases of shares among them. */
export const FACTS = `
WITH RECURSIVE me AS (
  SELECT id, campaign, nominee_id, deed, achievement ->> 'from' AS "from", achievement ->> 'to' AS "to", submitted_at
    FROM nomination WHERE id = $1
), up AS (
  SELECT e.id, e.merged_into FROM me JOIN nominee e ON e.id = me.nominee_id
  UNION ALL SELECT p.id, p.merged_into FROM up JOIN nominee p ON p.id = up.merged_into
), root AS (
  SELECT id FROM up WHERE merged_into IS NULL
), kin AS (
  SELECT id FROM root UNION ALL SELECT c.id FROM kin JOIN nominee c ON c.merged_into = kin.id
)
SELECT me.campaign, me.deed, me."from", me."to", me.submitted_at, (SELECT id FROM root) AS nominee,
  (SELECT json_agg(json_build_object('id', r.id, 'nominationId', r.nomination_id, 'programme', r.programme, 'award', r.award,
      'campaign', r.campaign, 'year', r.year, 'signedYear', extract(year FROM r.signed_on)::int, 'deed', r.deed,
      'from', r.deed_from, 'to', r.deed_to) ORDER BY r.signed_on, r.id)
     FROM award_record r WHERE r.nominee_id IN (SELECT id FROM kin) AND r.revoked_at IS NULL AND r.superseded_at IS NULL) AS records,
  (SELECT json_agg(json_build_object('nominationId', o.id, 'award', o.award, 'submittedAt', o.submitted_at,
      'received', o.state <> 'SUBMITTED', 'deed', o.deed, 'from', o.achievement ->> 'from', 'to', o.achievement ->> 'to'))
     FROM nomination o WHERE o.nominee_id IN (SELECT id FROM kin) AND o.ended_at IS NULL AND o.id <> me.id) AS rivals,
  (SELECT json_object_agg(s.scope, s.numbers) FROM (
     SELECT scope, json_agg(number ORDER BY number) AS numbers FROM award_slot
      WHERE released_at IS NULL AND scope = ANY(array_append($2::text[], 'nominee|' || (SELECT id FROM root))) GROUP BY scope) s) AS taken,
  (SELECT json_object_agg(b.scope, ${STANDING})
     FROM jsonb_to_recordset($3::jsonb) AS b(scope text, programme text, award text, unit text, year int, campaign text)) AS given
  FROM me`;

/**
 * Filings and records that look like a nomination: a deed in like words, of a nominee of a like name who shares the birth
 * year or the unit, or of the very same name with at most a year between them. $1 nomination id. Half of all Vietnamese names
 * share their trigrams, so only names with the same given name, or the same words before it, are compared: each branch has an
 * index of its own, and each nominee's filings are fetched by theirs, whatever the planner thinks of the number of nominees.
 */
export const LOOKALIKES = `
WITH me AS MATERIALIZED (
  SELECT n.id, n.programme, n.deed, n.nominee_id, e.folded, e.kind, e.unit, e.birth_year
    FROM nomination n JOIN nominee e ON e.id = n.nominee_id WHERE n.id = $1
), near AS MATERIALIZED (
  SELECT e.id FROM me JOIN nominee e ON e.birth_year = me.birth_year AND e.kind = me.kind
     AND substring(e.folded FROM '[^ ]+$') = substring(me.folded FROM '[^ ]+$') AND similarity(e.folded, me.folded) >= 0.6
  UNION SELECT e.id FROM me JOIN nominee e ON e.birth_year = me.birth_year AND e.kind = me.kind
     AND substring(e.folded FROM '^(.*) [^ ]+$') = substring(me.folded FROM '^(.*) [^ ]+$') AND similarity(e.folded, me.folded) >= 0.6
  UNION SELECT e.id FROM me JOIN nominee e ON e.programme = me.programme AND e.unit = me.unit AND e.kind = me.kind
     AND substring(e.folded FROM '[^ ]+$') = substring(me.folded FROM '[^ ]+$') AND similarity(e.folded, me.folded) >= 0.6
  UNION SELECT e.id FROM me JOIN nominee e ON e.folded = me.folded AND e.kind = me.kind
     AND coalesce(abs(e.birth_year - me.birth_year), 0) <= 1
)
SELECT kind, id, likeness FROM (
  SELECT 'nomination' AS kind, o.id, round(similarity(o.deed, me.deed) * 1000)::int AS likeness
    FROM me, near, LATERAL (SELECT * FROM nomination WHERE nominee_id = near.id OFFSET 0) o
   WHERE o.id <> me.id AND o.deed <> '' AND o.state NOT IN ('INELIGIBLE', 'WITHDRAWN', 'LAPSED', 'TERMINATED')
  UNION ALL
  SELECT 'record', r.id, round(similarity(r.deed, me.deed) * 1000)::int
    FROM me, near, LATERAL (SELECT * FROM award_record WHERE nominee_id = near.id OFFSET 0) r
   WHERE r.nomination_id IS NULL AND r.deed <> '' AND r.revoked_at IS NULL AND r.superseded_at IS NULL) alike
 WHERE likeness >= 600 ORDER BY likeness DESC, id LIMIT 10`;

/**
 * Papers of an issuer that bear a number, by the day of signing. A number stays used when its lines are put aside later; a paper
 * whose date was mended has left it behind. $1 nomination id, $2 issuer, $3 the number as `numberKey` has it.
 */
export const PAPERS = `
SELECT d.signed_on::text AS "signedOn", bool_or(l.nomination_id IS NOT NULL) AS own
  FROM nomination n JOIN decision d ON d.programme = n.programme AND d.issuer = $2
  LEFT JOIN decision_line l ON l.decision_id = d.id AND l.nomination_id = n.id AND l.superseded_at IS NULL
 WHERE n.id = $1 AND regexp_replace(normalize(btrim(d.number), NFC), '(?<!\\d)0+(?=\\d)', '', 'g') = $3
   AND (d.number_scope IS NOT NULL OR EXISTS (SELECT 1 FROM decision_line o WHERE o.decision_id = d.id AND o.superseded_at IS NULL)
     OR EXISTS (SELECT 1 FROM award_record r WHERE r.decision_id = d.id AND r.source = 'history'))
 GROUP BY d.id, d.signed_on`;
