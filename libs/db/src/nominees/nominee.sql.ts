import { actIdSql } from '../intake/act-ids.ts';
import { secondsOf, type PagedList } from '../reading/pages.ts';

export const ROW = `e.id, e.programme, e.kind, e.full_name AS "fullName", e.unit, e.birth_year AS "birthYear", e.reference, e.merged_into AS "mergedInto"`;

/** $1 id. */
export const NOMINEE = `SELECT ${ROW} FROM nominee e WHERE e.id = $1`;

export const MERGED = `SELECT ${ROW} FROM nominee e WHERE e.merged_into = $1 ORDER BY e.id`;

/**
 * Who may be the same nominee as another, best first. $1 kind, $2 folded name, $3 name, $4 birth year or null, $5 programme,
 * $6 unit, $7 own id, $8 how many. Half of all Vietnamese names share their trigrams, so names are compared only where they
 * have the given name or all words before it in common: each branch has an index of its own.
 */
export const NEAR = `
WITH near AS MATERIALIZED (
  SELECT e.id FROM nominee e WHERE e.birth_year = $4::int AND e.kind = $1
     AND substring(e.folded FROM '[^ ]+$') = substring($2 FROM '[^ ]+$') AND similarity(e.folded, $2) >= 0.6
  UNION SELECT e.id FROM nominee e WHERE e.birth_year = $4::int AND e.kind = $1
     AND substring(e.folded FROM '^(.*) [^ ]+$') = substring($2 FROM '^(.*) [^ ]+$') AND similarity(e.folded, $2) >= 0.6
  UNION SELECT e.id FROM nominee e WHERE e.programme = $5 AND e.unit = $6 AND e.kind = $1
     AND substring(e.folded FROM '[^ ]+$') = substring($2 FROM '[^ ]+$') AND similarity(e.folded, $2) >= 0.6
  UNION SELECT e.id FROM nominee e WHERE e.folded = $2 AND e.kind = $1 AND coalesce(abs(e.birth_year - $4::int), 0) <= 1
)
SELECT ${ROW}, round(similarity(e.folded, $2) * 1000)::int AS likeness, lower(normalize(e.full_name, NFC)) = lower(normalize($3::text, NFC)) AS "sameDiacritics",
       coalesce(e.birth_year = $4::int, false) AS "sameBirthYear", e.programme = $5 AND e.unit = $6 AS "sameUnit"
  FROM near JOIN nominee e ON e.id = near.id
 WHERE e.id <> $7 AND e.merged_into IS DISTINCT FROM $7
 ORDER BY similarity(e.folded, $2) * 4 + (lower(normalize(e.full_name, NFC)) = lower(normalize($3::text, NFC)))::int
        + coalesce(e.birth_year = $4::int, false)::int * 2 + (e.programme = $5 AND e.unit = $6)::int DESC, e.id
 LIMIT $8`;

/** Merges of an entry with the names of who acted. $1 id. */
export const MERGES = `
SELECT m.nominee_id AS "nomineeId", e.full_name AS nominee, m.into_id AS "intoId", coalesce(u.name, k.name, m.actor) AS actor, m.reason,
       m.merged_at AS "mergedAt", m.undone_at AS "undoneAt", coalesce(v.name, l.name, m.undone_by) AS "undoneBy",
       m.undone_reason AS "undoneReason"
  FROM nominee_merge m JOIN nominee e ON e.id = m.nominee_id
  LEFT JOIN auth_user u ON 'operator:' || u.id = m.actor
  LEFT JOIN api_key k ON 'operator:' || k.id = m.actor
  LEFT JOIN auth_user v ON 'operator:' || v.id = m.undone_by
  LEFT JOIN api_key l ON 'operator:' || l.id = m.undone_by
 WHERE m.nominee_id = $1 OR m.into_id = $1 ORDER BY m.merged_at DESC, m.id`;

export const NOMINATIONS = `
SELECT id, programme, campaign, state, nominee ->> 'deceasedOn' AS "deceasedOn" FROM nomination
 WHERE nominee_id = $1 OR nominee_id IN (SELECT id FROM nominee WHERE merged_into = $1) ORDER BY id`;

export const TITLES = `
SELECT r.id, r.nomination_id AS "nominationId", r.award, r.level, r.year, r.signed_on::text AS "signedOn", d.number, r.source,
       r.revoked_on::text AS "revokedOn"
  FROM award_record r JOIN decision d ON d.id = r.decision_id
 WHERE r.superseded_at IS NULL AND (r.nominee_id = $1 OR r.nominee_id IN (SELECT id FROM nominee WHERE merged_into = $1))
 ORDER BY r.signed_on, r.id`;

/** Deeds that look filed twice. */
export const SUSPECTED: PagedList = {
  columns: `f.nomination_id AS "nominationId", n.programme, n.unit, n.nominee ->> 'fullName' AS nominee, n.achievement ->> 'title' AS deed, f.kind,
       f.other_id AS "otherId", coalesce(o.unit, r.unit, '') AS "otherUnit",
       coalesce(o.nominee ->> 'fullName', r.nominee_name, '') AS "otherNominee", coalesce(o.achievement ->> 'title', r.deed, '') AS "otherDeed",
       f.likeness, f.flagged_at AS "flaggedAt"`,
  from: `duplicate_flag f JOIN nomination n ON n.id = f.nomination_id
  LEFT JOIN nomination o ON f.kind = 'nomination' AND o.id = f.other_id
  LEFT JOIN award_record r ON f.kind = 'record' AND r.id = f.other_id`,
  order: {
    by: `-${secondsOf('f.flagged_at')}`,
    as: 'numeric',
    id: `(lpad((1000 - f.likeness)::text, 4, '0') || f.nomination_id || '/' || f.kind || '/' || f.other_id)`,
  },
};

/**
 * Points one nominee to another; both must stand by themselves. A hold on either of them now holds the open nominations of both.
 * $1 nominee, $2 into, $3 merge id, $4 actor, $5 reason, $6 prefix of act ids.
 */
export const MERGE = `
WITH pointed AS (
  UPDATE nominee SET merged_into = $2 WHERE id = $1 AND merged_into IS NULL
     AND EXISTS (SELECT 1 FROM nominee i WHERE i.id = $2 AND i.merged_into IS NULL AND i.kind = nominee.kind)
     AND NOT EXISTS (SELECT 1 FROM nominee c WHERE c.merged_into = $1)
  RETURNING id
), one AS (
  SELECT k.id, k.reference FROM pointed JOIN nominee k ON k.id IN ($1, $2) OR k.merged_into = $2
), held AS (
  INSERT INTO act (id, nomination_id, kind, actor, reason, body, state)
  SELECT ${actIdSql('$6')}, n.id, 'hold', $4, $5, jsonb_build_object('kind', 'hold', 'holdId', h.id, 'authority', h.authority), 'pending'
    FROM hold h, one JOIN nomination n ON n.nominee_id = one.id AND n.ended_at IS NULL
   WHERE h.lifted_from IS NULL AND h.nominee_reference IN (SELECT reference FROM one) AND NOT n.holds ? h.id
)
INSERT INTO nominee_merge (id, nominee_id, into_id, actor, reason) SELECT $3, id, $2, $4, $5 FROM pointed`;

/** $1 nominee, $2 actor, $3 reason. */
export const UNMERGE = `
WITH pointed AS (
  UPDATE nominee SET merged_into = NULL WHERE id = $1 AND merged_into IS NOT NULL RETURNING id
)
UPDATE nominee_merge SET undone_at = now(), undone_by = $2, undone_reason = $3 FROM pointed
 WHERE nominee_merge.nominee_id = pointed.id AND undone_at IS NULL`;
