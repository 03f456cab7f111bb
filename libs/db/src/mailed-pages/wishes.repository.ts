import type { Language, ReminderWish } from '@laurel/domain';
import type { Database } from '../database.ts';

/** What a person wishes of their mails. */
export interface Wishes {
  readonly language?: Language;
  readonly reminders?: ReminderWish;
}

// The version of the directory rises only with a real change, so that caches do not reload for a repeated press.
const CHANGE = `
WITH changed AS (
  UPDATE person SET language = COALESCE($3, language), reminders = COALESCE($4, reminders)
   WHERE programme = $1 AND id = $2
     AND (language IS DISTINCT FROM COALESCE($3, language) OR reminders IS DISTINCT FROM COALESCE($4, reminders))
  RETURNING programme
)
UPDATE directory_version SET version = version + 1 WHERE programme IN (SELECT programme FROM changed)`;

/** How people want their mails: language, and whether reminders come one by one, once a day or not at all. */
export class WishesRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Safe to repeat: the same wish again changes nothing. */
  async change(programme: string, personId: string, { language, reminders }: Wishes): Promise<void> {
    const values = [programme, personId, language ?? null, reminders ?? null];
    await this.database.pool.query({ name: 'change-wishes', text: CHANGE, values });
  }
}
