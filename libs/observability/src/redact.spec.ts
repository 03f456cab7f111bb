import { describe, expect, it } from '@jest/globals';
import { redactPath, redactText } from './redact.ts';

describe('redaction', () => {
  it('blots out the token of a task link, wherever it stands', () => {
    expect(redactText('GET http://localhost:3000/t/abc_DEF-123?lang=en failed')).toBe('GET http://localhost:3000/t/[token]?lang=en failed');
  });

  it('blots out bearer keys', () => {
    expect(redactText('{"authorization":"Bearer lrl_secret"}')).toBe('{"authorization":"Bearer [key]"}');
  });

  it('drops the query of a path', () => {
    expect(redactPath('/v1/nominations?q=Nguyen')).toBe('/v1/nominations');
    expect(redactPath('/t/abc?lang=en')).toBe('/t/[token]');
  });
});
