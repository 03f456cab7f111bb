import type { PostRef, StageKinds, WaitRule } from '@laurel/domain';
import type { FieldPath } from '../../problems.ts';
import type { StagePlace } from '../place.ts';

/** A post that a stage names, with the field that names it, from the stage on. */
export interface NamedPost {
  readonly reference: PostRef;
  readonly path: FieldPath;
  /** How long it is waited for; left out where nobody waits for this post. */
  readonly wait?: { readonly field: 'wait' | 'answerWait'; readonly rule: WaitRule };
}

/** What the shape of one kind of stage cannot say; one file each, one line each in the registry. Waits are checked for all. */
export interface StageChecks<Kind extends keyof StageKinds> {
  /** The posts that are asked. */
  readonly posts: (stage: StageKinds[Kind]) => readonly NamedPost[];
  readonly check: (stage: StageKinds[Kind], place: StagePlace) => void;
}
