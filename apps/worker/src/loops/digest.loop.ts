import { dateIn, type Instant } from '@laurel/domain';
import type { DigestRepository } from '@laurel/db';
import type { Turn } from './loop.ts';

/** Where mornings are counted. */
const ZONE = 'Asia/Ho_Chi_Minh';

/** Hours of the morning, from and until, in which the day's digests go out; later they would only disturb. */
const MORNING = { from: 7, until: 11 };

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });

/** Whether it is the morning of a day in the zone. */
export function isMorning(at: Instant): boolean {
  const hour = Number(hours.format(at));
  return hour >= MORNING.from && hour < MORNING.until;
}

/** Plans the digests of the day once it is morning. Any number of workers may do so: each person gets one a day. */
export function digests(repository: Pick<DigestRepository, 'plan'>, planned: () => void, now: () => Instant = Date.now): Turn {
  return async () => {
    const at = now();
    if (!isMorning(at)) return 0;
    const count = await repository.plan(dateIn(at, ZONE), ZONE);
    if (count > 0) planned();
    return count;
  };
}
