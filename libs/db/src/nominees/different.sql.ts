/** What two entries `a` and `b` say of themselves; whoever said that they are two has seen this. */
export const SEEN = `md5(jsonb_build_array(a.full_name, a.birth_year, a.unit, b.full_name, b.birth_year, b.unit)::text)`;

/** Says that two entries are two; said before, it changes nothing. $1 and $2 the two, $3 id, $4 actor, $5 reason. */
export const SAY_DIFFERENT = `
INSERT INTO different_nominees (id, one_id, other_id, seen, actor, reason)
SELECT $3, a.id, b.id, ${SEEN}, $4, $5 FROM nominee a, nominee b WHERE a.id = least($1, $2) AND b.id = greatest($1, $2) AND a.id <> b.id
ON CONFLICT (one_id, other_id, seen) WHERE undone_at IS NULL DO NOTHING`;

/** $1 and $2 the two, $3 actor, $4 reason. */
export const UNSAY_DIFFERENT = `
UPDATE different_nominees SET undone_at = now(), undone_by = $3, undone_reason = $4
 WHERE one_id = least($1, $2) AND other_id = greatest($1, $2) AND undone_at IS NULL`;

/** Who is known not to be this nominee, as long as both are what was seen. $1 id. */
export const KNOWN_DIFFERENT = `
SELECT CASE WHEN d.one_id = $1 THEN d.other_id ELSE d.one_id END AS id
  FROM different_nominees d JOIN nominee a ON a.id = d.one_id JOIN nominee b ON b.id = d.other_id
 WHERE (d.one_id = $1 OR d.other_id = $1) AND d.undone_at IS NULL AND d.seen = ${SEEN}`;

/** Every time that somebody said so of an entry, with the names of who acted. $1 id. */
export const DIFFERENCES = `
SELECT o.id AS "otherId", o.full_name AS other, coalesce(u.name, k.name, d.actor) AS actor, d.reason, d.said_at AS "saidAt",
       d.undone_at AS "undoneAt", coalesce(v.name, l.name, d.undone_by) AS "undoneBy", d.undone_reason AS "undoneReason"
  FROM different_nominees d JOIN nominee o ON o.id = CASE WHEN d.one_id = $1 THEN d.other_id ELSE d.one_id END
  LEFT JOIN auth_user u ON 'operator:' || u.id = d.actor
  LEFT JOIN api_key k ON 'operator:' || k.id = d.actor
  LEFT JOIN auth_user v ON 'operator:' || v.id = d.undone_by
  LEFT JOIN api_key l ON 'operator:' || l.id = d.undone_by
 WHERE d.one_id = $1 OR d.other_id = $1 ORDER BY d.said_at DESC, d.id`;
