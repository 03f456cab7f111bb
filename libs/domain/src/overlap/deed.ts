import type { IsoDate } from '../time.ts';

/** What somebody did, as far as two filings of it can be told apart: folded words of its title, and when it happened. */
export interface Deed {
  readonly title: string;
  /** Null where the paper does not say. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/**
 * Lower-case words without Vietnamese diacritics: what two spellings of one name have in common. Signs between words
 * are spaces. The result is what the registry compares, never what people read.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function deedOf(title: string, from: IsoDate | null, to: IsoDate | null): Deed {
  return { title: foldWords(title), from, to: to ?? from };
}

/** Whether two filings tell of one deed: the same words, and days that meet; days nobody wrote down meet all others. */
export function sameDeed(one: Deed, other: Deed): boolean {
  return one.title !== '' && one.title === other.title && meets(one, other) && meets(other, one);
}

/** The first does not begin after the second has ended. */
function meets(one: Deed, other: Deed): boolean {
  return one.from === null || other.to === null || one.from <= other.to;
}
