// The suite `review`: what the rules that look beyond one nomination take. A part is a line in each of the two tables.
import { measureDuplicates, printDuplicates } from './duplicates.mjs';
import { measureSession, printSession } from './session.mjs';

const MEASURES = { duplicates: measureDuplicates, session: measureSession };
const PRINTED = { duplicates: printDuplicates, session: printSession };

/** @returns the figures of the parts asked for, or of all; `parts` may name parts of other suites */
export async function runReview({ parts, ...options }) {
  const wanted = Object.keys(MEASURES).filter((part) => parts.includes(part));
  const figures = {};
  for (const part of wanted.length > 0 ? wanted : Object.keys(MEASURES)) figures[part] = await MEASURES[part](options);
  return { review: figures };
}

/** The figures as tables for people. */
export function printReview({ review }) {
  return Object.entries(review)
    .map(([part, figures]) => PRINTED[part](figures))
    .join('\n\n');
}
