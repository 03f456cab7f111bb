import type { RuleSet, Text } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import { PostNames } from '../words/posts.ts';

/** One rule in words. `id` is its place in the file with keys instead of positions: `stages/unit-review/clock`. */
export interface Fact {
  readonly id: string;
  /** What the file calls it: for whoever writes the file, and for nobody else. */
  readonly key?: string;
  readonly label: Text;
  readonly value: Text;
}

/** Rules that belong together; a stage is a section. */
export interface Section {
  readonly id: string;
  /** As in {@link Fact}. */
  readonly key?: string;
  readonly title: Text;
  readonly facts: readonly Fact[];
}

/** A rule set in words, in both languages. */
export interface Explanation {
  readonly programme: string;
  readonly version: string;
  readonly name: Text;
  readonly sections: readonly Section[];
}

/** A label or title with what the file calls it: `Căn cứ (procedure)`. */
export function withKey({ vi, en }: Text, key: string | undefined): Text {
  return key === undefined ? { vi, en } : { vi: `${vi} (${key})`, en: `${en} (${key})` };
}

/** What the words are made from: the rules, and the titles of the posts that they name. */
export interface Telling {
  readonly rules: RuleSet;
  readonly posts: PostNames;
}

/** Rules and people as the words need them. */
export function tellingOf(rules: RuleSet, people: PeopleFile): Telling {
  return { rules, posts: new PostNames(people) };
}
