import { describe, expect, test } from '@jest/globals';
import { backoff, readFailure, verdictOf, type SmtpFailure } from './verdict.ts';

const facts = { begun: false, attempts: 0, now: 1_000_000, backoffMs: 5_000, random: 1 };
const failure = (code: string | null, responseCode: number | null = null, command: string | null = null): SmtpFailure => ({
  message: 'said',
  code,
  responseCode,
  command,
});

describe('verdictOf', () => {
  test.each([
    ['450 for the recipient', failure('EENVELOPE', 450, 'RCPT TO'), false],
    ['421 for the recipient', failure('EENVELOPE', 421, 'RCPT TO'), false],
    ['421 in the middle of a session', failure('ECONNECTION', 421, 'CONN'), false],
    ['451 after the message', failure('EMESSAGE', 451, 'DATA'), false],
    ['503, out of step', failure('EENVELOPE', 503, 'RCPT TO'), false],
    ['421 instead of a greeting', failure('EPROTOCOL', 421, 'CONN'), true],
    ['554 instead of a greeting', failure('EPROTOCOL', 554, 'CONN'), true],
    ['a refused login', failure('EAUTH', 535, 'AUTH PLAIN'), true],
    ['a refused sender', failure('EENVELOPE', 550, 'MAIL FROM'), true],
    ['login demanded', failure('EENVELOPE', 530, 'MAIL FROM'), true],
    ['nobody listening', failure('ESOCKET', null, 'CONN'), true],
    ['a time-out before DATA', failure('ETIMEDOUT', null, 'CONN'), true],
    ['an unknown name', failure('EDNS', null, 'CONN'), true],
    ['TLS that fails', failure('ETLS', null, 'CONN'), true],
  ])('defers for %s', (_what, failed, channel) => {
    expect(verdictOf(failed, facts)).toEqual({ is: 'deferred', reason: 'said', retryAt: 1_005_000, channel });
  });

  test.each([
    ['550 for the recipient', failure('EENVELOPE', 550, 'RCPT TO')],
    ['554 after the message', failure('EMESSAGE', 554, 'DATA')],
    ['552, too large, for the sender', failure('EENVELOPE', 552, 'MAIL FROM')],
    ['an address that Nodemailer refuses', failure('EENVELOPE', null, 'API')],
  ])('fails for %s', (_what, failed) => {
    expect(verdictOf(failed, facts)).toEqual({ is: 'failed', reason: 'said' });
  });

  test.each(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EABORT'])('does not know after DATA began and %s', (code) => {
    expect(verdictOf(failure(code, null, 'CONN'), { ...facts, begun: true })).toEqual({
      is: 'unknown',
      reason: 'said',
      retryAt: 1_005_000,
    });
  });

  test('an answer counts even after DATA began', () => {
    expect(verdictOf(failure('EMESSAGE', 550, 'DATA'), { ...facts, begun: true }).is).toBe('failed');
  });

  test('an error of unknown origin does not stop the channel', () => {
    expect(verdictOf(failure(null), facts)).toMatchObject({ is: 'deferred', channel: false });
  });
});

describe('backoff', () => {
  test('doubles, is spread by half, and never exceeds 15 minutes', () => {
    expect([0, 1, 2, 10, 5_000].map((attempts) => backoff(attempts, 5_000, 1))).toEqual([5_000, 10_000, 20_000, 900_000, 900_000]);
    expect(backoff(1, 5_000, 0)).toBe(5_000);
  });
});

describe('readFailure', () => {
  test('reads any thrown value', () => {
    expect(readFailure('no')).toEqual({ message: 'no', code: null, responseCode: null, command: null });
    expect(readFailure(Object.assign(new Error('said'), { code: 'EAUTH', responseCode: 535, command: 'AUTH' }))).toEqual({
      message: 'said',
      code: 'EAUTH',
      responseCode: 535,
      command: 'AUTH',
    });
  });
});
