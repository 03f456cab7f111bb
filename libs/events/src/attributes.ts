import { isStorable } from './clean-text.ts';
import { NotACloudEvent } from './decode-errors.ts';

const REQUIRED = ['specversion', 'id', 'source', 'type'] as const;
const LONGEST = 512;

/** An event before the SDK reads it: attributes and data in one object. */
export type RawEvent = Readonly<Record<string, unknown>>;

/**
 * Checks what the SDK would fill in by itself: an event without an id would get a new one at every attempt.
 * Throws {@link NotACloudEvent}.
 */
export function checkAttributes(raw: RawEvent): void {
  for (const name of REQUIRED) {
    const value = raw[name];
    if (typeof value !== 'string' || value.trim() === '')
      throw new NotACloudEvent(`/${name}`, `Missing: every CloudEvent carries "${name}" as a non-empty string.`);
    if (value.length > LONGEST) throw new NotACloudEvent(`/${name}`, `Too long: at most ${String(LONGEST)} characters.`);
    if (!isStorable(value)) throw new NotACloudEvent(`/${name}`, 'Contains a character that is no text: remove it.');
  }
  if (raw['specversion'] !== '1.0') throw new NotACloudEvent('/specversion', 'Send CloudEvents 1.0: write "1.0".');
  const subject = raw['subject'];
  if (subject !== undefined && (typeof subject !== 'string' || subject.length > LONGEST || !isStorable(subject))) {
    throw new NotACloudEvent('/subject', `Give a string of at most ${String(LONGEST)} characters, or leave it out.`);
  }
  const time = raw['time'];
  if (time !== undefined && time !== null && (typeof time !== 'string' || Number.isNaN(Date.parse(time)))) {
    throw new NotACloudEvent('/time', 'Write an RFC 3339 instant, for example 2022-09-01T08:00:00+07:00, or leave it out.');
  }
}

/** Decodes a `ce-` header (HTTP binding 3.1.3.2): quotes, then percent-encoded UTF-8. Throws {@link NotACloudEvent}. */
export function decodeHeader(name: string, value: string): string {
  const unquoted = /^".*"$/s.test(value) ? value.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : value;
  const bytes = unquoted.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      throw new NotACloudEvent(`/${name.slice('ce-'.length)}`, `Header ${name} is not percent-encoded UTF-8: encode every byte as %XX.`);
    }
  });
  return bytes;
}
