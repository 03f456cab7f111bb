import type { ActBody, RefusalCode } from '@laurel/domain';
import type { Standing } from './standing.ts';
import type { ActOutcome, SubmitActInput, SubmitDecisionInput } from './nomination-messages.ts';

/** An act as it is first written, before any workflow knows of it. */
export interface NewAct {
  /** Given where the same deed may be written twice: the second finds the first. */
  readonly id?: string;
  readonly nominationId: string;
  /** Person id, `source:<event source>` or `operator:<key id>`. */
  readonly actor: string;
  readonly reason: string | null;
  readonly body: ActBody;
  /** Network address and agent of a mailed link's user. */
  readonly origin: { readonly address: string; readonly agent: string } | null;
}

/** What is known of an act. */
export interface ActStatus {
  readonly id: string;
  readonly state: 'pending' | 'recorded' | 'refused';
  readonly refusal: RefusalCode | null;
  readonly seq: number | null;
  readonly settledAt: number | null;
}

/** The act rows; implemented by libs/db. */
export interface ActDesk {
  /** Writes the act, or finds the one that the same person already made with the same choice on the same task. */
  write(act: NewAct): Promise<ActStatus>;
  statusOf(actId: string): Promise<ActStatus | null>;
  /** Marks an act that the workflow's validator refused; does nothing once it is settled. */
  refuse(actId: string, code: RefusalCode): Promise<void>;
}

/** `NOT_CONFIRMED`: no answer in time, the act may or may not be recorded; pressing again does not count twice. */
export type Confirmation = ActOutcome | 'NOT_CONFIRMED';

/** The workflow engine in domain words; implemented by libs/temporal. Never throws for an absent server. */
export interface NominationGateway {
  submitDecision(nominationId: string, input: SubmitDecisionInput, withinMs: number): Promise<Confirmation>;
  submitAct(nominationId: string, input: SubmitActInput, withinMs: number): Promise<Confirmation>;
  /** Starts the workflow; starting it again is harmless. Throws when the server cannot be reached, {@link StartRefused} when it refuses for good. */
  startNomination(input: StartNomination): Promise<void>;
  /** Tells the workflow of an act nobody waits for. Throws when the server cannot be reached. */
  signalAct(nominationId: string, input: SubmitActInput): Promise<'told' | 'no-such-workflow'>;
  /**
   * Tells the workflow of an act that a case takes after its end, and starts it again where it has completed. Throws when
   * the server cannot be reached.
   */
  takeUp(start: StartNomination, input: SubmitActInput): Promise<void>;
  ping(withinMs: number): Promise<boolean>;
}

export interface StartNomination {
  readonly nominationId: string;
  readonly programme: string;
  readonly campaign: string;
  /** Where it stands once received; null leaves receiving to the workflow. */
  readonly standing: Standing | null;
}

/** The server will never start this workflow: what it is given is wrong, not the moment. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
