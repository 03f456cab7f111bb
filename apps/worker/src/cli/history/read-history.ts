import type { HistoryRecord } from '@laurel/db';
import { foldWords, type AwardType, type IsoDate, type RecipientKind, type Text } from '@laurel/domain';
import type { FileRow } from './table.ts';

/** What is wrong with one cell, and how to mend it. */
export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly message: Text;
}

export interface HistoryReading {
  readonly records: readonly HistoryRecord[];
  readonly problems: readonly RowProblem[];
}

/** What the rows are checked against. */
export interface HistoryWorld {
  readonly awards: readonly AwardType[];
  readonly units: ReadonlySet<string>;
  readonly today: IsoDate;
}

/** The columns of a history file; those after the bar may be empty. */
export const COLUMNS = {
  needed: ['award', 'signed_on', 'nominee', 'kind', 'unit'],
  optional: ['number', 'year', 'birth_year', 'reference', 'achievement', 'from', 'to'],
} as const;

const KINDS: Readonly<Record<string, RecipientKind>> = {
  individual: 'individual',
  'ca nhan': 'individual',
  collective: 'collective',
  'tap the': 'collective',
  household: 'household',
  'ho gia dinh': 'household',
};

/** Reads every row; the file is taken over only where no row has a problem. */
export function readHistory(rows: readonly FileRow[], world: HistoryWorld): HistoryReading {
  const readings = rows.map((row) => new RowReader(row, world));
  const records = readings.flatMap((reading) => reading.record() ?? []);
  const problems = readings.flatMap((reading) => reading.problems);
  return { records, problems: [...problems, ...repeated(readings)] };
}

/** A title told twice, and a title of a lifetime told of one nominee twice. */
function repeated(readings: readonly RowReader[]): RowProblem[] {
  const seen = new Map<string, number>();
  return readings.flatMap((reading): RowProblem[] => {
    const key = reading.key();
    if (key === null) return [];
    const first = seen.get(key);
    if (first === undefined) seen.set(key, reading.row);
    if (first === undefined) return [];
    const message = {
      vi: `Trùng với dòng ${String(first)}: xóa một trong hai dòng`,
      en: `The same as row ${String(first)}: delete one of them`,
    };
    return [{ row: reading.row, column: 'nominee', message }];
  });
}

/** One row: each cell is read once, and what is wrong with it is kept. */
class RowReader {
  readonly problems: RowProblem[] = [];
  readonly row: number;
  private readonly cells: FileRow['cells'];
  private readonly world: HistoryWorld;
  private readonly read: HistoryRecord | null;

  constructor({ row, cells }: FileRow, world: HistoryWorld) {
    this.row = row;
    this.cells = cells;
    this.world = world;
    this.read = this.readAll();
  }

  record(): HistoryRecord | null {
    return this.read;
  }

  key(): string | null {
    if (!this.read) return null;
    const { award, reference, fullName, birthYear, unit, signedOn, number, achievement } = this.read;
    const nominee = reference ?? [foldWords(fullName), birthYear, unit].join('|');
    const once = award.repeat === 'once-in-a-lifetime';
    return JSON.stringify(once ? [award.key, nominee] : [award.key, nominee, signedOn, number, achievement]);
  }

  private readAll(): HistoryRecord | null {
    const award = this.award();
    const signedOn = this.date('signed_on', true);
    const fullName = this.needed('nominee');
    const kind = this.kind(award);
    const unit = this.unit();
    const year = this.whole('year', 1945) ?? Number(signedOn?.slice(0, 4));
    const birthYear = this.whole('birth_year', 1900);
    const [from, to] = [this.date('from', false), this.date('to', false)];
    if (from !== null && to !== null && to < from)
      this.tell('to', 'Ngày cuối sớm hơn ngày đầu: sửa lại', 'It ends before it begins: mend it');
    if (this.problems.length > 0 || !award || signedOn === null || kind === null) return null;
    const { number, reference, achievement } = this.cells;
    const papers = { number: number || null, reference: reference || null, achievement: achievement || null };
    return { award, signedOn, fullName, kind, unit, year, birthYear, from, to, ...papers };
  }

  private needed(column: string): string {
    const value = this.cells[column] ?? '';
    if (value === '') this.tell(column, 'Còn trống: điền vào', 'Empty: fill it in');
    return value;
  }

  private award(): AwardType | null {
    const key = this.needed('award');
    const award = this.world.awards.find((known) => known.key === key) ?? null;
    if (!award && key !== '') {
      const known = this.world.awards.map((each) => each.key).join(', ');
      this.tell('award', `Không có danh hiệu "${key}": ghi một trong ${known}`, `Unknown award "${key}": give one of ${known}`);
    }
    return award;
  }

  private kind(award: AwardType | null): RecipientKind | null {
    const said = this.needed('kind');
    const kind = KINDS[foldWords(said)] ?? null;
    if (!kind && said !== '')
      this.tell(
        'kind',
        `Không rõ "${said}": ghi cá nhân, tập thể hoặc hộ gia đình`,
        `Unknown "${said}": individual, collective or household`,
      );
    if (kind && award && !award.recipientKinds.includes(kind))
      this.tell('kind', 'Danh hiệu này không tặng cho đối tượng này: xem lại', 'This award is not given to such recipients: look again');
    return kind;
  }

  private unit(): string {
    const unit = this.needed('unit');
    if (unit !== '' && !this.world.units.has(unit))
      this.tell('unit', `Không có đơn vị "${unit}": xem people.yaml`, `Unknown unit "${unit}": see people.yaml`);
    return unit;
  }

  private whole(column: string, least: number): number | null {
    const value = this.cells[column] ?? '';
    if (value === '') return null;
    const number = Number(value);
    if (/^\d{4}$/.test(value) && number >= least && number <= Number(this.world.today.slice(0, 4))) return number;
    this.tell(column, `"${value}" không phải là năm: ghi bốn chữ số`, `"${value}" is no year: write four digits`);
    return null;
  }

  private date(column: string, needed: boolean): IsoDate | null {
    const value = needed ? this.needed(column) : (this.cells[column] ?? '');
    if (value === '') return null;
    const date = isoDateOf(value);
    if (date !== null && date <= this.world.today) return date;
    this.tell(
      column,
      `"${value}" không phải là ngày đã qua: ghi như 2022-09-30 hoặc 30/9/2022`,
      `"${value}" is no day of the past: write it as 2022-09-30 or 30/9/2022`,
    );
    return null;
  }

  private tell(column: string, vi: string, en: string): void {
    this.problems.push({ row: this.row, column, message: { vi, en } });
  }
}

/** `2022-09-30`, or `30/9/2022` as papers write it; null for what is no day. */
function isoDateOf(text: string): IsoDate | null {
  const paper = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = paper ? `${paper[3] ?? ''}-${(paper[2] ?? '').padStart(2, '0')}-${(paper[1] ?? '').padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}
