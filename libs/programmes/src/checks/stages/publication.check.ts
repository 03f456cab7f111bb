import type { StageChecks } from './stage-checks.ts';

/** Its place at the end is checked with the order of the stages. */
export const publicationChecks: StageChecks<'publication'> = { posts: () => [], check: () => undefined };
