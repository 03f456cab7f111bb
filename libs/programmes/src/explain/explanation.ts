import type { RuleSet, Text } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import { PostNames } from '../words/posts.ts';

/** One rule in words. `id` is its place in the file with keys instead of positions: `stages/unit-review/clock`. */
export interface Fact {
  readonly id: string;
  readonly label: Text;
  readonly value: Text;
}

/** Rules that belong together; a stage is a section. */
export interface Section {
  readonly id: string;
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

/** What the words are made from: the rules, and the titles of the posts that they name. */
export interface Telling {
  readonly rules: RuleSet;
  readonly posts: PostNames;
}

/** Rules and people as the words need them. */
export function tellingOf(rules: RuleSet, people: PeopleFile): Telling {
  return { rules, posts: new PostNames(people) };
}
