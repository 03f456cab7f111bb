import { foldWords, type ActBody } from '@laurel/domain';
import type { Database } from '../database.ts';
import { actIdSql } from './act-ids.ts';
import { inboxValues, insertInbox } from './inbox-values.ts';
import { AGAINST } from './intake-words.ts';
import type { IntakeError, IntakeEventOf, IntakeOrigin, Stored } from './intake.types.ts';
import { searchWords } from './search-text.ts';

type CaseFact = IntakeEventOf<'laurel.nomination.completed.v1'> | IntakeEventOf<'laurel.nomination.withdrawn.v1'>;

// $11 act kind, $12 act body, $13 reason, $14 achievement or null, $15 its basis, $16 its search words, $17 its folded title,
// $18 the sources that the sender speaks for, or null for all: another's nomination is as unknown as one that does not exist.
const STORE = `
WITH subject AS (
  SELECT id FROM nomination WHERE id = $5 AND ($18::text[] IS NULL OR EXISTS (
    SELECT 1 FROM inbox_event s, unnest($18::text[]) AS p (own)
     WHERE s.nomination_id = $5 AND s.type = 'laurel.nomination.submitted.v1'
       AND CASE WHEN right(own, 1) = '*' THEN starts_with(s.source, left(own, -1)) ELSE s.source = own END))
), inbox AS (${insertInbox('subject.id', 'FROM subject')}
), replaced AS (
  UPDATE nomination n SET achievement = $14::jsonb, basis = $15, deed = $17, updated_at = inbox.received_at
    FROM inbox WHERE n.id = $5 AND n.state = 'RETURNED' AND $14::jsonb IS NOT NULL
  RETURNING n.id
), named AS (
  UPDATE nomination_words w SET words = w.words || ' ' || $16 FROM replaced WHERE w.nomination_id = replaced.id
)
INSERT INTO act (id, nomination_id, kind, actor, reason, body, state, created_at)
SELECT ${actIdSql('$10')}, $5, $11, 'source:' || $2, $13, $12, 'pending', inbox.received_at FROM inbox
RETURNING nomination_id AS "nominationId"`;

/** Stores facts about one nomination: a completion or a withdrawal, each as an act that the workflow will record. */
export class CaseFactIntake {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async store(event: CaseFact, origin: IntakeOrigin): Promise<Stored> {
    const body = bodyOf(event);
    const reason = event.type === 'laurel.nomination.withdrawn.v1' ? `${event.data.reason} (${event.data.by})` : null;
    const achievement = event.type === 'laurel.nomination.completed.v1' ? event.data.achievement : undefined;
    const values = [
      ...inboxValues(event, origin),
      body.kind,
      JSON.stringify(body),
      reason,
      achievement ? JSON.stringify(achievement) : null,
      achievement?.basis ?? null,
      searchWords(achievement?.title),
      foldWords(achievement?.title ?? ''),
      origin.sources ?? null,
    ];
    const { rows } = await this.database.pool.query<{ nominationId: string }>({ name: 'accept-case-fact', text: STORE, values });
    const [row] = rows;
    return row ? { stored: true, nominationId: row.nominationId } : { stored: false };
  }

  explain(event: CaseFact): readonly IntakeError[] {
    return [AGAINST.nomination(event.subject ?? '')];
  }
}

function bodyOf(event: CaseFact): ActBody {
  if (event.type === 'laurel.nomination.withdrawn.v1') return { kind: 'withdraw' };
  // The rules replace documents kind by kind, so nothing given leaves all as it was.
  return { kind: 'complete', documents: event.data.documents ?? [] };
}
