import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { listProgrammes, loadProgramme, ruleSetInForce, type Programme } from '@laurel/programmes';
import type { RuleSet } from '@laurel/domain';
import type { Call } from './command.ts';
import { usageError } from '../arguments.ts';
import { nameMissing } from './usage.ts';

/** A programme that was named, and the version when the name was that of a version's file. */
export interface Named {
  readonly dir: string;
  readonly version: string | null;
}

/** The names of the programmes in the folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const names = (await isFolder(folder)) ? await listProgrammes(folder) : [];
  if (names.length > 0) return names;
  throw usageError(
    `--programmes "${folder}" không có chương trình nào: viết đường dẫn của thư mục programmes.`,
    `--programmes "${folder}" holds no programme: give the path of the folder programmes.`,
  );
}

/** The folder of a programme given by its name. */
export async function folderOf(name: string, folder: string): Promise<string> {
  const known = await namesIn(folder);
  if (known.includes(name)) return join(folder, name);
  throw usageError(
    `Không có chương trình "${name}": dùng ${known.join(', ')}.`,
    `There is no programme "${name}": use ${known.join(', ')}.`,
  );
}

/** The folder of a programme given by its name in the folder of programmes, or by a path to it or to one of its files. */
export async function locate(name: string, folder: string): Promise<Named> {
  if (!/[/\\]|^\.+$/.test(name)) {
    if (await isFolder(join(folder, name))) return { dir: join(folder, name), version: null };
    return { dir: await folderOf(name, folder), version: null };
  }
  const path = resolve(name);
  if (await isFolder(path)) return { dir: path, version: null };
  if (!(await stat(path).catch(() => null)))
    throw usageError(`Không có "${name}": sửa đường dẫn.`, `There is no "${name}": mend the path.`);
  const inVersions = basename(dirname(path)) === 'versions';
  return inVersions ? { dir: dirname(dirname(path)), version: basename(path, '.yaml') } : { dir: dirname(path), version: null };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** The programme that the command names first. */
export async function theProgramme({ names, folder }: Call, syntax: readonly string[]): Promise<Programme> {
  const [name] = names;
  if (name === undefined) throw nameMissing(syntax);
  return loadProgramme((await locate(name, folder)).dir);
}

/** The version named; without a name the one in force on the date, else the newest. */
export function versionOf({ programme, ruleSets }: Programme, version: string | undefined, option: string, on: string): RuleSet {
  const found =
    version === undefined ? (ruleSetInForce(ruleSets, on) ?? ruleSets.at(-1)) : ruleSets.find((rules) => rules.version === version);
  if (found) return found;
  const known = ruleSets.map((rules) => rules.version).join(', ');
  throw usageError(
    `${option} "${version ?? ''}": ${programme} chỉ có phiên bản ${known}.`,
    `${option} "${version ?? ''}": ${programme} has version ${known} only.`,
  );
}

/** Today's date where most offices of Viet Nam are. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(Date.now());
}
