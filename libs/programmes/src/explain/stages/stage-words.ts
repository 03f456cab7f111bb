import type { PostRef, StageKinds, Text } from '@laurel/domain';
import type { Fact, Telling } from '../explanation.ts';

/**
 * Where a stage may lead: `onward` to the next stage, `up` to the next level, `award` to publication, `end` out of the
 * programme, `back` to the nominator, `again` to someone else at the same stage.
 */
export type Leads = 'onward' | 'up' | 'award' | 'end' | 'back' | 'again';

/** One way out of a stage: when it is taken, and what follows. */
export interface StageOutcome {
  readonly leads: Leads;
  readonly when: Text;
  readonly then: Text;
}

/** The words of one kind of stage; one file each, one line each in the registry. */
export interface StageWords<Kind extends keyof StageKinds> {
  readonly name: Text;
  /** The posts that are asked; empty where the rules alone decide. */
  readonly asked: (stage: StageKinds[Kind]) => readonly PostRef[];
  /** What the kind's rules say; its outcomes are told apart. */
  readonly facts: (stage: StageKinds[Kind], telling: Telling) => readonly Fact[];
  /** What answers lead to. */
  readonly outcomes: (stage: StageKinds[Kind], telling: Telling) => readonly StageOutcome[];
  /** What a picture says of it in a line or two, besides who is asked and by when. */
  readonly brief?: (stage: StageKinds[Kind], telling: Telling) => readonly Text[];
  /** What the end of its time brings, where that is no timeout of people; left out where the timeout policy says it. */
  readonly closing?: (stage: StageKinds[Kind]) => Text;
  /** For a stage without a clock: what its earliest moment is of; left out where it is done at once. */
  readonly earliest?: Text;
  /** What it leads to when nobody answers; null where nobody is asked. */
  readonly silence: (stage: StageKinds[Kind]) => StageOutcome | null;
}
