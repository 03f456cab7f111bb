import type { NominationActivities } from '@laurel/contracts';

export type StepName = keyof NominationActivities;

interface Fault {
  readonly step: StepName;
  readonly when: 'before' | 'after-commit';
  left: number;
  readonly error: Error;
}

/** Faults to come: each strikes its step as often as asked, then is gone. */
export class DeskFaults {
  private readonly faults: Fault[] = [];

  /** The step fails `times` times before anything is written. */
  fail(step: StepName, times = 1, error: Error = new Error('the database does not answer')): void {
    this.faults.push({ step, when: 'before', left: times, error });
  }

  /** The step commits, and its worker dies before the answer: `times` times. */
  loseAnswer(step: StepName, times = 1): void {
    this.faults.push({ step, when: 'after-commit', left: times, error: new Error('the worker died after its commit') });
  }

  /** The step fails until the returned function is called. */
  breakDown(step: StepName, error: Error = new Error('the database is down')): () => void {
    const fault: Fault = { step, when: 'before', left: Infinity, error };
    this.faults.push(fault);
    return () => {
      fault.left = 0;
    };
  }

  /** No fault that was planned strikes any more. */
  mendAll(): void {
    for (const fault of this.faults) fault.left = 0;
  }

  /** Throws when a fault of this kind is to strike now. */
  strike(step: StepName, when: Fault['when']): void {
    const fault = this.faults.find((candidate) => candidate.step === step && candidate.when === when && candidate.left > 0);
    if (!fault) return;
    fault.left -= 1;
    throw fault.error;
  }
}
