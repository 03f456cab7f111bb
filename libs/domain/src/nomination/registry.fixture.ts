import { shareBase } from '../caps/index.ts';
import type { HeldAward, RegistryFacts } from '../eligibility/registry-facts.ts';
import { deedOf } from '../overlap/index.ts';
import type { RuleSet } from '../route/rule-set.ts';
import type { CaseFile } from './case-file.ts';
import type { Change, DecisionLine, Effect } from './change.ts';
import { ruleSet } from './case.fixture.ts';
import { CaseStory, type Setting } from './case-story.fixture.ts';
import type { CaseContext } from './draft.ts';

interface Slot {
  readonly scope: string;
  readonly number: number;
  readonly level: string;
  readonly nominationId: string;
}

/** What nominations of one programme see of one another, as the tables would say it. */
export class Registry {
  readonly stories: RegisteredStory[] = [];
  slots: readonly Slot[] = [];
  records: readonly (HeldAward & { readonly nominee: string; readonly revoked: boolean })[] = [];
  readonly relied: { readonly nominationId: string; readonly recordId: string }[] = [];
  readonly effects: Effect[] = [];

  factsOf(story: RegisteredStory): RegistryFacts {
    const others = this.stories.filter((other) => other !== story && other.nominee === story.nominee && other.file.endedAt === null);
    const numbersIn = (scope: string): number[] => this.slots.filter((slot) => slot.scope === scope).map(({ number }) => number);
    return {
      nominationId: story.file.nominationId,
      nominee: story.nominee,
      campaign: '2025',
      deed: deedOf(story.deed, null, null),
      submittedAt: story.file.submittedAt,
      records: this.records.filter(({ nominee, revoked }) => nominee === story.nominee && !revoked),
      rivals: others.map(({ file, deed }) => ({
        nominationId: file.nominationId,
        award: file.award,
        deed: deedOf(deed, null, null),
        submittedAt: file.submittedAt,
        received: file.state !== 'SUBMITTED',
      })),
      lookalikes: [],
      taken: Object.fromEntries(this.slots.map(({ scope }) => [scope, numbersIn(scope)])),
      given: this.givenFor(story.rules),
    };
  }

  /** What the shares among the caps are shares of: all of this season, of all units, in its one year. */
  private givenFor({ programme, awards }: RuleSet): Readonly<Record<string, number>> {
    const place = { programme, unit: '', campaign: '2025', year: 2025, nominee: '' };
    return Object.fromEntries(
      awards.flatMap((award) => {
        const base = shareBase(award, place);
        return base ? [[base.scope, this.records.filter((record) => record.award === base.award && !record.revoked).length]] : [];
      }),
    );
  }

  /** Writes a change, or refuses it as the unique places would. */
  write(story: RegisteredStory, change: Change): void {
    for (const effect of change.effects) this.apply(story, effect);
    for (const line of change.lines) if (line.award !== null) this.keep(story, line, line.award);
    this.effects.push(...change.effects);
  }

  private apply(story: RegisteredStory, effect: Effect): void {
    const { nominationId } = story.file;
    if (effect.is === 'slot-taken') {
      if (this.slots.some(({ scope, number }) => scope === effect.scope && number === effect.number))
        throw new Error(`${effect.scope} is taken twice`);
      this.slots = [...this.slots, { scope: effect.scope, number: effect.number, level: effect.level, nominationId }];
    }
    if (effect.is === 'slots-released')
      this.slots = this.slots.filter((slot) => slot.nominationId !== nominationId || slot.level !== (effect.level ?? slot.level));
    if (effect.is === 'decision-numbered')
      this.records = this.records.map((record) =>
        record.nominationId === nominationId ? { ...record, signedYear: Number(effect.signedOn.slice(0, 4)) } : record,
      );
    if (effect.is === 'relied-on') this.relied.push({ nominationId, recordId: effect.recordId });
    if (effect.is === 'revoked')
      this.records = this.records.map((record) => (record.nominationId === nominationId ? { ...record, revoked: true } : record));
  }

  private keep({ file, nominee, rules, deed }: RegisteredStory, line: DecisionLine, award: string): void {
    const id = `${file.nominationId}-${line.level}-${String(this.records.length)}`;
    const given = { nominationId: file.nominationId, programme: rules.programme, award, campaign: '2025', year: 2025, signedYear: 2025 };
    this.records = [...this.records, { ...given, id, nominee, revoked: false, deed: deedOf(deed, null, null) }];
  }
}

export interface Filing {
  readonly nominee?: string;
  readonly deed?: string;
  readonly rules?: RuleSet;
  readonly file?: Partial<CaseFile>;
  readonly people?: Setting['people'];
}

/** A case that lives beside others in a registry. */
export class RegisteredStory extends CaseStory {
  readonly nominee: string;
  readonly deed: string;
  private readonly registry: Registry;

  constructor(registry: Registry, { nominee = 'p1', deed = 'Cứu người', rules = ruleSet(), file = {}, people }: Filing = {}) {
    super({ rules, file: { nominationId: `n${String(registry.stories.length + 1)}`, ...file }, ...(people && { people }) });
    this.nominee = nominee;
    this.deed = deed;
    this.registry = registry;
    registry.stories.push(this);
  }

  /** Files a nomination, and lets intake receive it. */
  static filed(registry: Registry, filing: Filing = {}): RegisteredStory {
    const story = new RegisteredStory(registry, filing);
    story.receive();
    return story;
  }

  override get context(): CaseContext {
    return { ...super.context, facts: this.registry.factsOf(this) };
  }

  override take(change: Change | null): boolean {
    if (change) this.registry.write(this, change);
    return super.take(change);
  }

  /** Approves as far as the district's authority, who signs. */
  approve(): string | null {
    if (this.file.state !== 'RECEIVED') return 'not open';
    if (this.open[0]?.kind === 'review') this.decide('approve');
    const refused = this.decide('approve');
    if (refused === null) while (this.standing.next?.step === 'publish') this.wake();
    return refused;
  }
}
