import type { SessionLine } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { reachOf, type Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { SessionListQuery, SessionListView } from './session-list.schemas.ts';

const WHOLE = '/*';

/** Programmes that the caller reads whole: a council sees nominations of all units. Null means every programme. */
function wholeProgrammes(caller: Visitor): readonly string[] | null {
  const reach = reachOf(caller, 'read-session');
  return reach && reach.filter((place) => place.endsWith(WHOLE)).map((place) => place.slice(0, -WHOLE.length));
}

/** Which sessions of councils there are. */
@Injectable()
export class SessionListService {
  private readonly reading: ApiParts['sessionList'];

  constructor(@Inject(PART.sessionList) reading: ApiParts['sessionList']) {
    this.reading = reading;
  }

  async list(query: SessionListQuery, caller: Visitor): Promise<SessionListView> {
    const { items, nextCursor } = await this.reading.list({ ...query, programmes: wholeProgrammes(caller) });
    return { sessions: items.map(lineOf), nextCursor };
  }
}

function lineOf({ council, name, meetsAt, closesAt, ...rest }: SessionLine): SessionListView['sessions'][number] {
  return { ...rest, council: { key: council, name }, meetsAt: meetsAt.toISOString(), ballotClosesAt: closesAt.toISOString() };
}
