import { reportUnknown } from './duplicates.ts';
import type { StagePlace } from './place.ts';

/** A stage that decides on an award names one of its own level, or `proposed`: whichever the nomination proposes. */
export function checkDecidedAward(stage: { readonly level: string; readonly award: string }, { file, report }: StagePlace): void {
  if (stage.award === 'proposed') return;
  reportUnknown(stage.award, [...file.awards.map(({ key }) => key), 'proposed'], ['award'], report);
  const award = file.awards.find(({ key }) => key === stage.award);
  if (award && award.level !== stage.level)
    report(['award'], {
      vi: `"${award.key}" thuộc cấp "${award.level}", không phải "${stage.level}"`,
      en: `"${award.key}" is of level "${award.level}", not "${stage.level}"`,
    });
}
