import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { IsoDate, RuleSet, WorkingCalendar } from '@laurel/domain';
import { checkCalendar } from './checks/calendar.check.ts';
import { checkPeople } from './checks/people.check.ts';
import { checkProgramme } from './checks/programme.check.ts';
import type { PeopleFile } from './people-file.ts';
import { ProgrammeInvalid, type Problem } from './problems.ts';
import { calendarFile } from './schemas/calendar.schema.ts';
import { peopleFile } from './schemas/people.schema.ts';
import { programmeFile, type ProgrammeFile } from './schemas/programme.schema.ts';
import { routesInFile } from './routes-in-file.ts';
import { readShape, readSource, type SourceFile } from './source-file.ts';

/** A season that the local stack opens by itself. */
export interface DemoCampaign {
  readonly key: string;
  readonly opensAt: IsoDate;
}

/** A programme as it is on disk: all its versions by their first day, its people, its demo seasons. */
export interface Programme {
  readonly programme: string;
  readonly ruleSets: readonly RuleSet[];
  readonly people: PeopleFile;
  readonly demoCampaigns: readonly DemoCampaign[];
}

interface Version {
  readonly source: SourceFile;
  readonly file: ProgrammeFile;
  readonly calendar: WorkingCalendar | null;
}

/**
 * Reads `<dir>/programme.yaml` or every `<dir>/versions/*.yaml`, `<dir>/people.yaml`, and the calendars they name from
 * the folder `calendars` beside `dir`.
 * @throws ProgrammeInvalid with every problem found in any of the files.
 */
export async function loadProgramme(dir: string): Promise<Programme> {
  const reader = new Reader(resolve(dir));
  const people = await reader.people();
  const versions = await reader.versions();
  for (const { source, file, calendar } of versions)
    checkProgramme(file, { folder: basename(resolve(dir)), calendar, people }, source.report);
  checkVersions(versions);
  const problems = reader.problems();
  if (problems.length > 0 || people === null) throw new ProgrammeInvalid(problems);
  const ruleSets = versions.flatMap(({ file, calendar }) => (calendar ? toRuleSet(file, calendar) : []));
  const demoCampaigns = versions.flatMap(({ file }) => file.demoCampaigns);
  return { programme: basename(resolve(dir)), ruleSets: ruleSets.sort(byFirstDay), people, demoCampaigns };
}

/** Names of the programme folders under a root, sorted. */
export async function listProgrammes(rootDir: string): Promise<string[]> {
  const entries = await readdir(rootDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const found = await Promise.all(folders.map(async (name) => (await versionFiles(join(rootDir, name))).length > 0));
  return folders.filter((_, i) => found[i]).sort();
}

async function versionFiles(dir: string): Promise<string[]> {
  const inFolder = async (folder: string): Promise<string[]> =>
    (await readdir(folder).catch(ifMissing([]))).map((name) => join(folder, name));
  const single = (await inFolder(dir)).filter((path) => basename(path) === 'programme.yaml');
  const several = (await inFolder(join(dir, 'versions'))).filter((path) => path.endsWith('.yaml'));
  return [...single, ...several].sort();
}

function ifMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return instead;
    throw error;
  };
}

/** Reads each file once and keeps what is wrong with it. */
class Reader {
  readonly #dir: string;
  readonly #sources = new Map<string, SourceFile>();
  readonly #calendars = new Map<string, WorkingCalendar | null>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  problems(): Problem[] {
    return [...this.#sources.values()].flatMap(({ problems }) => problems);
  }

  async people(): Promise<PeopleFile | null> {
    const source = await this.#source(join(this.#dir, 'people.yaml'));
    const people = readShape(source, peopleFile);
    if (people) checkPeople(people, source.report);
    return people;
  }

  async versions(): Promise<Version[]> {
    const paths = await versionFiles(this.#dir);
    if (paths.length === 0) paths.push(join(this.#dir, 'programme.yaml'));
    const versions: Version[] = [];
    for (const path of paths) {
      const source = await this.#source(path);
      const file = readShape(source, programmeFile);
      if (file) versions.push({ source, file, calendar: await this.#calendar(file.calendar, source) });
    }
    return versions;
  }

  async #calendar(id: string, namedBy: SourceFile): Promise<WorkingCalendar | null> {
    const known = this.#calendars.get(id);
    if (known !== undefined) return known;
    const path = join(dirname(this.#dir), 'calendars', `${id}.yaml`);
    const text = await readFile(path, 'utf8').catch(ifMissing(null));
    if (text === null) {
      namedBy.report(['calendar'], {
        vi: `Không có tệp calendars/${id}.yaml: tạo tệp đó hoặc đổi tên lịch`,
        en: `There is no file calendars/${id}.yaml: make it or name another calendar`,
      });
      return null;
    }
    const source = this.#keep(path, text);
    const calendar = readShape(source, calendarFile);
    if (calendar) checkCalendar(calendar, id, source.report);
    this.#calendars.set(id, calendar);
    return calendar;
  }

  async #source(path: string): Promise<SourceFile> {
    const text = await readFile(path, 'utf8').catch(ifMissing(null));
    const source = this.#keep(path, text ?? '');
    if (text === null)
      source.problems.push({
        file: source.file,
        line: 1,
        column: 1,
        field: '',
        message: { vi: 'Thiếu tệp này: hãy tạo', en: 'This file is missing: make it' },
      });
    return source;
  }

  #keep(path: string, text: string): SourceFile {
    const source = readSource(relative(dirname(this.#dir), path), text);
    this.#sources.set(path, source);
    return source;
  }
}

function byFirstDay(a: RuleSet, b: RuleSet): number {
  return a.validFrom < b.validFrom ? -1 : 1;
}

/** Versions of one programme follow one another without overlapping. */
function checkVersions(versions: readonly Version[]): void {
  const ordered = [...versions].sort((a, b) => (a.file.validFrom < b.file.validFrom ? -1 : 1));
  ordered.forEach(({ source, file }, i) => {
    const before = ordered[i - 1]?.file;
    if (ordered.some((other, j) => j < i && other.file.version === file.version))
      source.report(['version'], {
        vi: `Phiên bản "${file.version}" đã có: đặt số khác`,
        en: `Version "${file.version}" exists already: choose another`,
      });
    if (before && (before.validTo === null || file.validFrom <= before.validTo))
      source.report(['validFrom'], {
        vi: `Phiên bản "${before.version}" còn hiệu lực đến ${before.validTo ?? 'nay'}: sửa ngày`,
        en: `Version "${before.version}" is valid until ${before.validTo ?? 'further notice'}: mend the dates`,
      });
  });
}

function toRuleSet(file: ProgrammeFile, calendar: WorkingCalendar): readonly RuleSet[] {
  const { demoCampaigns, routes: several, ...rules } = file;
  const routes = routesInFile(file).map(({ path, ...route }) => route);
  const [first] = routes;
  if (!first) return [];
  const { stages, completion, withdrawUntil } = first;
  return [{ ...rules, calendar, routes: several ? routes : [], stages, completion, withdrawUntil }];
}
