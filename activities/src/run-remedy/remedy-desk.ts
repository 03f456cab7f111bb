import { remedyOutcome, type RemedyItem, type RemedyOrder } from '@laurel/contracts';
import type { ClaimedItem, JobRepository } from '@laurel/db';
import type { RunRemedy } from './run-remedy.ts';

/** An item is left to another run after this: longer than the longest wait for a workflow's answer. */
const LEASE_SECONDS = 45;
/** What fails so often is told as it is, and the rest of the job goes on. */
const TRIES = 5;
const AGAIN_SECONDS = 3;

/** Works on jobs item by item. Any number may work side by side; one that dies leaves its items to the others. */
export class RemedyDesk {
  private readonly jobs: Pick<JobRepository, 'claim' | 'settle' | 'release'>;
  private readonly remedy: RunRemedy;

  constructor(jobs: Pick<JobRepository, 'claim' | 'settle' | 'release'>, remedy: RunRemedy) {
    this.jobs = jobs;
    this.remedy = remedy;
  }

  /** Does up to `limit` items, of one job where it is named. Answers how many it found. */
  async work(limit: number, jobId: string | null = null): Promise<number> {
    const items = await this.jobs.claim(limit, LEASE_SECONDS, jobId);
    await Promise.all(items.map((item) => this.one(item)));
    return items.length;
  }

  private async one(item: ClaimedItem): Promise<void> {
    const results = await this.resultsOf(item);
    await (results ? this.jobs.settle(item, results) : this.jobs.release(item, AGAIN_SECONDS));
  }

  /** Null leaves the item to be tried again. */
  private async resultsOf(item: ClaimedItem): Promise<readonly RemedyItem[] | null> {
    const { jobId, position, keyId, nominationId, eventId } = item;
    const run = { order: item.request as RemedyOrder, actor: `operator:${keyId}`, key: `${jobId}-${String(position)}`, dryRun: false };
    try {
      return await this.remedy.run({ nominationId, eventId }, run);
    } catch (error) {
      if (item.attempts < TRIES) return null;
      const failed = remedyOutcome('failed', { tries: TRIES, error: error instanceof Error ? error.message : String(error) });
      return [{ ...(nominationId !== null && { nominationId }), ...(eventId !== null && { eventId }), ...failed }];
    }
  }
}
