import type { ConveneRequest, CouncilNamed, LawfulDay, WaitingLine } from '../../api/types.ts';
import { instantOfWall, wallOfInstant } from '../../words/dates.ts';
import type { Words } from '../../words/vi.ts';

/** What somebody has filled in so far. Times are what clocks on the wall show, `2026-12-01T08:00`. */
export interface ConveneDraft {
  readonly meets: string;
  /** Empty: when the council meets. */
  readonly opens: string;
  readonly closes: string;
  readonly closesWhenAllVoted: boolean;
  /** Nominations that wait for another session. */
  readonly left: ReadonlySet<string>;
}

export const EMPTY: ConveneDraft = { meets: '', opens: '', closes: '', closesWhenAllVoted: true, left: new Set() };

export type ConveneField = 'meets' | 'opens' | 'closes' | 'agenda';

/** What is wrong with a field, in the reader's language. */
export type Wrong = { readonly [Field in ConveneField]?: string };

export const opensIn = ({ opens, meets }: ConveneDraft): string => (opens === '' ? meets : opens);

export const chosenOf = (lines: readonly WaitingLine[], { left }: ConveneDraft): readonly WaitingLine[] =>
  lines.filter(({ nominationId }) => !left.has(nominationId));

/** What the server would refuse anyway, said before it is asked. Walls of one zone are compared as texts. */
export function wrongIn(draft: ConveneDraft, lines: readonly WaitingLine[], now: number, words: Words): Wrong {
  const { meets, closes } = draft;
  const opens = opensIn(draft);
  const wrong: { [Field in ConveneField]?: string } = {};
  if (meets === '') wrong.meets = words.meetsMissing;
  else if (opens < meets) wrong.opens = words.opensTooEarly;
  if (closes === '') wrong.closes = words.closesMissing;
  else if (closes <= opens) wrong.closes = words.closesTooEarly;
  else if (Date.parse(instantOfWall(closes)) <= now) wrong.closes = words.closesPast;
  if (chosenOf(lines, draft).length === 0) wrong.agenda = words.agendaMissing;
  return wrong;
}

export function requestOf(named: CouncilNamed, draft: ConveneDraft, lines: readonly WaitingLine[]): ConveneRequest {
  return {
    ...named,
    meetsAt: instantOfWall(draft.meets),
    ballotOpensAt: instantOfWall(opensIn(draft)),
    ballotClosesAt: instantOfWall(draft.closes),
    closesWhenAllVoted: draft.closesWhenAllVoted,
    agenda: chosenOf(lines, draft).map(({ nominationId }) => nominationId),
  };
}

/** Whether the council that meets as drafted may not vote on the line yet. */
export function tooEarlyFor({ firstLawful }: WaitingLine, { meets }: ConveneDraft): boolean {
  return firstLawful !== null && meets !== '' && Date.parse(instantOfWall(meets)) < Date.parse(firstLawful.at);
}

/** The same hours, moved so that the council meets on the lawful day. */
export function movedTo({ at }: LawfulDay, draft: ConveneDraft): ConveneDraft {
  const begins = wallOfInstant(at);
  const sameHour = `${begins.slice(0, 10)}${draft.meets.slice(10)}`;
  const meets = sameHour < begins ? begins : sameHour;
  const by = Date.parse(instantOfWall(meets)) - Date.parse(instantOfWall(draft.meets));
  const moved = (wall: string): string => (wall === '' ? '' : wallOfInstant(new Date(Date.parse(instantOfWall(wall)) + by).toISOString()));
  return { ...draft, meets, opens: moved(draft.opens), closes: moved(draft.closes) };
}

/** The lines that may not be voted on yet wait for another session. */
export function withoutEarly(draft: ConveneDraft, lines: readonly WaitingLine[]): ConveneDraft {
  const early = lines.filter((line) => tooEarlyFor(line, draft)).map(({ nominationId }) => nominationId);
  return { ...draft, left: new Set([...draft.left, ...early]) };
}
