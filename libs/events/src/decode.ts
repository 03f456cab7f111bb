import { CloudEvent, ValidationError } from 'cloudevents';
import { checkAttributes, decodeHeader, type RawEvent } from './attributes.ts';
import { payloadHash } from './canonical.ts';
import { cleanJson } from './clean-text.ts';
import { NotACloudEvent, UnsupportedContentType } from './decode-errors.ts';
import { EVENT_WORDS } from './event-words.ts';
import type { FieldError } from './field-error.ts';
import { EVENT_SCHEMAS, isEventType, LATER_TYPES, type LaurelEvent } from './schemas.ts';
import { readShape } from './shape.ts';

/** One event as it came: valid, not a CloudEvent (400), or with data that cannot be used (422). */
export type DecodedEvent =
  | { readonly is: 'event'; readonly event: LaurelEvent }
  | { readonly is: 'not-a-cloudevent' | 'invalid'; readonly id: string | null; readonly errors: readonly FieldError[] };

export interface Decoded {
  readonly batch: boolean;
  readonly events: readonly DecodedEvent[];
}

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
const JSON_TYPE = 'application/json';
/** More events than this in one request belong into two. */
const LARGEST_BATCH = 1_000;

/**
 * Decodes a request of any CloudEvents 1.0.2 HTTP mode. An item of a batch that is wrong is given back as such; a
 * request that is wrong as a whole throws {@link NotACloudEvent} or {@link UnsupportedContentType}.
 */
export function decodeEvents(contentType: string | undefined, headers: RequestHeaders, body: Buffer): Decoded {
  const [mediaType = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  checkCharset(parameters);
  if (mediaType === STRUCTURED) return { batch: false, events: [decodeItem(parseJson(body), 'throw')] };
  if (mediaType === BATCH) return { batch: true, events: batchItems(parseJson(body)).map((item) => decodeItem(item, 'report')) };
  if (mediaType.startsWith('application/cloudevents')) throw new UnsupportedContentType(`Send ${STRUCTURED} or ${BATCH}.`);
  if (headers['ce-specversion'] === undefined && headers['ce-id'] === undefined) {
    if (mediaType === JSON_TYPE) throw new NotACloudEvent('', `No CloudEvent: send ${STRUCTURED}, ${BATCH}, or ce-* headers.`);
    throw new UnsupportedContentType(`Send ${STRUCTURED}, ${BATCH}, or ${JSON_TYPE} with ce-* headers.`);
  }
  if (mediaType !== JSON_TYPE) throw new UnsupportedContentType(`In binary mode send ${JSON_TYPE}.`);
  return { batch: false, events: [decodeItem(binaryEvent(headers, parseJson(body)), 'throw')] };
}

function checkCharset(parameters: readonly string[]): void {
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (charset !== undefined && charset !== 'utf-8') throw new UnsupportedContentType('Send UTF-8.');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(body: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw new NotACloudEvent('', 'The body is not UTF-8: encode it as UTF-8.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NotACloudEvent('', 'The body is not JSON: check commas, quotes and brackets.');
  }
}

function batchItems(parsed: unknown): readonly unknown[] {
  if (!Array.isArray(parsed)) throw new NotACloudEvent('', 'A batch is a JSON array of CloudEvents.');
  if (parsed.length > LARGEST_BATCH)
    throw new NotACloudEvent('', `A batch holds at most ${String(LARGEST_BATCH)} events: send it in parts.`);
  return parsed;
}

function binaryEvent(headers: RequestHeaders, data: unknown): RawEvent {
  const attributes = Object.entries(headers)
    .filter((entry): entry is [string, string] => entry[0].startsWith('ce-') && typeof entry[1] === 'string')
    .map(([name, value]): [string, unknown] => [name.slice('ce-'.length), decodeHeader(name, value)]);
  return { ...Object.fromEntries(attributes), datacontenttype: JSON_TYPE, data };
}

function decodeItem(raw: unknown, onWrong: 'throw' | 'report'): DecodedEvent {
  try {
    return validated(readCloudEvent(raw), timeOf(raw));
  } catch (error) {
    if (!(error instanceof NotACloudEvent) || onWrong === 'throw') throw error;
    return { is: 'not-a-cloudevent', id: idOf(raw), errors: error.errors };
  }
}

function idOf(raw: unknown): string | null {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : null;
}

/** The official SDK checks and holds the event; what it would let pass or invent is refused before. */
function readCloudEvent(raw: unknown): CloudEvent<unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new NotACloudEvent('', 'A CloudEvent is a JSON object.');
  const unpacked = unpackBase64(raw as RawEvent);
  checkAttributes(unpacked);
  try {
    return new CloudEvent<unknown>(unpacked, true);
  } catch (error) {
    if (error instanceof ValidationError || error instanceof TypeError)
      throw new NotACloudEvent('', `Not a CloudEvent: ${firstLine(error.message)}`);
    throw error;
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

function unpackBase64(raw: RawEvent): RawEvent {
  const { data_base64: packed, ...rest } = raw;
  if (packed === undefined) return raw;
  if (typeof packed !== 'string' || raw['data'] !== undefined)
    throw new NotACloudEvent('/data_base64', 'Send either "data" or "data_base64", the latter as a string.');
  return { ...rest, data: parseJson(Buffer.from(packed, 'base64')) };
}

/** The SDK writes the present into an event without a time; we keep what the sender said. */
function timeOf(raw: unknown): string | null {
  return typeof raw === 'object' && raw !== null && 'time' in raw && typeof raw.time === 'string' ? raw.time : null;
}

function validated(read: CloudEvent<unknown>, time: string | null): DecodedEvent {
  const invalid = (errors: readonly FieldError[]): DecodedEvent => ({ is: 'invalid', id: read.id, errors });
  if (!isEventType(read.type)) return invalid([{ pointer: '/type', detail: unknownType(read.type) }]);
  const cleaned = cleanJson(read.data ?? {}, ['data']);
  if ('error' in cleaned) return invalid([cleaned.error]);
  const { data: schema, subject: names } = EVENT_SCHEMAS[read.type];
  const subject = read.subject?.normalize('NFC') ?? null;
  const missing = names !== null && !subject ? [{ pointer: '/subject', detail: `Missing: the subject is ${names}.` }] : [];
  const parsed = readShape(schema, cleaned.value, { root: ['data'], own: EVENT_WORDS });
  if (parsed.is === 'wrong') return invalid([...missing, ...parsed.errors]);
  if (missing.length > 0) return invalid(missing);
  const hash = payloadHash({ type: read.type, subject, data: cleaned.value });
  const event = { type: read.type, id: read.id, source: read.source, subject, time, data: parsed.value, payloadHash: hash };
  // The schema was chosen by the type, which the compiler cannot follow.
  return { is: 'event', event: event as LaurelEvent };
}

function unknownType(type: string): string {
  if (LATER_TYPES.test(type)) return `Events of type ${type} are not yet taken; they come with later work.`;
  return `Unknown type. Send one of: ${Object.keys(EVENT_SCHEMAS).join(', ')}.`;
}
