import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { returnPath } from './return-path.ts';

const SITE = 'https://laurel.example.vn';

describe('where sign-in goes on to', () => {
  it('keeps a page of this site', () => {
    expect(returnPath('/nominations?late=true#top')).toBe('/nominations?late=true#top');
    expect(returnPath(undefined)).toBe('/');
  });

  it('is never another site, whatever was asked for', () => {
    const pieces = fc.array(
      fc.constantFrom('/', '\\', '//', '.', '..', '@', ':', 'https:', 'ke-xau.example', '\t', '\n', '%2f', '?', '#', ' ', 'a'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const path = returnPath(parts.join(''));
        expect(new URL(path, SITE).origin).toBe(SITE);
        expect(path.startsWith('/')).toBe(true);
        expect(path.startsWith('//')).toBe(false);
      }),
    );
  });
});
