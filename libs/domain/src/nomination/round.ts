import type { CaseFile } from './case-file.ts';

/** The round that a case is in: a return or a revival begins a new one, and what was said in earlier ones no longer counts. */
export function roundOf({ returns, revivals }: Pick<CaseFile, 'returns' | 'revivals'>): number {
  return returns + revivals;
}
