import type { IsoDate } from '../time.ts';
import type { PostRef } from './post-ref.ts';

/** How the decisions of an issuer, or of everybody at a level, are numbered. */
export interface NumberRule {
  readonly level?: string;
  readonly issuer?: PostRef;
  /** `{n}/QĐ-UBND`: `{n}` stands for the running number, `{year}` for four digits. */
  readonly pattern: string;
  /** Whether the running number begins again each year, so that number and year together name a paper. */
  readonly perYear: boolean;
}

/** A paper of one issuer that bears a number already. */
export interface NumberedPaper {
  readonly signedOn: IsoDate;
  /** It holds the very line that is to be numbered: its date is being mended. */
  readonly own: boolean;
}

/** The rule that numbers a decision: the issuer's own before the level's; null where the rules say nothing. */
export function numberRuleOf(
  { decisionNumbers = [] }: { readonly decisionNumbers?: readonly NumberRule[] },
  level: string,
  issuer: PostRef,
): NumberRule | null {
  const own = decisionNumbers.find((rule) => rule.issuer === issuer && (rule.level ?? level) === level);
  return own ?? decisionNumbers.find((rule) => rule.issuer === undefined && (rule.level ?? level) === level) ?? null;
}

/** Whether a number is written as the rule has it: `12/QĐ-UBND`, also `0012/QĐ-UBND`. `year`: of signing, where that is known. */
export function fitsNumber({ pattern }: NumberRule, number: string, year?: number): boolean {
  const parts = pattern.split(/(\{n\}|\{year\})/);
  const years = year === undefined ? String.raw`\d{4}` : String(year);
  const said = parts.map((part) => (part === '{n}' ? String.raw`0*[1-9]\d{0,5}[a-z]?` : part === '{year}' ? years : literal(part)));
  return new RegExp(`^${said.join('')}$`, 'u').test(number.trim().normalize('NFC'));
}

/** What the spellings of one number have in common: `0012/QĐ-UBND` is `12/QĐ-UBND`. */
export function numberKey(number: string): string {
  return number
    .trim()
    .normalize('NFC')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '');
}

/** Inside what a number names one paper only, with that number: the year of signing, or all years. */
export function numberScope({ perYear }: NumberRule, number: string, signedOn: IsoDate): string {
  return `${perYear ? `year ${signedOn.slice(0, 4)}` : 'ever'}|${numberKey(number)}`;
}

/** Whether an issuer has given the number to a paper of another day, in the year of signing or, where the rule runs on, ever. */
export function isNumberTaken({ perYear }: NumberRule, signedOn: IsoDate, papers: readonly NumberedPaper[]): boolean {
  const counted = papers.filter((paper) => !perYear || paper.signedOn.slice(0, 4) === signedOn.slice(0, 4));
  return counted.some((paper) => !paper.own && paper.signedOn !== signedOn);
}

/** Runs of running numbers, first and last, that lie between papers and that none of them bears. */
export function gapsIn(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const borne = [...new Set(numbers)].toSorted((one, other) => one - other);
  return borne.flatMap((number, index) => {
    const before = borne[index - 1];
    return before === undefined || number === before + 1 ? [] : [[before + 1, number - 1] as const];
  });
}

/** A number as the rule would write it, to show how: `12/QĐ-UBND`. */
export function exampleNumber({ pattern }: NumberRule, year = 2026): string {
  return pattern.replaceAll('{n}', '12').replaceAll('{year}', String(year));
}

// 01/Ctr-UBND, 198/KH-UBND, 05/HD-HĐTĐKT, 39/2012/NĐ-CP, 06/2022/QH15, 34-CT/TW
const PAPER = /^\d{1,6}[a-z]?(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d]*(?:[-/&.]\p{Lu}[\p{L}\d]*)*$/u;

/** Whether a text is written as papers of the State and the Party are numbered. */
export function isPaperNumber(text: string): boolean {
  return PAPER.test(text.trim().normalize('NFC'));
}

function literal(text: string): string {
  return text.normalize('NFC').replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
