import type { PostRef, Text } from '@laurel/domain';
import type { PeopleFile, PostEntry } from '../people-file.ts';
import { joined, listed, plain, text } from './text.ts';

const OWN_UNIT = '@unit/';

/** Names posts as people.yaml titles them. */
export class PostNames {
  readonly #people: PeopleFile;

  constructor(people: PeopleFile) {
    this.#people = people;
  }

  /** The title; for a post of the nominator's unit, every title that it has in some unit. */
  name(reference: PostRef): Text {
    const titles = distinct(this.#entries(reference).map(({ title }) => title));
    if (titles.length === 0) return plain(reference);
    if (!reference.startsWith(OWN_UNIT)) return joined(titles);
    const named = listed(titles, text('hoặc', 'or'));
    if (titles.length === 1) return text(`${named.vi} (đơn vị đề nghị)`, `${named.en} (nominating unit)`);
    return text(`${named.vi}, tùy đơn vị đề nghị`, `${named.en}, by nominating unit`);
  }

  /** As {@link name}, for where there is little room. */
  shortName(reference: PostRef): Text {
    const titles = distinct(this.#entries(reference).map(({ title }) => title));
    const [first] = titles;
    if (!first || titles.length < 3) return this.name(reference);
    return text(`${first.vi} (hoặc người đứng đầu tương đương)`, `${first.en} (or whoever holds that post)`);
  }

  /** Who stands above the post; null where nobody does. */
  superior(reference: PostRef): Text | null {
    const keys = new Set(this.#entries(reference).flatMap(({ superior }) => (superior === null ? [] : [superior])));
    return keys.size === 0
      ? null
      : listed(
          [...keys].map((key) => this.name(key)),
          text('hoặc', 'or'),
        );
  }

  #entries(reference: PostRef): readonly PostEntry[] {
    if (!reference.startsWith(OWN_UNIT)) return this.#people.posts.filter(({ key }) => key === reference);
    const tail = reference.slice(OWN_UNIT.length);
    const parents = new Set(this.#people.units.map(({ parent }) => parent));
    const leaves = this.#people.units.filter(({ key }) => !parents.has(key)).map(({ key }) => `${key}/${tail}`);
    return this.#people.posts.filter(({ key }) => leaves.includes(key));
  }
}

function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((said) => [said.vi, said])).values()];
}

/** The posts, joined: "A, B và C". */
export function postList(names: PostNames, references: readonly PostRef[]): Text {
  return listed(references.map((reference) => names.name(reference)));
}

/** Everyone who stands above one of the posts; null where nobody does. */
export function superiorsOf(names: PostNames, references: readonly PostRef[]): Text | null {
  const found = references.flatMap((reference) => names.superior(reference) ?? []);
  const several = distinct(found);
  return several.length === 0 ? null : listed(several);
}
