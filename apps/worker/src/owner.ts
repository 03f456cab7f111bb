import type { LeaseRepository } from '@laurel/db';
import { hostname } from 'node:os';

/** Who this process is when it holds leases and reports pulses: `<host>:<process>`. */
export const OWNER = `${hostname()}:${String(process.pid)}`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process that may not be signalled is alive all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Of the holders of leases, those of this host that have died. One that bears this process's own id is a predecessor. */
export function deadOwners(owners: readonly string[], host = hostname()): readonly string[] {
  return owners.filter((owner) => {
    const at = owner.lastIndexOf(':');
    const pid = Number(owner.slice(at + 1));
    return owner.slice(0, at) === host && (pid === process.pid || !isAlive(pid));
  });
}

/** Ends the leases that a killed worker of this host has left, before the loops claim anything. */
export async function releaseDeadLeases(leases: LeaseRepository): Promise<void> {
  await leases.release(deadOwners(await leases.owners()));
}
