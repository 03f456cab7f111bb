import type { AgendaCandidate, CampaignLine, NewSession } from '@laurel/db';
import { firstLawfulDay, MOST_LINES, type Directory } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { CouncilQuery, CouncilsView, SessionPreview, WaitingView } from './convening.schemas.ts';
import { ConveningService } from './convening.service.ts';
import { mayAtCouncil, unitOf } from './session-place.ts';
import type { ConveneRequest } from './sessions.schemas.ts';

/** Later than any notice: whoever is kept by a notice alone is placed too. */
const SOME_DAY = Number.MAX_SAFE_INTEGER;

const iso = (at: number): string => new Date(at).toISOString();

/** What a secretariat looks at before it calls a council together. Nothing here changes anything. */
@Injectable()
export class ConveningDesk {
  private readonly agendas: ApiParts['agendas'];
  private readonly console: ApiParts['console'];
  private readonly convening: ConveningService;

  constructor(
    @Inject(PART.agendas) agendas: ApiParts['agendas'],
    @Inject(PART.console) console: ApiParts['console'],
    convening: ConveningService,
  ) {
    this.agendas = agendas;
    this.console = console;
    this.convening = convening;
  }

  /** Councils that the caller may call together, season by season, the latest first. */
  async councils(caller: Visitor): Promise<CouncilsView> {
    const campaigns = await this.console.lists.campaigns();
    const latestFirst = campaigns.toSorted((a, b) => b.opensAt.localeCompare(a.opensAt));
    const lists = await Promise.all(latestFirst.map((campaign) => this.councilsOf(campaign, caller)));
    return { councils: lists.flat() };
  }

  /** Nominations that could be on an agenda of the council, now or once their public notice is over. */
  async waiting(named: CouncilQuery, caller: Visitor): Promise<WaitingView> {
    await this.convening.season(named, caller);
    const awaited = await this.agendas.awaited(named.programme, named.campaign, MOST_LINES + 1);
    const lines = await Promise.all(awaited.slice(0, MOST_LINES).map((candidate) => this.lineOf(candidate, named)));
    return { lines: lines.flat(), more: awaited.length > MOST_LINES };
  }

  /** What convening would make of the request; throws what it would throw. */
  async preview(request: ConveneRequest, caller: Visitor): Promise<SessionPreview> {
    const session = await this.convening.prepare(request, caller);
    const { directory } = await this.convening.season(request, caller);
    return previewOf(session, directory);
  }

  private async councilsOf({ programme, key: campaign }: CampaignLine, caller: Visitor): Promise<CouncilsView['councils']> {
    const season = await this.agendas.season(programme, campaign);
    if (!season) return [];
    const rules = await this.agendas.ruleSet(programme, season.ruleSetVersion);
    if (rules.councils.length === 0) return [];
    const directory = await this.agendas.directory(programme, season.directoryVersion);
    const own = rules.councils.filter((council) => mayAtCouncil(caller, 'run-session', { programme, unit: unitOf(council, directory) }));
    return own.map(({ key, name }) => ({ programme, campaign, council: { key, name } }));
  }

  private async lineOf(candidate: AgendaCandidate, named: CouncilQuery): Promise<WaitingView['lines']> {
    if (!('stage' in (await this.convening.place(candidate, named, SOME_DAY)))) return [];
    const { nominationId, nominee, achievement, award, unit, noticeEndsAt } = candidate;
    const lawful = noticeEndsAt === null ? null : firstLawfulDay(await this.convening.calendarOf(candidate, named.programme), noticeEndsAt);
    return [{ ...{ nominationId, nominee, achievement, award, unit }, firstLawful: lawful && { on: lawful.on, at: iso(lawful.at) } }];
  }
}

function previewOf(session: Omit<NewSession, 'id'>, { people }: Directory): SessionPreview {
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id)?.fullName ?? id));
  return {
    council: { key: session.council, name: session.name },
    meetsAt: iso(session.meetsAt),
    ballotOpensAt: iso(session.opensAt),
    ballotClosesAt: iso(session.closesAt),
    remindAt: session.remindAt.map(iso),
    secret: session.rule.secret,
    lines: session.lines.length,
    members: session.seats.map(({ seat, title, chair, personId, actingForId }) => ({
      ...{ seat, title, chair },
      fullName: nameOf(personId),
      actingFor: nameOf(actingForId),
    })),
    secretary: nameOf(session.secretaryId),
  };
}
