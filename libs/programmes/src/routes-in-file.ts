import type { Route } from '@laurel/domain';
import type { FieldPath, Report } from './problems.ts';
import type { ProgrammeFile } from './schemas/programme.schema.ts';

/** A route with its place in the file: the top of the file where there is one for all. */
export interface PlacedRoute extends Route {
  readonly path: FieldPath;
}

type Written = NonNullable<ProgrammeFile['routes']>[number];

const STANDARD = { key: 'standard', name: { vi: 'Thông thường', en: 'Standard' }, for: {} } as const;

/**
 * The routes of a file, the programme's completion and withdrawal in each that has none of its own. A route that lacks
 * one is left out after a report.
 */
export function routesInFile(file: ProgrammeFile, report: Report = () => undefined): readonly PlacedRoute[] {
  if (file.routes && file.stages) report(['stages'], BOTH);
  const written: readonly Written[] = file.routes ?? (file.stages ? [{ ...STANDARD, stages: file.stages }] : []);
  if (written.length === 0) report(['stages'], NEITHER);
  return written.flatMap((route, i): PlacedRoute[] => {
    const path = file.routes ? ['routes', i] : [];
    const { completion = file.completion, withdrawUntil = file.withdrawUntil } = route;
    if (!completion) reportMissing(path, 'completion', report);
    if (!withdrawUntil) reportMissing(path, 'withdrawUntil', report);
    return completion && withdrawUntil ? [{ ...route, completion, withdrawUntil, path }] : [];
  });
}

function reportMissing(path: FieldPath, field: string, report: Report): void {
  report([...path, field], { vi: `Thiếu "${field}": hãy thêm trường này`, en: `"${field}" is missing: add it` });
}

const BOTH = {
  vi: 'Đã có "routes": chuyển các bước này vào một đường đi',
  en: 'There are "routes" already: move these stages into one of them',
};

const NEITHER = {
  vi: 'Thiếu "stages": hãy thêm các bước, hoặc "routes" khi có nhiều đường đi',
  en: '"stages" is missing: add the stages, or "routes" where there are several ways',
};
