import type { Principal } from '@laurel/db';
import {
  decodeEvents,
  NotACloudEvent,
  UnsupportedContentType,
  type Decoded,
  type DecodedEvent,
  type LaurelEvent,
  type RequestHeaders,
} from '@laurel/events';
import { Inject, Injectable } from '@nestjs/common';
import type { ProblemBody } from '../docs/problem.schema.ts';
import { Problem } from '../http/problem.ts';
import { problemOf } from '../http/problem.filter.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { refusalOf } from './event-access.ts';

export interface AcceptedEvent {
  readonly eventId: string;
  readonly status: 'accepted';
  readonly nominationId?: string;
}

export type BatchItem =
  (AcceptedEvent & { readonly id: string }) | { readonly id: string | null; readonly status: 'refused'; readonly problem: ProblemBody };

export type ReceivedEvents =
  { readonly batch: false; readonly answer: AcceptedEvent } | { readonly batch: true; readonly items: readonly BatchItem[] };

const MEND = {
  detail: 'Mend the fields named in "errors" and send the event again.',
  detailVi: 'Xin sửa các mục nêu trong "errors" rồi gửi lại sự kiện.',
} as const;

/** Events of a batch stored side by side. */
const ABREAST = 8;

@Injectable()
export class EventsService {
  private readonly intake: ApiParts['intake'];
  private readonly access: ApiParts['access'];

  constructor(@Inject(PART.intake) intake: ApiParts['intake'], @Inject(PART.access) access: ApiParts['access']) {
    this.intake = intake;
    this.access = access;
  }

  /** Takes a request of any CloudEvents mode; a single event that is refused throws its problem. */
  async receive(headers: RequestHeaders, body: Buffer, caller: Principal): Promise<ReceivedEvents> {
    const { batch, events } = decode(headers, body);
    if (batch) return { batch, items: await this.takeAll(events, caller) };
    const [first] = events;
    if (!first) throw new Problem('NOT_A_CLOUDEVENT', 'The body holds no event.');
    return { batch: false, answer: await this.take(first, caller) };
  }

  /** In order where order matters: only neighbouring submissions go side by side. */
  private async takeAll(events: readonly DecodedEvent[], caller: Principal): Promise<readonly BatchItem[]> {
    const items: BatchItem[] = [];
    for (let from = 0; from < events.length;) {
      const to = endOfRun(events, from);
      items.push(...(await Promise.all(events.slice(from, to).map((event) => this.takeItem(event, caller)))));
      from = to;
    }
    return items;
  }

  private async takeItem(decoded: DecodedEvent, caller: Principal): Promise<BatchItem> {
    try {
      const answer = await this.take(decoded, caller);
      return { id: answer.eventId, ...answer };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return { id: decoded.is === 'event' ? decoded.event.id : decoded.id, status: 'refused', problem: problem.body() };
    }
  }

  private async take(decoded: DecodedEvent, caller: Principal): Promise<AcceptedEvent> {
    if (decoded.is !== 'event') {
      const code = decoded.is === 'invalid' ? 'INVALID_EVENT' : 'NOT_A_CLOUDEVENT';
      throw new Problem(code, { ...MEND, errors: decoded.errors });
    }
    const refusal = refusalOf(decoded.event, caller);
    if (refusal !== null) throw new Problem('OUTSIDE_SCOPE', refusal);
    return this.store(decoded.event, caller);
  }

  private async store(event: LaurelEvent, caller: Principal): Promise<AcceptedEvent> {
    const answer = await this.intake.accept(event, { apiKeyId: caller.keyId, at: null, sources: caller.grants.sources });
    switch (answer.is) {
      case 'accepted':
        return { eventId: event.id, status: 'accepted', ...(answer.nominationId !== null && { nominationId: answer.nominationId }) };
      case 'conflict':
        await this.access.audit({
          action: 'event-conflict',
          actor: `key:${caller.keyId}`,
          facts: { source: event.source, eventId: event.id },
        });
        throw new Problem('EVENT_CONFLICT', 'An event with this source and id is stored with another payload: give a new event a new id.');
      case 'invalid':
        throw new Problem('INVALID_EVENT', { ...MEND, errors: answer.errors });
    }
  }
}

function endOfRun(events: readonly DecodedEvent[], from: number): number {
  const isSubmission = (index: number): boolean => {
    const decoded = events[index];
    return decoded?.is === 'event' && decoded.event.type === 'laurel.nomination.submitted.v1';
  };
  let to = from + 1;
  while (isSubmission(from) && isSubmission(to) && to - from < ABREAST) to += 1;
  return to;
}

function decode(headers: RequestHeaders, body: Buffer): Decoded {
  const contentType = headers['content-type'];
  try {
    return decodeEvents(typeof contentType === 'string' ? contentType : undefined, headers, body);
  } catch (error) {
    if (error instanceof NotACloudEvent) throw new Problem('NOT_A_CLOUDEVENT', { detail: error.message, errors: error.errors });
    if (error instanceof UnsupportedContentType) throw new Problem('MEDIA_TYPE', error.message);
    throw error;
  }
}
