import { METADATA_ENCODING_KEY, type DataConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where the Temporal server is and how to speak to it. */
export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string | undefined;
  readonly tls: boolean;
  readonly taskQueue: string;
  /** `keyId:base64` pairs parted by commas; the first encrypts, all decrypt. */
  readonly payloadKeys?: string | undefined;
}

/** The settings of a process that name the server, as libs/config reads them. */
export interface TemporalEnvironment {
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
  readonly TEMPORAL_API_KEY?: string | undefined;
  readonly TEMPORAL_TLS: boolean;
  readonly TEMPORAL_TASK_QUEUE: string;
  readonly PAYLOAD_KEYS?: string | undefined;
}

/** Where the Temporal server is, from a process's settings; the same for the API, the worker and its commands. */
export function temporalSettings(env: TemporalEnvironment): TemporalSettings {
  return {
    address: env.TEMPORAL_ADDRESS,
    namespace: env.TEMPORAL_NAMESPACE,
    apiKey: env.TEMPORAL_API_KEY,
    tls: env.TEMPORAL_TLS,
    taskQueue: env.TEMPORAL_TASK_QUEUE,
    payloadKeys: env.PAYLOAD_KEYS,
  };
}

/** Options of a connection, the same for clients and workers. */
export interface ServerAddress {
  readonly address: string;
  readonly apiKey?: string;
  readonly tls?: true;
}

export function connectionOptions(settings: TemporalSettings): ServerAddress {
  return {
    address: settings.address,
    ...(settings.apiKey !== undefined && { apiKey: settings.apiKey }),
    ...((settings.tls || settings.apiKey !== undefined) && { tls: true as const }),
  };
}

const ENCRYPTED = 'binary/encrypted';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Thrown when a payload names a key that the settings do not hold, or a setting is not a key. */
export class PayloadKeyInvalid extends Error {
  override readonly name = 'PayloadKeyInvalid';
}

/** Encrypts every payload with AES-256-GCM. The key's id travels with it, so that keys can be rotated. */
export class EncryptingCodec implements PayloadCodec {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: string;

  constructor(setting: string) {
    const pairs = setting.split(',').map((pair) => keyOf(pair.trim()));
    this.keys = new Map(pairs);
    this.current = pairs[0]?.[0] ?? '';
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypt(payload)));
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => (encodingOf(payload) === ENCRYPTED ? this.decrypt(payload) : payload)));
  }

  private encrypt(payload: Payload): Payload {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.current), iv);
    const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(plainOf(payload))), cipher.final(), cipher.getAuthTag()]);
    return { metadata: { [METADATA_ENCODING_KEY]: Buffer.from(ENCRYPTED), 'key-id': Buffer.from(this.current) }, data: sealed };
  }

  private decrypt(payload: Payload): Payload {
    const data = Buffer.from(payload.data ?? []);
    const keyId = Buffer.from(payload.metadata?.['key-id'] ?? []).toString();
    const decipher = createDecipheriv('aes-256-gcm', this.key(keyId), data.subarray(0, IV_BYTES));
    decipher.setAuthTag(data.subarray(-TAG_BYTES));
    const opened = Buffer.concat([decipher.update(data.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return payloadOf(JSON.parse(opened.toString()) as PlainPayload);
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new PayloadKeyInvalid(`PAYLOAD_KEYS holds no key "${id}": put it back until nothing open was written with it.`);
    return key;
  }
}

interface PlainPayload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

const encodingOf = (payload: Payload): string => Buffer.from(payload.metadata?.[METADATA_ENCODING_KEY] ?? []).toString();

function plainOf(payload: Payload): PlainPayload {
  const metadata = Object.entries(payload.metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  return { metadata: Object.fromEntries(metadata) as Record<string, string>, data: Buffer.from(payload.data ?? []).toString('base64') };
}

function payloadOf(plain: PlainPayload): Payload {
  const metadata = Object.fromEntries(Object.entries(plain.metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]));
  return { metadata, data: Buffer.from(plain.data, 'base64') };
}

function keyOf(pair: string): [string, Buffer] {
  const [id, base64] = [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)];
  const key = Buffer.from(base64, 'base64');
  if (id === '' || key.length !== KEY_BYTES)
    throw new PayloadKeyInvalid('PAYLOAD_KEYS: give keyId:base64 of 32 bytes, several parted by commas.');
  return [id, key];
}

/** The data converter that clients and workers share: encrypting where keys are set. */
export function dataConverter(settings: TemporalSettings): DataConverter {
  return settings.payloadKeys === undefined ? {} : { payloadCodecs: [new EncryptingCodec(settings.payloadKeys)] };
}
