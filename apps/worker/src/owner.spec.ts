import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { deadOwners } from './owner.ts';

describe('holders of leases', () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;

  it('are dead when their process has gone from this host', () => {
    expect(deadOwners([`here:${String(gone)}`, `here:${String(process.ppid)}`], 'here')).toEqual([`here:${String(gone)}`]);
  });

  it('are left alone on other hosts, where nobody here can look', () => {
    expect(deadOwners([`there:${String(gone)}`], 'here')).toEqual([]);
  });

  it('are predecessors when they bear this process id, as in a restarted container', () => {
    expect(deadOwners([`here:${String(process.pid)}`], 'here')).toEqual([`here:${String(process.pid)}`]);
  });
});
