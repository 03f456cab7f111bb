import { describe, expect, it } from '@jest/globals';
import { asyncApiDocument } from './asyncapi.ts';
import { canonicalJson } from './canonical.ts';

describe('asyncApiDocument', () => {
  it('lists every type that is taken and every type that is sent', () => {
    const text = JSON.stringify(asyncApiDocument('http://localhost:3000'));
    expect(text).toContain('"asyncapi":"3.1.0"');
    expect(text).toContain('laurel.nomination.submitted.v1');
    expect(text).toContain('laurel.task.escalated.v1');
  });

  it('refers to nothing that it lacks', () => {
    const document: unknown = JSON.parse(JSON.stringify(asyncApiDocument('http://localhost:3000')));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    const found = (path: string): unknown =>
      path.split('/').reduce((at: unknown, step) => (at as Record<string, unknown> | undefined)?.[step], document);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((path) => found(path) === undefined)).toEqual([]);
  });
});

describe('canonicalJson', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: 'é' })).toBe('{"a":"é","b":[2,{"d":1}]}');
  });
});
