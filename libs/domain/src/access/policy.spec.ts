import { describe, expect, it } from '@jest/globals';
import { ACTIONS, grantsFor, mayAt, POLICY, ROLES, type RoleGrant } from './policy.ts';

const ward = { programme: 'ntvt', units: ['phuong-01', 'district', 'city'] };
const grant = (change: Partial<RoleGrant>): RoleGrant => ({ role: 'secretariat', programme: 'ntvt', unit: 'phuong-01', ...change });

describe('the policy of access', () => {
  it('counts in the unit of the grant and below it, and nowhere else', () => {
    expect(mayAt([grant({})], 'withdraw', ward)).toBe(true);
    expect(mayAt([grant({ unit: 'district' })], 'withdraw', ward)).toBe(true);
    expect(mayAt([grant({ unit: 'phuong-02' })], 'withdraw', ward)).toBe(false);
    expect(mayAt([grant({ unit: null })], 'withdraw', ward)).toBe(true);
  });

  it('counts in the programme of the grant only, in all of them where it names none', () => {
    expect(mayAt([grant({ programme: 'dien-tap' })], 'withdraw', ward)).toBe(false);
    expect(mayAt([grant({ programme: null })], 'withdraw', ward)).toBe(true);
  });

  it('gives what knows no unit to grants for every unit alone', () => {
    expect(grantsFor([grant({ role: 'operator' })], 'operate')).toEqual([]);
    expect(grantsFor([grant({ role: 'operator', unit: null })], 'operate')).toHaveLength(1);
  });

  it('gives nothing that the table does not name', () => {
    for (const role of ROLES)
      for (const action of ACTIONS) if (!(action in POLICY[role])) expect(grantsFor([grant({ role, unit: null })], action)).toEqual([]);
    expect(mayAt([], 'read-nomination', ward)).toBe(false);
  });

  it('keeps apart who operates and who audits', () => {
    expect(POLICY.operator['read-audit']).toBeUndefined();
    expect(Object.keys(POLICY.auditor).filter((action) => !action.startsWith('read-'))).toEqual([]);
  });
});
