import { COMMIT_CHANGE, COMMIT_TAIL } from './case.sql.ts';

/**
 * What a transition changes in the registry, hung on the same gate and so in the same transaction. $13 effects: see
 * `Effect` of libs/domain, each with `row`, an id of its own.
 */
const EFFECTS = `
), effect AS (
  SELECT e, e ->> 'is' AS kind, e ->> 'row' AS row FROM jsonb_array_elements($13::jsonb) AS x(e)
), slots AS (
  INSERT INTO award_slot (id, scope, number, nomination_id, level, taken_at)
  SELECT row, e ->> 'scope', (e ->> 'number')::int, gate.id, e ->> 'level', $12
    FROM gate, effect WHERE kind = 'slot-taken' ORDER BY e ->> 'scope'
), released AS (
  UPDATE award_slot s SET released_at = $12 FROM gate, effect
   WHERE kind = 'slots-released' AND s.nomination_id = gate.id AND s.released_at IS NULL AND coalesce(e ->> 'level', s.level) = s.level
), relied AS (
  INSERT INTO award_reliance (nomination_id, award_record_id, rule, noted_at)
  SELECT DISTINCT gate.id, e ->> 'recordId', e ->> 'rule', $12::timestamptz FROM gate, effect WHERE kind = 'relied-on'
  ON CONFLICT DO NOTHING
), flagged AS (
  INSERT INTO duplicate_flag (nomination_id, kind, other_id, likeness, flagged_at)
  SELECT gate.id, e ->> 'kind', e ->> 'id', (e ->> 'likeness')::int, $12 FROM gate, effect WHERE effect.kind = 'duplicate-suspected'
  ON CONFLICT DO NOTHING
), filed AS (
  INSERT INTO complaint (id, nomination_id, ground, filed_by, instance, act_id, filed_at, due_at)
  SELECT e ->> 'id', gate.id, e ->> 'ground', e ->> 'by', (e ->> 'instance')::int, coalesce($11, ''), $12,
         to_timestamp((e ->> 'dueAt')::float8 / 1000)
    FROM gate, effect WHERE kind = 'complaint-filed'
), settled AS (
  UPDATE complaint c SET outcome = e ->> 'outcome', settled_at = $12 FROM gate, effect
   WHERE kind = 'complaint-settled' AND c.id = e ->> 'id'
), taken_back AS (
  UPDATE award_record r SET revoked_on = (e ->> 'revokedOn')::date, revoked_at = $12, revocation_ground = e ->> 'ground',
         revocation_paper = e ->> 'paper'
    FROM gate, effect
   WHERE kind = 'revoked' AND r.nomination_id = gate.id AND r.superseded_at IS NULL AND r.revoked_at IS NULL
), recalls AS (
  INSERT INTO recall (id, nomination_id, what, amount, state, due_since)
  SELECT row || '-' || i, gate.id, c ->> 'what', c ->> 'amount', 'due', $12
    FROM gate, effect, jsonb_array_elements(e -> 'recalls') WITH ORDINALITY AS r(c, i) WHERE kind = 'revoked'
), dependants AS (
  INSERT INTO reexamination (id, revoked_nomination_id, award_record_id, nomination_id, rule, state, opened_at)
  SELECT row || '-' || a.nomination_id || '-' || a.award_record_id, gate.id, a.award_record_id, a.nomination_id, a.rule, 'open', $12
    FROM gate JOIN effect ON kind = 'revoked' JOIN award_record r ON r.nomination_id = gate.id
    JOIN award_reliance a ON a.award_record_id = r.id
), put_aside AS (
  UPDATE decision_line l SET superseded_at = $12 FROM gate, effect
   WHERE kind = 'lines-superseded' AND l.nomination_id = gate.id AND l.superseded_at IS NULL AND e -> 'levels' ? l.level
), numbering AS (
  SELECT e ->> 'level' AS level, e ->> 'number' AS number, e ->> 'numberScope' AS scope, (e ->> 'signedOn')::date AS signed_on,
         e ->> 'decisionId' AS decision_id
    FROM effect WHERE kind = 'decision-numbered'
), bare AS (
  SELECT d.*, x.number AS new_number, x.scope, x.signed_on AS new_signed_on, x.decision_id AS new_id
    FROM gate CROSS JOIN numbering x JOIN decision_line l ON l.nomination_id = gate.id AND l.level = x.level AND l.superseded_at IS NULL
    JOIN decision d ON d.id = l.decision_id
), numbered AS (
  INSERT INTO decision (id, programme, issuer, number, number_scope, signed_on, signer_id, recorded_at)
  SELECT new_id, programme, issuer, new_number, scope, new_signed_on, signer_id, $12 FROM bare
  ON CONFLICT (id) DO NOTHING
), left_behind AS (
  UPDATE decision d SET number_scope = NULL FROM bare WHERE d.id = bare.id AND bare.number IS NOT NULL AND bare.new_id <> bare.id
), joined_lines AS (
  UPDATE decision_line l SET decision_id = x.decision_id, signed_on = x.signed_on FROM gate, numbering x
   WHERE l.nomination_id = gate.id AND l.level = x.level AND l.superseded_at IS NULL
), joined_records AS (
  UPDATE award_record r SET decision_id = x.decision_id FROM gate, numbering x
   WHERE r.nomination_id = gate.id AND r.level = x.level AND r.signed_on = x.signed_on AND r.superseded_at IS NULL AND r.revoked_at IS NULL
), misdated AS (
  UPDATE award_record r SET superseded_at = $12 FROM gate, numbering x
   WHERE r.nomination_id = gate.id AND r.level = x.level AND r.signed_on <> x.signed_on AND r.superseded_at IS NULL AND r.revoked_at IS NULL
  RETURNING r.*, x.decision_id AS new_decision_id, x.signed_on AS new_signed_on
), redated AS (
  INSERT INTO award_record (id, nomination_id, decision_id, programme, award, level, issuer, recipient_kind, signed_on, recorded_at,
         nominee_id, nominee_name, unit, campaign, year, deed, deed_from, deed_to, source)
  SELECT id || '-' || ($2 + 1)::text, nomination_id, new_decision_id, programme, award, level, issuer, recipient_kind, new_signed_on, $12,
         nominee_id, nominee_name, unit, campaign, year, deed, deed_from, deed_to, source
    FROM misdated
)
${COMMIT_TAIL}`;

/** A transition with effects on the registry. */
export const COMMIT_WITH_EFFECTS = COMMIT_CHANGE.replace(`)\n${COMMIT_TAIL}`, () => EFFECTS.trimStart());
