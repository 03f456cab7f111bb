import { UsageError } from '../arguments.ts';

/** A file that is no table of comma or semicolon separated values; the message names the line. */
export class NotATable extends UsageError {
  override readonly name = 'NotATable';
}

const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1);
  return first.split(';').length > first.split(',').length ? ';' : ',';
};

/**
 * The cells of a CSV text (RFC 4180, quoted cells may hold separators, quotes and line breaks), with commas or, as
 * Vietnamese spreadsheets write them, semicolons.
 * @throws NotATable when a quote is never closed.
 */
export function cellsOf(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const separator = separatorOf(content);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < content.length; i++) {
    const letter = content[i] ?? '';
    if (quoted && letter === '"' && content[i + 1] === '"') cell += content[++i] ?? '';
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === separator) endCell();
    else if (!quoted && letter === '\n') {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  if (quoted) {
    const line = String(rows.length);
    throw new NotATable(`Dòng ${line}: dấu ngoặc kép mở mà không đóng. / Line ${line}: a quotation mark is opened and never closed.`);
  }
  endCell();
  return rows.map((row) => row.map((value) => value.normalize('NFC').trim()));
}
