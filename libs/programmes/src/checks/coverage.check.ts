import { takes, type RecipientKind, type RouteSubject, type Stream } from '@laurel/domain';
import type { Report } from '../problems.ts';
import type { PlacedRoute } from '../routes-in-file.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { decides } from './award.check.ts';
import { reportDuplicates, reportUnknown } from './duplicates.ts';

const STREAMS = ['regular', 'campaign', 'thematic', 'ad-hoc'] as const satisfies readonly Stream[];

/** Every award must find a route for each kind of recipient, and every route must be the first one for somebody. */
export function checkCoverage(file: ProgrammeFile, routes: readonly PlacedRoute[], report: Report): void {
  const keys = file.awards.map(({ key }) => key);
  reportDuplicates(
    routes.map(({ key }) => key),
    (i) => ['routes', i, 'key'],
    report,
  );
  routes.forEach(({ for: wanted, path }) =>
    wanted.awards?.forEach((award, i) => reportUnknown(award, keys, [...path, 'for', 'awards', i], report)),
  );
  if (routes.length === 0) return;
  file.awards.forEach(({ key, recipientKinds }, i) =>
    recipientKinds.forEach((kind, k) => {
      const covered = subjects(key, kind).some((subject) => routes.some((route) => takes(route, subject)));
      if (!covered) report(['awards', i, 'recipientKinds', k], uncovered(key, kind));
    }),
  );
  checkShadowed(file, routes, report);
  if (file.routes) checkDecided(file, routes, report);
}

/** What a route takes it must be able to give. */
function checkDecided({ awards }: ProgrammeFile, routes: readonly PlacedRoute[], report: Report): void {
  routes.forEach((route) => {
    const taken = awards.filter(({ key, recipientKinds }) =>
      recipientKinds.some((kind) => subjects(key, kind).some((subject) => routes.find((other) => takes(other, subject)) === route)),
    );
    const undecided = taken.filter((award) => !decides(route, award)).map(({ key }) => key);
    if (undecided.length > 0) report([...route.path, 'for'], unable(undecided));
  });
}

function subjects(award: string, recipientKind: RecipientKind): readonly RouteSubject[] {
  return STREAMS.map((stream) => ({ award, recipientKind, stream }));
}

/** A route that stands below others which already take everything it would is never gone. */
function checkShadowed(file: ProgrammeFile, routes: readonly PlacedRoute[], report: Report): void {
  const all = file.awards.flatMap(({ key, recipientKinds }) => recipientKinds.flatMap((kind) => subjects(key, kind)));
  routes.forEach((route, i) => {
    if (all.some((subject) => routes.find((other) => takes(other, subject)) === route)) return;
    const above = routes.slice(0, i).filter((other) => all.some((subject) => takes(other, subject) && takes(route, subject)));
    report([...route.path, 'for'], above.length > 0 ? shadowed(above.map(({ key }) => key)) : NOBODY);
  });
}

const unable = (awards: readonly string[]): { vi: string; en: string } => ({
  vi: `Đường này nhận ${awards.join(', ')} nhưng không bước nào quyết định: thêm bước decision hoặc bớt "for"`,
  en: `This route takes ${awards.join(', ')} but no stage decides on it: add a decision stage or narrow "for"`,
});

const uncovered = (award: string, kind: RecipientKind): { vi: string; en: string } => ({
  vi: `Không đường đi nào nhận "${award}" cho ${kind}: thêm đường đi hoặc mở rộng "for" của một đường`,
  en: `No route takes "${award}" for ${kind}: add a route or widen the "for" of one`,
});

const shadowed = (above: readonly string[]): { vi: string; en: string } => ({
  vi: `Các đường đi đứng trước (${above.join(', ')}) đã nhận hết: đưa đường này lên trên hoặc bỏ đi`,
  en: `The routes before it (${above.join(', ')}) take everything already: move this one up or remove it`,
});

const NOBODY = {
  vi: 'Không danh hiệu nào của chương trình đi đường này: sửa "for"',
  en: 'No award of the programme goes this way: mend "for"',
};
