import type { NewSeat } from '@laurel/db';
import { assigneeOf, assigneesOf, type BallotRule, type Council, type Directory } from '@laurel/domain';

/**
 * Who sits: the holder of each post, a substitute only where the rule lets one vote. Nobody sits twice: who has a seat of their
 * own stands in for nobody else, and that seat stays with its holder.
 */
export function seatsOf(
  { council, directory }: { readonly council: Council; readonly directory: Directory },
  { substitutes }: Pick<BallotRule, 'substitutes'>,
  at: number,
): readonly NewSeat[] {
  const taken = new Set<string>();
  const holders = { ...directory, substitutions: [] };
  const people = substitutes ? directory : holders;
  const seated = new Set(council.seats.map((post) => assigneeOf(holders, post, at)?.person.id));
  return council.seats.map((post, seat) => {
    const free = assigneesOf(people, post, at).filter(({ person, actingFor }) => actingFor === null || !seated.has(person.id));
    const assignee = free.find(({ person }) => !taken.has(person.id)) ?? null;
    if (assignee) taken.add(assignee.person.id);
    const title = directory.posts.get(post)?.title ?? { vi: post, en: post };
    const [personId, actingForId] = [assignee?.person.id ?? null, assignee?.actingFor?.id ?? null];
    return { seat, post, title, chair: post === council.chair, personId, actingForId };
  });
}
