import type { RemedyDesk } from '@laurel/activities';
import type { Turn } from './loop.ts';

const AT_ONCE = 8;

/** Works on remedies for many that the API has written down. */
export function remedies(desk: RemedyDesk): Turn {
  return () => desk.work(AT_ONCE);
}
