import type { SessionLine } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { reachOf, type Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { SessionListQuery, SessionListView } from './session-list.schemas.ts';

/** Which sessions of councils there are. */
@Injectable()
export class SessionListService {
  private readonly reading: ApiParts['sessionList'];

  constructor(@Inject(PART.sessionList) reading: ApiParts['sessionList']) {
    this.reading = reading;
  }

  async list(query: SessionListQuery, caller: Visitor): Promise<SessionListView> {
    const { items, nextCursor } = await this.reading.list({ ...query, places: reachOf(caller, 'read-session') });
    return { sessions: items.map(lineOf), nextCursor };
  }
}

function lineOf({ council, name, meetsAt, closesAt, ...rest }: SessionLine): SessionListView['sessions'][number] {
  return { ...rest, council: { key: council, name }, meetsAt: meetsAt.toISOString(), ballotClosesAt: closesAt.toISOString() };
}
