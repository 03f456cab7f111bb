import { remedyText, type RemedyItem } from '@laurel/contracts';
import type { RemedyResults } from './operations.schemas.ts';

/** An item with its sentence in both languages, where its code has one. */
export function worded(given: RemedyItem): RemedyResults['items'][number] {
  const said = remedyText(given);
  const { facts, ...item } = given;
  return { ...item, ...(facts && { facts: { ...facts } }), ...(said && { detailIn: said }) };
}
