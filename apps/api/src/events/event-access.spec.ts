import { describe, expect, it } from '@jest/globals';
import type { Grants } from '@laurel/db';
import type { LaurelEvent } from '@laurel/events';
import { refusalOf } from './event-access.ts';

const event = (type: LaurelEvent['type'], source = '/units/phuong-01'): LaurelEvent =>
  ({ type, id: '1', source, subject: 'x', time: null, payloadHash: '', data: { reason: 'r', by: 'b' } }) as unknown as LaurelEvent;
const key = (grants: Grants) => ({ keyId: 'k', name: 'k', grants });

describe('refusalOf', () => {
  it('asks for the scope of the kind of event', () => {
    const writer = key({ scopes: ['events:write'] });
    expect(refusalOf(event('laurel.nomination.withdrawn.v1'), writer)).toBeNull();
    expect(refusalOf(event('laurel.nominee.hold-placed.v1'), writer)).toContain('holds:write');
    expect(refusalOf(event('laurel.campaign.opened.v1'), writer)).toContain('campaigns:write');
  });

  it('keeps a key to its sources and types', () => {
    const limited = key({
      scopes: ['events:write'],
      sources: ['/units/phuong-01', '/schools/*'],
      types: ['laurel.nomination.withdrawn.v1'],
    });
    expect(refusalOf(event('laurel.nomination.withdrawn.v1'), limited)).toBeNull();
    expect(refusalOf(event('laurel.nomination.withdrawn.v1', '/schools/a'), limited)).toBeNull();
    expect(refusalOf(event('laurel.nomination.withdrawn.v1', '/units/phuong-02'), limited)).toContain('/units/phuong-02');
    expect(refusalOf(event('laurel.nomination.completed.v1'), limited)).toContain('does not send');
  });
});
