import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { randomBytes } from 'node:crypto';
import { connectionOptions, dataConverter, EncryptingCodec, PayloadKeyInvalid } from './connection.ts';

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const payload = defaultPayloadConverter.toPayload({ nominationId: '01J0', choice: 'approve' });

async function sealed(codec: EncryptingCodec): Promise<Awaited<ReturnType<EncryptingCodec['encode']>>> {
  return codec.encode([payload]);
}

describe('the payload codec', () => {
  const [first, second] = [key('2026a'), key('2026b')];

  it('gives back what it encrypted, and shows none of it meanwhile', async () => {
    const codec = new EncryptingCodec(first);
    const encoded = await sealed(codec);
    expect(Buffer.from(encoded[0]?.data ?? []).toString('latin1')).not.toContain('approve');
    expect(Buffer.from(encoded[0]?.metadata?.['key-id'] ?? []).toString()).toBe('2026a');
    const [opened] = await codec.decode(encoded);
    expect(opened && defaultPayloadConverter.fromPayload(opened)).toEqual({ nominationId: '01J0', choice: 'approve' });
  });

  it('never encrypts twice alike', async () => {
    const codec = new EncryptingCodec(first);
    const [one, two] = [await sealed(codec), await sealed(codec)];
    expect(Buffer.from(one[0]?.data ?? []).equals(Buffer.from(two[0]?.data ?? []))).toBe(false);
  });

  it('encrypts with the first key and reads with every key, so that keys can be rotated', async () => {
    const old = await sealed(new EncryptingCodec(first));
    const rotated = new EncryptingCodec(`${second},${first}`);
    expect(await rotated.decode(old)).toHaveLength(1);
    const [fresh] = await sealed(rotated);
    expect(Buffer.from(fresh?.metadata?.['key-id'] ?? []).toString()).toBe('2026b');
  });

  it('names the key that is missing, and refuses bytes that were changed', async () => {
    const old = await sealed(new EncryptingCodec(first));
    expect(() => new EncryptingCodec(second).decode(old)).toThrow(PayloadKeyInvalid);
    const data = Buffer.from(old[0]?.data ?? []);
    data[20] = (data[20] ?? 0) ^ 1;
    expect(() => new EncryptingCodec(first).decode([{ ...old[0], data }])).toThrow();
  });

  it('reads what was written before encryption was switched on', async () => {
    expect(await new EncryptingCodec(first).decode([payload])).toEqual([payload]);
  });

  it.each(['', 'a', 'a:', 'a:c2hvcnQ=', ':AAAA'])('refuses "%s" as a setting', (setting) => {
    expect(() => new EncryptingCodec(setting)).toThrow(PayloadKeyInvalid);
  });
});

describe('the settings of a connection', () => {
  const settings = { address: 'temporal.example.vn:7233', namespace: 'default', tls: false, taskQueue: 'laurel' };

  it('speak TLS where it is set or a key is given', () => {
    expect(connectionOptions(settings)).toEqual({ address: 'temporal.example.vn:7233' });
    expect(connectionOptions({ ...settings, tls: true }).tls).toBe(true);
    expect(connectionOptions({ ...settings, apiKey: 'k' })).toMatchObject({ apiKey: 'k', tls: true });
  });

  it('encrypt only where keys are set', () => {
    expect(dataConverter(settings)).toEqual({});
    expect(dataConverter({ ...settings, payloadKeys: key('a') }).payloadCodecs).toHaveLength(1);
  });
});
