import { readEnvironment } from '@laurel/config';
import { Database } from '@laurel/db';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { readArguments, required, unknownCommand, usageError } from './arguments.ts';
import { importHistory, type HistoryAnswer } from './history/import-history.ts';
import { done, end, outcomeOf, type Outcome } from './outcome.ts';
import { folderOf } from './programme/folder.ts';

const USAGE = `npm run history -- <command> --file <file.csv|file.xlsx> --programme <name> [--json]
  import   takes earlier awards over: the whole file, or nothing and every problem by row and column
  check    looks for problems and writes nothing`;

async function run(args: readonly string[]): Promise<Outcome> {
  const { command, options, json } = readArguments(args, ['file', 'programme']);
  if (command !== 'import' && command !== 'check') throw unknownCommand(command, ['import', 'check']);
  const path = required(options, 'file');
  const programme = required(options, 'programme');
  const { DATABASE_URL, PROGRAMMES_DIR } = readEnvironment();
  await folderOf(programme, PROGRAMMES_DIR);
  const bytes = await readFile(path).catch(() => {
    throw usageError(`Không đọc được --file "${path}": sửa đường dẫn.`, `--file "${path}" cannot be read: mend the path.`);
  });
  const database = new Database(DATABASE_URL, 2);
  try {
    const order = { programme, fileName: basename(path), bytes, importedBy: userInfo().username, dryRun: command === 'check' };
    const answer = await importHistory(database, order);
    return done(json ? JSON.stringify(answer) : inWords(answer), answer.is !== 'refused');
  } finally {
    await database.close();
  }
}

function inWords(answer: HistoryAnswer): string {
  if (answer.is === 'refused')
    return answer.problems
      .map(({ row, column, message }) => `Dòng ${String(row)}, cột ${column}: ${message.vi} · ${message.en}`)
      .join('\n');
  if (answer.is === 'checked') return `${String(answer.rows)} dòng, không có lỗi · rows, no problem`;
  if (answer.before) return 'Tệp này đã nhập rồi, không nhập lại · This file was taken over before; nothing was written';
  return `${String(answer.written)} / ${String(answer.rows)} dòng đã nhập · rows taken over`;
}

const args = process.argv.slice(2);
end(await outcomeOf(USAGE, args, () => run(args)));
