import { createHash } from 'node:crypto';
import { civilDateOf, foldWords, routeFor, type RuleSet, type Stream } from '@laurel/domain';
import { newId } from '../ids.ts';
import { identityOf } from '../nominees/identity.ts';
import type { Database } from '../database.ts';
import type { RulesRepository } from '../rules/index.ts';
import { AGAINST } from './intake-words.ts';
import type { IntakeError, IntakeEventOf, IntakeOrigin, Stored } from './intake.types.ts';
import { searchWords } from './search-text.ts';
import { EXPLAIN_SUBMITTED, INSERT_SUBMITTED } from './submitted.sql.ts';

type Submitted = IntakeEventOf<'laurel.nomination.submitted.v1'>;

interface Explanation {
  readonly programmeKnown: boolean;
  readonly ruleSetVersion: string | null;
  readonly notYetOpen: boolean | null;
  readonly closed: boolean | null;
  readonly units: readonly { readonly key: string; readonly exists: boolean; readonly successor: string | null }[];
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Stores nominations, and says in the sender's words what is wrong with one. */
export class SubmittedIntake {
  /** The rule set that a campaign was last seen with: only a guess, the statement itself insists on it. */
  private readonly guesses = new Map<string, RuleSet>();
  private readonly database: Database;
  private readonly rules: RulesRepository;

  constructor(database: Database, rules: RulesRepository) {
    this.database = database;
    this.rules = rules;
  }

  async store(event: Submitted, origin: IntakeOrigin): Promise<Stored> {
    const rules = this.guesses.get(campaignKey(event));
    if (!rules || [...awardErrors(event, rules), ...deathErrors(event, rules, origin)].length > 0) return { stored: false };
    const values = valuesOf(event, origin, rules);
    const { rows } = await this.database.pool.query<{ id: string }>({ name: 'accept-submitted', text: INSERT_SUBMITTED, values });
    const [row] = rows;
    return row ? { stored: true, nominationId: row.id } : { stored: false };
  }

  /** What stands in the way; an empty list means that the campaign's rules were just learnt, and storing is worth another try. */
  async explain(event: Submitted, origin: IntakeOrigin): Promise<readonly IntakeError[]> {
    const { programme, campaign } = event.data;
    const { rows } = await this.database.pool.query<Explanation>(EXPLAIN_SUBMITTED, [programme, campaign, unitsOf(event), iso(origin.at)]);
    const [known] = rows;
    if (!known?.programmeKnown) return [AGAINST.programme(programme)];
    if (known.ruleSetVersion === null) return [AGAINST.campaign(campaign)];
    const rules = await this.rules.ruleSet(programme, known.ruleSetVersion);
    this.guesses.set(campaignKey(event), rules);
    return [
      ...campaignErrors(campaign, known),
      ...unitErrors(event, known),
      ...awardErrors(event, rules),
      ...deathErrors(event, rules, origin),
    ];
  }
}

/** Nobody has died tomorrow, where the office is. */
function deathErrors({ data: { nominee } }: Submitted, { calendar: { days } }: RuleSet, { at }: IntakeOrigin): readonly IntakeError[] {
  const today = civilDateOf(days.kind === 'civil' ? days.zone : 'UTC', at ?? Date.now());
  return nominee.deceasedOn === undefined || nominee.deceasedOn <= today ? [] : [AGAINST.future()];
}

const STREAMS = ['regular', 'campaign', 'thematic', 'ad-hoc'] as const satisfies readonly Stream[];

const campaignKey = ({ data }: Submitted): string => JSON.stringify([data.programme, data.campaign]);

const unitsOf = ({ data }: Submitted): string[] => [...new Set([data.nominator.unit, data.nominee.unit ?? data.nominator.unit])];

function campaignErrors(campaign: string, known: Explanation): IntakeError[] {
  if (known.notYetOpen) return [AGAINST.notYetOpen(campaign)];
  return known.closed ? [AGAINST.closed(campaign)] : [];
}

function unitErrors({ data }: Submitted, known: Explanation): IntakeError[] {
  const named = [
    ['/data/nominator/unit', data.nominator.unit],
    ['/data/nominee/unit', data.nominee.unit],
  ] as const;
  return named.flatMap(([pointer, key]) => {
    const unit = known.units.find((row) => row.key === key);
    if (key === undefined || unit?.exists) return [];
    return [unit ? AGAINST.unitGone(pointer, key, unit.successor) : AGAINST.unit(pointer, key)];
  });
}

function awardErrors({ data }: Submitted, rules: RuleSet): IntakeError[] {
  const award = rules.awards.find(({ key }) => key === data.award);
  if (!award) return [AGAINST.award(rules.awards.map(({ key }) => key))];
  if (!award.recipientKinds.includes(data.nominee.kind)) return [AGAINST.recipient(award.recipientKinds)];
  return routeErrors({ data }, rules);
}

/** No route of the rules takes the nomination: the stream is at fault where another one has a route, else the award. */
function routeErrors({ data }: Pick<Submitted, 'data'>, rules: RuleSet): IntakeError[] {
  const subject = { award: data.award, stream: data.achievement.stream, recipientKind: data.nominee.kind };
  if (routeFor(rules, subject)) return [];
  const streams = STREAMS.filter((stream) => routeFor(rules, { ...subject, stream }));
  return [streams.length > 0 ? AGAINST.stream(streams) : AGAINST.noRoute(data.award)];
}

/** An officer nobody knew before gets an id made from the address, so that two events make one person. */
export function officerId(email: string): string {
  return `officer:${createHash('sha256').update(email).digest('hex').slice(0, 16)}`;
}

/** The values of the statement, in its order. */
function valuesOf(event: Submitted, origin: IntakeOrigin, rules: RuleSet): unknown[] {
  const payload = JSON.stringify({ time: event.time, data: event.data });
  const inbox = [newId(), event.source, event.id, event.type, event.payloadHash, payload, origin.apiKeyId, iso(origin.at)];
  const units = unitsOf(event);
  return [...inbox, newId(), ...nominationValues(event.data, rules), units, units.length, rules.calendar.id, ...nomineeValues(event.data)];
}

/** Who is nominated, for the registry, and the deed in the words that are compared. */
function nomineeValues({ programme, nominator, nominee, achievement }: Submitted['data']): unknown[] {
  const { kind, fullName, birthYear, reference } = nominee;
  const entry = {
    programme,
    kind,
    fullName,
    unit: nominee.unit ?? nominator.unit,
    birthYear: birthYear ?? null,
    reference: reference ?? null,
  };
  return [newId(), identityOf(entry), kind, fullName, foldWords(fullName), entry.unit, entry.birthYear, foldWords(achievement.title)];
}

function nominationValues(data: Submitted['data'], rules: RuleSet): unknown[] {
  const { nominee, achievement, nominator } = data;
  return [
    data.programme,
    data.campaign,
    rules.version,
    rules.calendar.version,
    data.submission,
    nominator.unit,
    nominator.officer,
    officerId(nominator.officer),
    data.award,
    JSON.stringify(nominee),
    nominee.reference ?? null,
    JSON.stringify(achievement),
    achievement.basis,
    JSON.stringify(data.documents),
    rules.levels[0]?.key ?? '',
    searchWords(nominee.fullName, nominee.reference, data.submission, achievement.title, nominator.unit),
  ];
}
