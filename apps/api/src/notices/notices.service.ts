import type { PublicNotice } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { Typed } from './notice-page.ts';
import { LIMITS, type Said } from './notice-words.ts';

const typedOf = (body: unknown, field: keyof Typed): string => {
  const value = typeof body === 'object' && body !== null && field in body ? (body as Readonly<Record<string, unknown>>)[field] : '';
  return typeof value === 'string' ? value.trim() : '';
};

/** What was sent, as text: whatever else a form holds is not read. */
export function typedIn(body: unknown): Typed {
  return { text: typedOf(body, 'text'), writer: typedOf(body, 'writer'), contact: typedOf(body, 'contact') };
}

/** Public notices, and what the public writes to them. */
@Injectable()
export class NoticesService {
  private readonly notices: ApiParts['notices'];
  private readonly nudge: ApiParts['nudge'];

  constructor(@Inject(PART.notices) notices: ApiParts['notices'], @Inject(PART.nudge) nudge: ApiParts['nudge']) {
    this.notices = notices;
    this.nudge = nudge;
  }

  /** Throws a 404 problem where nothing was ever published. */
  async notice(nominationId: string): Promise<PublicNotice> {
    const notice = await this.notices.notice(nominationId);
    if (notice) return notice;
    throw new Problem('NOT_FOUND', {
      detail: 'There is no public notice at this address: check it.',
      detailVi: 'Không có thông báo lấy ý kiến nào ở địa chỉ này. Xin kiểm tra lại.',
    });
  }

  /** Keeps what somebody wrote; kept means that the notice cannot end before it is answered. */
  async write(nominationId: string, { text, writer, contact }: Typed): Promise<Said> {
    if (text === '') return 'empty';
    if (text.length > LIMITS.text || writer.length > LIMITS.writer || contact.length > LIMITS.contact) return 'too-long';
    const said = await this.notices.keep({ nominationId, text, writer: writer || null, contact: contact || null });
    if (said === 'kept') this.nudge('laurel_acts');
    return said;
  }
}
