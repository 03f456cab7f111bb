import { createHash, createVerify, type KeyObject } from 'node:crypto';

interface Field {
  readonly name: string;
  readonly line: string;
}

/** RFC 6376, 3.4.2: unfolded, runs of white space as one space, none at the ends. */
const relaxed = (value: string): string =>
  value
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();

function fieldsOf(head: string): readonly Field[] {
  return head.split(/\r\n(?![ \t])/).map((line) => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }));
}

const canonical = ({ name, line }: Field): string => `${name}:${relaxed(line.slice(line.indexOf(':') + 1))}`;

/** RFC 6376, 3.4.4: no white space at the ends of lines, no empty lines at the end. */
function bodyHash(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(?:\r\n)*$/, '\r\n');
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

/** The tags of the signature of a mail as it came; null where it has none. */
export function dkimTags(message: string): ReadonlyMap<string, string> | null {
  const field = fieldsOf(message.slice(0, message.indexOf('\r\n\r\n'))).find(({ name }) => name === 'dkim-signature');
  if (!field) return null;
  const tags = relaxed(field.line.slice(field.line.indexOf(':') + 1)).split(';');
  return new Map(
    tags.filter((tag) => tag.includes('=')).map((tag) => [tag.split('=', 1)[0]?.trim() ?? '', tag.slice(tag.indexOf('=') + 1).trim()]),
  );
}

/** Whether the signature of a mail as it came (relaxed/relaxed, RSA with SHA-256) is of the key: what a receiving server finds. */
export function dkimHolds(message: string, key: KeyObject): boolean {
  const end = message.indexOf('\r\n\r\n');
  const fields = fieldsOf(message.slice(0, end));
  const tags = dkimTags(message);
  const signature = fields.find(({ name }) => name === 'dkim-signature');
  if (!tags || !signature || tags.get('bh') !== bodyHash(message.slice(end + 4))) return false;
  const signed = (tags.get('h') ?? '').split(':').flatMap((name) => fields.findLast((field) => field.name === name.trim()) ?? []);
  const unsigned = { ...signature, line: signature.line.replace(/([;\s]b=)[\s\S]*$/, '$1') };
  const verify = createVerify('RSA-SHA256').update([...signed, unsigned].map(canonical).join('\r\n'), 'utf8');
  return verify.verify(key, (tags.get('b') ?? '').replaceAll(' ', ''), 'base64');
}
