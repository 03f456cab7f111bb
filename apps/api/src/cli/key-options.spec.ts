import { describe, expect, it } from '@jest/globals';
import { grantsOf } from './key-options.ts';

describe('grantsOf', () => {
  it('grants what is named and limits nothing else', () => {
    expect(grantsOf({ all: false, scope: ['events:write'], source: ['/units/*'] })).toEqual({
      scopes: ['events:write'],
      sources: ['/units/*'],
    });
  });

  it('names the scopes when one is wrong or none is given', () => {
    expect(() => grantsOf({ all: false, scope: ['everything'] })).toThrow(/Unknown scope everything: give some of events:write/);
    expect(() => grantsOf({ all: false })).toThrow(/--scope/);
  });

  it('grants every scope for the development key', () => {
    expect(grantsOf({ all: true }).scopes).toContain('operations:act');
  });
});
