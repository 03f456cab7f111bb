/** A file of a posted form. */
export interface FormFile {
  readonly field: string;
  readonly name: string;
  /** Media type as the browser tells it. */
  readonly type: string;
  readonly bytes: Buffer;
}

const BREAK = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

function boundaryOf(contentType: string): Buffer | null {
  const found = /^multipart\/form-data\s*;.*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  return boundary === undefined ? null : Buffer.from(`--${boundary}`);
}

/** Browsers escape quotes and breaks of a name, and nothing else. */
const unescaped = (text: string): string => text.replaceAll('%22', '"').replaceAll(/%0D|%0A/g, ' ');

function fileOf(part: Buffer): FormFile | null {
  const split = part.indexOf(HEAD_END);
  if (split < 0) return null;
  const head = part.subarray(0, split).toString('utf8');
  const field = /\bname="([^"]*)"/i.exec(head.replaceAll(/filename="[^"]*"/gi, ''))?.[1];
  const name = /\bfilename="([^"]*)"/i.exec(head)?.[1];
  const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream';
  if (field === undefined || name === undefined || name === '') return null;
  return { field: unescaped(field), name: unescaped(name), type, bytes: part.subarray(split + HEAD_END.length) };
}

/** The files of a `multipart/form-data` body (RFC 7578); null when it is none. Fields without a file are left out. */
export function filesOfForm(contentType: string, body: Buffer): readonly FormFile[] | null {
  const boundary = boundaryOf(contentType);
  if (boundary === null || body.indexOf(boundary) !== 0) return null;
  const delimiter = Buffer.concat([BREAK, boundary]);
  const files: FormFile[] = [];
  for (let from = boundary.length; from < body.length;) {
    const to = body.indexOf(delimiter, from);
    if (to < 0) break;
    const file = fileOf(body.subarray(from, to));
    if (file) files.push(file);
    from = to + delimiter.length;
  }
  return files;
}
