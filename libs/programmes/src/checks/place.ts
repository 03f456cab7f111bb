import type { WorkingCalendar } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import type { FieldPath, Report } from '../problems.ts';
import type { PlacedRoute } from '../routes-in-file.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';

/** What a programme is checked against; null where that file is itself to be mended first. */
export interface Surroundings {
  readonly folder: string;
  readonly calendar: WorkingCalendar | null;
  readonly people: PeopleFile | null;
}

/** A stage in its file; `report` takes paths from the stage on. */
export interface StagePlace extends Surroundings {
  readonly file: ProgrammeFile;
  readonly route: PlacedRoute;
  readonly index: number;
  readonly report: Report;
}

/** Reports from a place on. */
export function within(report: Report, path: FieldPath): Report {
  return (rest, message) => report([...path, ...rest], message);
}
