/**
 * A nomination and its inbox row, in one statement and so in one transaction. Nothing is written unless the campaign is
 * open under the rule set that the values were computed for, and the units exist. The receipt instant is the database's.
 * $1 inbox id, $2 source, $3 event id, $4 type, $5 payload hash, $6 payload, $7 key, $8 at or null, $9 nomination id,
 * $10 programme, $11 campaign, $12 rule set version, $13 calendar version, $14 submission, $15 nominating unit,
 * $16 officer's address, $17 new officer's id, $18 award, $19 nominee, $20 reference, $21 achievement, $22 basis,
 * $23 documents, $24 first level, $25 search words, $26 units, $27 number of units, $28 calendar (its newest version is
 * pinned), $29 new registry id, $30 identity, $31 kind, $32 name, $33 folded name, $34 unit, $35 birth year, $36 folded deed.
 * The nominee is found by the outside reference, else by folded name, unit, birth year and kind; or made.
 */
export const INSERT_SUBMITTED = `
WITH moment AS (
  SELECT coalesce($8::timestamptz, now()) AS at
), fits AS (
  SELECT m.at FROM moment m
    JOIN campaign c ON c.programme = $10 AND c.key = $11 AND c.rule_set_version = $12
     AND c.opens_at <= m.at AND (c.closes_at IS NULL OR c.closes_at > m.at)
   WHERE (SELECT count(*) FROM unit u WHERE u.programme = $10 AND u.key = ANY($26::text[])
             AND u.valid_from <= m.at::date + 1 AND (u.valid_to IS NULL OR u.valid_to >= m.at::date)) = $27
), inbox AS (
  INSERT INTO inbox_event (id, source, event_id, type, payload_hash, payload, api_key_id, received_at, nomination_id, state)
  SELECT $1, $2, $3, $4, $5, $6, $7, fits.at, $9, 'pending' FROM fits
  ON CONFLICT (source, event_id) DO NOTHING
  RETURNING received_at
), known AS (
  SELECT id FROM person WHERE programme = $10 AND email = $16 ORDER BY id LIMIT 1
), newcomer AS (
  INSERT INTO person (id, programme, full_name, email, language)
  SELECT $17, $10, $16, $16, 'vi' FROM inbox WHERE NOT EXISTS (SELECT 1 FROM known)
  ON CONFLICT DO NOTHING
  RETURNING id
), addressed AS (
  INSERT INTO address_holding (programme, person_id, email, "from") SELECT $10, newcomer.id, $16, inbox.received_at FROM newcomer, inbox
), raised AS (
  UPDATE directory_version SET version = version + 1 WHERE programme = $10 AND EXISTS (SELECT 1 FROM newcomer)
), registered AS (
  SELECT id FROM nominee WHERE $20::text IS NOT NULL AND reference = $20
  UNION ALL
  (SELECT id FROM nominee WHERE $20::text IS NULL AND folded = $33 AND programme = $10 AND unit = $34 AND kind = $31
      AND birth_year IS NOT DISTINCT FROM $35::int ORDER BY created_at, id LIMIT 1)
), registering AS (
  INSERT INTO nominee (id, programme, identity, reference, kind, full_name, folded, unit, birth_year)
  SELECT $29, $10, $30, $20, $31, $32, $33, $34, $35 FROM inbox WHERE NOT EXISTS (SELECT 1 FROM registered)
  ON CONFLICT (identity) DO UPDATE SET identity = excluded.identity
  RETURNING id
), worded AS (
  INSERT INTO nomination_words (nomination_id, words) SELECT $9, $25 FROM inbox
)
INSERT INTO nomination (id, programme, campaign, rule_set_version, calendar_version, submission, unit, officer_id, award,
       nominee, nominee_reference, achievement, basis, documents, submitted_at, state, level, stage, stage_index, seq,
       audit_hash, holds, outcomes, updated_at, nominee_id, deed)
SELECT $9, $10, $11, $12, coalesce((SELECT version FROM calendar_version WHERE id = $28 ORDER BY published_at DESC LIMIT 1), $13), $14, $15, coalesce((SELECT id FROM known), $17), $18, $19, $20, $21, $22, $23, inbox.received_at,
       'SUBMITTED', $24, '', -1, 0, '', '[]', '[]', inbox.received_at,
       coalesce((SELECT id FROM registered), (SELECT id FROM registering)), $36
  FROM inbox
RETURNING id`;

/** Why a nomination does not fit: what is known of its campaign and its units. $1 programme, $2 campaign, $3 units, $4 at or null. */
export const EXPLAIN_SUBMITTED = `
SELECT EXISTS (SELECT 1 FROM rule_set_version WHERE programme = $1) AS "programmeKnown",
       c.rule_set_version AS "ruleSetVersion", c.opens_at > m.at AS "notYetOpen", c.closes_at <= m.at AS "closed",
       coalesce((SELECT json_agg(json_build_object('key', u.key, 'successor', u.successor,
          'exists', u.valid_from <= m.at::date + 1 AND (u.valid_to IS NULL OR u.valid_to >= m.at::date)))
         FROM unit u WHERE u.programme = $1 AND u.key = ANY($3::text[])), '[]') AS units
  FROM (SELECT coalesce($4::timestamptz, now()) AS at) m
  LEFT JOIN campaign c ON c.programme = $1 AND c.key = $2`;
