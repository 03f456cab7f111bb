import type { useNames } from '../../api/names.ts';
import type { Grant } from '../../api/types.ts';

/** Where a role is good for, by name: `Phường số 1 · Người tốt, việc tốt quận Nam Từ Liêm`. */
export function placeOf({ programme, unit }: Grant, names: ReturnType<typeof useNames>, everywhere: string): string {
  if (programme === null) return unit ?? everywhere;
  return [...(unit === null ? [] : [names.unit(programme, unit)]), names.programme(programme)].join(' · ');
}
