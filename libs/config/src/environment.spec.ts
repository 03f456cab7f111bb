import { describe, expect, it } from '@jest/globals';
import { readEnvironment, SettingsInvalid } from './environment.ts';

const least = { DATABASE_URL: 'postgresql://laurel@localhost:5433/laurel', LAUREL_SECRET: 's'.repeat(32) };

describe('the settings of a process', () => {
  it('have defaults for everything but the database and the secret', () => {
    expect(readEnvironment(least)).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      TEMPORAL_NAMESPACE: 'default',
      LOG_LEVEL: 'info',
    });
  });

  it('let the public address follow the port unless it is set', () => {
    expect(readEnvironment({ ...least, PORT: '4000' }).PUBLIC_URL).toBe('http://localhost:4000');
    expect(readEnvironment({ ...least, PORT: '4000', PUBLIC_URL: 'https://laurel.example.vn' }).PUBLIC_URL).toBe(
      'https://laurel.example.vn',
    );
  });

  it('name every setting that is missing or wrong, and where to mend it', () => {
    const read = (): unknown => readEnvironment({ DATABASE_URL: 'nowhere', LAUREL_SECRET: 'short', PORT: '70000', TEMPORAL_TLS: 'yes' });
    expect(read).toThrow(SettingsInvalid);
    for (const setting of ['DATABASE_URL', 'LAUREL_SECRET', 'PORT', 'TEMPORAL_TLS']) expect(read).toThrow(`${setting}: `);
    expect(read).toThrow('.env.example');
  });

  it.each([
    ['LAUREL_SECRET', 'short', 'shorter than 32 characters'],
    ['LAUREL_SECRET', '', 'missing'],
    ['MAIL_CONNECTIONS', 'nhiều', 'not a number'],
    ['MAIL_CONNECTIONS', '0', 'less than 1'],
    ['PORT', '70000', 'more than 65535'],
    ['TEMPORAL_TLS', 'yes', 'none of true, false'],
    ['PUBLIC_URL', 'nowhere', 'not an address such as https://laurel.example.vn'],
    ['BOUNCE_ADDRESS', 'nobody', 'not a mail address'],
  ])('say in plain words what is wrong with %s=%s', (setting, value, words) => {
    expect(() => readEnvironment({ ...least, [setting]: value })).toThrow(`${setting}: ${words}. Set it in`);
  });

  it('never repeat a value, for it may be a secret', () => {
    expect(() => readEnvironment({ ...least, LAUREL_SECRET: 'bi-mat' })).toThrow(expect.not.objectContaining({ message: /bi-mat/ }));
  });

  it('count as not given when they are empty', () => {
    expect(readEnvironment({ ...least, PORT: '', OIDC_ISSUER: '' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    [{ DKIM_DOMAIN: 'example.vn', DKIM_PRIVATE_KEY: 'pem' }, 'DKIM_SELECTOR: missing beside DKIM_DOMAIN and DKIM_PRIVATE_KEY. Set it in'],
    [{ OIDC_ISSUER: 'https://id.example.vn' }, 'OIDC_CLIENT_ID: missing beside OIDC_ISSUER. Set it in'],
  ])('are refused where only some of those that go together are given: %j', (given, words) => {
    expect(() => readEnvironment({ ...least, ...given })).toThrow(words);
    expect(() => readEnvironment(least)).not.toThrow();
  });

  it('continue a case as new before the 4,096 events at which the server would suggest it', () => {
    expect(readEnvironment(least).CONTINUE_AFTER_EVENTS).toBe(4_000);
    expect(() => readEnvironment({ ...least, CONTINUE_AFTER_EVENTS: '4097' })).toThrow('CONTINUE_AFTER_EVENTS: more than 4000.');
  });

  it('never wait longer for an answer than the contract allows', () => {
    expect(() => readEnvironment({ ...least, NOT_CONFIRMED_AFTER_MS: '10001' })).toThrow('NOT_CONFIRMED_AFTER_MS');
  });
});
