import { CANARY_PROGRAMME } from '@laurel/contracts';
import { searchWords } from '../intake/search-text.ts';

/**
 * Limits a statement on `nomination n`, or on another table with unit and programme, to places: a parameter holds
 * `<unit>`, `<programme>/<unit>` or `<programme>/*` entries; null means everywhere. The second condition lets the index
 * on units be used.
 */
export function inPlaces(places: readonly string[], parameterOf: (value: unknown) => string, of = 'n'): string {
  const list = parameterOf(places);
  const somewhere = `(${of}.unit = ANY(${list}) OR ${of}.programme || '/' || ${of}.unit = ANY(${list}) OR ${of}.programme || '/*' = ANY(${list}))`;
  if (places.some((place) => place.endsWith('/*'))) return somewhere;
  const units = parameterOf(places.map((place) => place.slice(place.indexOf('/') + 1)));
  return `${of}.unit = ANY(${units}) AND ${somewhere}`;
}

/** Collects the conditions of a statement and the values that they name. */
export class Conditions {
  readonly values: unknown[];
  private readonly list: string[] = [];

  /** `given`: values that a part of the statement, made before, names already. */
  constructor(given: readonly unknown[] = []) {
    this.values = [...given];
  }

  readonly parameterOf = (value: unknown): string => {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  };

  add(condition: (parameter: string) => string, value: unknown): void {
    this.list.push(condition(this.parameterOf(value)));
  }

  always(condition: string): void {
    this.list.push(condition);
  }

  places(places: readonly string[] | null, of = 'n'): void {
    if (places) this.list.push(inPlaces(places, this.parameterOf, of));
  }

  /** Canaries are in no list but their own. */
  leaveCanariesOut(programme: string | undefined, of = 'n'): void {
    if (programme === undefined) this.add((parameter) => `${of}.programme <> ${parameter}`, CANARY_PROGRAMME);
  }

  get where(): string {
    return this.list.length > 0 ? `WHERE ${this.list.join(' AND ')}` : '';
  }
}

/** Limits a statement on `nomination n` to what has every word of a search, anywhere in its own words. */
export function withWords(conditions: Conditions, search: string | undefined): void {
  for (const word of searchWords(search).split(' ')) if (word !== '') conditions.add(hasWord, likePattern(word));
}

function hasWord(parameter: string): string {
  return `EXISTS (SELECT 1 FROM nomination_words w WHERE w.nomination_id = n.id AND w.words LIKE ${parameter})`;
}

/** The search's words, each found anywhere, with the wildcards of LIKE meant as letters. */
export function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
