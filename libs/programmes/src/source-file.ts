import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { issuesToFindings } from './issue-texts.ts';
import { fieldOf, type FieldPath, type Problem, type Report } from './problems.ts';

/** A YAML file with the place of every field. */
export interface SourceFile {
  readonly file: string;
  readonly value: unknown;
  readonly problems: Problem[];
  readonly report: Report;
}

interface Positioned {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Parses YAML; what is wrong with its syntax becomes problems of the file. */
export function readSource(file: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = document.errors.map((error) => {
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
    const said = error.message.split('\n')[0] ?? '';
    const message = {
      vi: `Dòng này sai cú pháp YAML, hãy sửa lại: ${said}`,
      en: `This line is not valid YAML, mend it: ${said}`,
    };
    return { file, line, column: col, field: '', message };
  });
  const report: Report = (path, message) => {
    problems.push({ file, ...positionOf({ document, lines }, path), field: fieldOf(path), message });
  };
  return { file, value: problems.length > 0 ? undefined : document.toJS(), problems, report };
}

/** The value in the shape of the schema, or null after reporting every field that does not fit. */
export function readShape<T extends z.ZodType>(source: SourceFile, schema: T): z.output<T> | null {
  if (source.problems.length > 0) return null;
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  for (const { path, message } of issuesToFindings(result.error.issues, source.value)) source.report(path, message);
  return null;
}

/** The place of a field; of the nearest thing around it when it is missing. */
function positionOf({ document, lines }: Positioned, path: FieldPath): { line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset === null) continue;
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
  return { line: 1, column: 1 };
}

function offsetOf(document: Document, path: FieldPath): number | null {
  const last = path.at(-1);
  const holder = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (path.length === 0) return document.contents?.range?.[0] ?? null;
  if (isMap(holder)) {
    const pair = holder.items.find(({ key }) => (isScalar(key) ? key.value : key) === last);
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
  }
  const node = document.getIn(path, true);
  return isNodeWithRange(node) ? (node.range?.[0] ?? null) : null;
}

function isNodeWithRange(node: unknown): node is { range?: readonly [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}
