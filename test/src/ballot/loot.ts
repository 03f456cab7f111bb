import type { Stack } from '../stack/index.ts';
import type { Loot, Row } from './attacker.ts';

const TABLES = `
SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`;

/** Everything in every table, partitions one by one, hidden columns with it. */
export async function tablesOf(stack: Stack): Promise<Record<string, readonly Row[]>> {
  const names = await stack.view.rows<{ name: string }>(TABLES);
  const tables: Record<string, readonly Row[]> = {};
  for (const { name } of names)
    tables[name] = await stack.view.rows<Row>(`SELECT *, xmin::text, xmax::text, cmin::text, ctid::text FROM "${name}"`);
  return tables;
}

/** Tables, histories, mails and what every process has written. */
export async function lootOf(stack: Stack, histories: readonly string[]): Promise<Loot> {
  const mails = (await stack.sink.delivered()).flatMap(({ text, html }) => [text, html]);
  const logs = [stack.api, ...stack.workers].flatMap(({ output }) => output.split('\n'));
  return { tables: await tablesOf(stack), lines: [...logs, ...histories, ...mails] };
}
