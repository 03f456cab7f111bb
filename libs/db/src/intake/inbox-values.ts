import { newId } from '../ids.ts';
import type { IntakeEvent, IntakeOrigin } from './intake.types.ts';
import { actIdPrefix } from './act-ids.ts';

/**
 * The values every statement of a fact begins with: $1 inbox id, $2 source, $3 event id, $4 type, $5 subject, $6 payload
 * hash, $7 payload, $8 key, $9 at or null, $10 time part of act ids.
 */
export function inboxValues(event: IntakeEvent, origin: IntakeOrigin): unknown[] {
  const { source, id, type, subject, payloadHash, time, data } = event;
  const at = origin.at === null ? null : new Date(origin.at).toISOString();
  return [newId(), source, id, type, subject, payloadHash, JSON.stringify({ time, data }), origin.apiKeyId, at, actIdPrefix()];
}

/** The inbox row of a fact: its acts are written with it, so nothing is left for the inbox relay. */
export function insertInbox(nominationId: string, from: string): string {
  return `
  INSERT INTO inbox_event (id, source, event_id, type, subject, payload_hash, payload, api_key_id, received_at, nomination_id, state, done_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, now()), ${nominationId}, 'done', now() ${from}
  ON CONFLICT (source, event_id) DO NOTHING
  RETURNING id, received_at`;
}
