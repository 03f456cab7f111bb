import { describe, expect, it } from '@jest/globals';
import { isStorageUnavailable } from './availability.ts';

const prisma = (code: string, originalCode?: string): Error =>
  Object.assign(new Error('Invalid invocation'), { code, meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode } } } });

describe('a database that cannot be used', () => {
  it.each(['P1001', 'P1002', 'P1008', 'P1017', 'P2024'])('is known by the code %s of Prisma', (code) => {
    expect(isStorageUnavailable(prisma(code))).toBe(true);
  });

  it.each(['57P01', '57P03', '53300', '25006', '08006', '57014'])(
    'is known by the code %s of PostgreSQL, bare or beneath Prisma',
    (code) => {
      expect(isStorageUnavailable(Object.assign(new Error('refused'), { code }))).toBe(true);
      expect(isStorageUnavailable(prisma('P2010', code))).toBe(true);
    },
  );

  it.each(['P2002', 'P2025', '23505', '42703'])('is not what the code %s tells', (code) => {
    expect(isStorageUnavailable(prisma(code))).toBe(false);
    expect(isStorageUnavailable(Object.assign(new Error('refused'), { code }))).toBe(false);
  });
});
