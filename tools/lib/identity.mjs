import { readFileSync } from 'node:fs';

/**
 * When a process was started, in clock ticks since boot, as Linux tells it; '' where that cannot be read.
 * Together with the pid it names a process for good, so that a reused pid is never killed by mistake.
 */
export function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/** Is this very process still there (zombies count as gone)? */
export function isSame({ pid, startedAt }) {
  if (process.platform === 'linux') return startedAt !== '' && startTime(pid) === startedAt;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
