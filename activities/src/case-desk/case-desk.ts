import type { MailHandover } from '@laurel/contracts';
import type { Act, CaseContext, CaseFile, Change, RegistryFacts, Standing, WorkingCalendar, RuleSet } from '@laurel/domain';
import { CaseBlocked, factsNeeded, paperAsked, rulesFor, standingOf } from '@laurel/domain';
import type { CaseRepository, DirectoryRepository, LoadedCase, RegistryFactsReading, RulesRepository } from '@laurel/db';
import { mailRowOf } from './mail-content.ts';

export interface CaseDeskDependencies {
  readonly cases: CaseRepository;
  readonly rules: RulesRepository;
  readonly registry: Pick<RegistryFactsReading, 'of' | 'papers'>;
  readonly directories: DirectoryRepository;
  /** Told after a commit that planned mail for nobody, so that the relay need not wait for its next poll. */
  readonly mailPlanned: () => void;
  /** The relay of this process, where there is one. */
  readonly handover?: MailHandover;
}

/** A nomination that no table knows: its workflow was started by mistake and must not be retried for ever. */
export class UnknownNomination extends Error {
  override readonly name = 'UnknownNomination';
}

/** What a step decides, from a case as it stands; null changes nothing. */
export type Step<Answer> = (loaded: LoadedCase, context: CaseContext) => { readonly change: Change | null; readonly answer: Answer };

// A gate that does not pass means that another run of the same step has just won: read again and follow it.
const TRIES = 5;

/** Where every transition happens: load, decide by the rules, write in one transaction, answer with the standing that won. */
export class CaseDesk {
  private readonly dependencies: CaseDeskDependencies;

  constructor(dependencies: CaseDeskDependencies) {
    this.dependencies = dependencies;
  }

  /** Takes a step. Safe to run twice: the sequence is compared and set, so the second run sees what the first wrote. */
  async take<Answer>(
    input: { readonly nominationId: string; readonly actId?: string; readonly at: number },
    step: Step<Answer>,
  ): Promise<{ readonly standing: Standing; readonly answer: Answer }> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const loaded = await this.dependencies.cases.load(input.nominationId, input.actId ?? null);
      if (!loaded) throw new UnknownNomination(input.nominationId);
      const pinned = await this.dependencies.rules.ruleSet(loaded.details.programme, loaded.details.ruleSetVersion);
      const rules = rulesFor(pinned, loaded.file);
      const context = await this.contextOf(loaded, rules, input.at);
      const { change, answer } = withPeopleOfNow(step, loaded, context);
      if (!change) return { standing: standingOf(loaded.file, rules), answer };
      const standing = standingOf(change.file, rules);
      if (await this.commit(loaded, change, standing, context)) return { standing, answer };
    }
    throw new Error(`Nomination ${input.nominationId} moved ${String(TRIES)} times while a step was taken`);
  }

  /** A step of time or of the engine: done when due, otherwise nothing. */
  async advance(
    input: { readonly nominationId: string; readonly at: number },
    step: (file: CaseFile, context: CaseContext, loaded: LoadedCase) => Change | null,
  ): Promise<Standing> {
    const { standing } = await this.take(input, (loaded, context) => ({ change: step(loaded.file, context, loaded), answer: null }));
    return standing;
  }

  refuseAct(actId: string, code: string, at: number): Promise<void> {
    return this.dependencies.cases.refuseAct(actId, code, at);
  }

  private async commit(loaded: LoadedCase, change: Change, standing: Standing, context: CaseContext): Promise<boolean> {
    const { rules, calendar, directory } = context;
    const { cases, handover, mailPlanned } = this.dependencies;
    const sources = { file: change.file, details: loaded.details, rules, calendar, directory };
    const mails = change.mails.map((mail) => mailRowOf(mail, sources));
    const claim = mails.length > 0 ? (handover?.claim() ?? null) : null;
    const result = await cases.commit({ loaded, change, standing, mails, claim, at: context.at });
    if (!result.passed) return false;
    if (claim) handover?.take(result.claimed, claim);
    else if (mails.length > 0) mailPlanned();
    return true;
  }

  private async contextOf(loaded: LoadedCase, rules: RuleSet, at: number): Promise<CaseContext> {
    const directory = await this.dependencies.directories.at(loaded.details.programme, loaded.directoryVersion);
    const calendar = await this.calendarOf(rules, loaded.file, loaded.act);
    const facts = await this.factsOf(loaded, { rules, calendar, at });
    const { nomineeHolds } = loaded;
    const context: CaseContext = { rules, directory, at, calendar, nomineeHolds, ...(facts && { facts }) };
    const asked = paperAsked(loaded.file, context, loaded.act?.state === 'pending' ? loaded.act : null);
    return asked
      ? { ...context, papers: await this.dependencies.registry.papers(loaded.file.nominationId, asked.issuer, asked.number) }
      : context;
  }

  /** What of other cases this step looks at; null, and nothing is read, where its rules look at none. */
  private async factsOf(loaded: LoadedCase, context: Pick<CaseContext, 'rules' | 'calendar' | 'at'>): Promise<RegistryFacts | null> {
    const { file, act, details } = loaded;
    const wanted = factsNeeded(file, context, act?.state === 'pending' ? act : null, details.campaign);
    return wanted && this.dependencies.registry.of(file.nominationId, wanted, file.state === 'SUBMITTED');
  }

  /** The pinned calendar; a recalculation is planned with the one it moves the case to. */
  private calendarOf(rules: RuleSet, file: CaseFile, act: Act | null): WorkingCalendar | Promise<WorkingCalendar> {
    const version = act?.body.kind === 'recalculate' ? act.body.calendarVersion : file.calendarVersion;
    return version === rules.calendar.version ? rules.calendar : this.dependencies.rules.calendar(rules.calendar.id, version);
  }
}

/**
 * A step keeps the instant of its first attempt, also while it waits for somebody to be appointed: that appointment is later,
 * so who holds a post is then asked as of now. Everything else stays as of the instant of the step.
 */
function withPeopleOfNow<Answer>(step: Step<Answer>, loaded: LoadedCase, context: CaseContext): ReturnType<Step<Answer>> {
  try {
    return step(loaded, context);
  } catch (error) {
    if (!(error instanceof CaseBlocked)) throw error;
    return step(loaded, { ...context, peopleAt: Math.max(context.at, Date.now()) });
  }
}
