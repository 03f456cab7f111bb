import { createHash } from 'node:crypto';
import type { Instant, RuleSet, Text } from '@laurel/domain';
import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import type { RulesRepository } from '../rules/rules.repository.ts';
import { KEEP_FEEDBACK, NOTICE } from './notice.sql.ts';

/** What the public may read: name, unit, award and achievement; no other personal data. */
export interface PublicNotice {
  readonly nominationId: string;
  /** False once the notice is over, or the nomination has left it in any other way: then only that may be said. */
  readonly running: boolean;
  readonly endsAt: Instant;
  readonly rules: RuleSet;
  readonly award: string;
  readonly unit: Text;
  readonly nominee: string;
  readonly achievement: { readonly title: string; readonly summary: string; readonly from: string; readonly to: string };
}

export interface NewFeedback {
  readonly nominationId: string;
  readonly writer: string | null;
  /** Where an answer reaches the writer; null where none is wanted. */
  readonly contact: string | null;
  readonly text: string;
}

/** `over`: the notice does not run (any longer); `full`: it has had as many as one nomination takes. */
export type FeedbackKept = 'kept' | 'known' | 'over' | 'full';

interface NoticeRow {
  readonly id: string;
  readonly programme: string;
  readonly rule_set_version: string;
  readonly state: string;
  readonly notice_ends_at: Date;
  readonly award: string;
  readonly unit: string;
  readonly nominee: { readonly fullName: string };
  readonly achievement: PublicNotice['achievement'];
  readonly unit_vi: string | null;
  readonly unit_en: string | null;
  readonly asked_at: Date;
}

/** Each feedback is a person's work to answer: beyond this many, people are asked to write to the office. */
const MOST_FEEDBACKS = 200;
const DUPLICATE_KEY = '23505';

/** Public notices, and what the public writes to them. */
export class NoticeRepository {
  private readonly database: Database;
  private readonly rules: RulesRepository;

  constructor(database: Database, rules: RulesRepository) {
    this.database = database;
    this.rules = rules;
  }

  /** Null where no notice of this nomination was ever published. */
  async notice(nominationId: string): Promise<PublicNotice | null> {
    const { rows } = await this.database.pool.query<NoticeRow>({ name: 'public-notice', text: NOTICE, values: [nominationId] });
    const [row] = rows;
    if (!row) return null;
    const endsAt = row.notice_ends_at.getTime();
    return {
      nominationId: row.id,
      running: row.state === 'ON_NOTICE' && endsAt > row.asked_at.getTime(),
      endsAt,
      rules: await this.rules.ruleSet(row.programme, row.rule_set_version),
      award: row.award,
      unit: { vi: row.unit_vi ?? row.unit, en: row.unit_en ?? row.unit },
      nominee: row.nominee.fullName,
      achievement: row.achievement,
    };
  }

  /** Keeps a feedback while the notice runs, with the act that puts it before the secretariat. */
  async keep(feedback: NewFeedback): Promise<FeedbackKept> {
    const { nominationId, writer, contact, text } = feedback;
    const values = [nominationId, newId(), writer, contact, text, fingerprint(feedback), newId(), MOST_FEEDBACKS];
    try {
      const query = { name: 'keep-feedback', text: KEEP_FEEDBACK, values };
      const { rows } = await this.database.pool.query<{ number: number | null; known: boolean; on_notice: boolean | null }>(query);
      const [row] = rows;
      if (row?.number) return 'kept';
      if (row?.known) return 'known';
      return row?.on_notice ? 'full' : 'over';
    } catch (error) {
      // The same form, sent twice in one moment: the other one has just been kept.
      if (error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY) return 'known';
      throw error;
    }
  }
}

function fingerprint({ nominationId, writer, contact, text }: NewFeedback): string {
  return createHash('sha256')
    .update(JSON.stringify([nominationId, writer, contact, text]))
    .digest('hex');
}
