import { CursorUnknown, isStorageUnavailable } from '@laurel/db';
import { correlationId } from '@laurel/observability';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PART, type ApiParts } from '../parts/parts.ts';
import { noticePage, prefersHtml } from '../tasks/page/notice.page.ts';
import { notConfirmed } from '../tasks/refusals.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { invalidRequest } from './read-request.ts';

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  415: 'MEDIA_TYPE',
  422: 'INVALID_REQUEST',
  429: 'RATE_LIMITED',
};

const WORDS: Partial<Record<ProblemCode, string>> = {
  NOT_FOUND: 'There is nothing at this address: check it.',
  RATE_LIMITED: 'Slow down and try again after a while.',
  TOO_LARGE: 'Send less at once.',
  MEDIA_TYPE: 'Send a media type that this address takes, see /openapi.json.',
  BAD_REQUEST: 'The request could not be read: check its syntax.',
};

const isTaskPage = ({ url }: FastifyRequest): boolean => url.startsWith('/t/');

const isPage = (request: FastifyRequest): boolean => isTaskPage(request) || request.url.startsWith('/n/');

/** The one answer to a link that was never issued. */
export function unknownLink(): Problem {
  return new Problem('NOT_FOUND', {
    detail: 'This link is not known here. Open it from the mail once more, all of it.',
    detailVi: 'Đường dẫn này không có ở đây. Xin mở lại đúng đường dẫn trong thư.',
  });
}

/** A page behind a mailed link tells guesser and tamperer exactly the same, and a person who answered what to do. */
function pageProblem(found: Problem, method: string): Problem {
  if (found.code === 'NOT_FOUND') return unknownLink();
  return found.code === 'STORAGE_UNAVAILABLE' && method === 'POST' ? notConfirmed() : found;
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;
}

/** Any error as a problem; null when nobody foresaw it. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (isStorageUnavailable(error)) {
    return new Problem('STORAGE_UNAVAILABLE', {
      detail: 'The database cannot be reached: send the same again a little later.',
      detailVi: 'Không kết nối được cơ sở dữ liệu: xin thử lại sau ít phút.',
      headers: { 'retry-after': '5' },
    });
  }
  if (error instanceof CursorUnknown) {
    const detail = 'Use the nextCursor of the page before, unchanged.';
    return invalidRequest([{ pointer: '/cursor', detail, detailVi: 'Xin dùng nguyên nextCursor của trang trước.' }]);
  }
  const code = BY_STATUS[statusOf(error) ?? 0];
  return code === undefined ? null : new Problem(code, WORDS[code] ?? 'Check the request.');
}

const MEGABYTE = 1024 * 1024;

/** Too much for its address, which says how much it takes. */
function tooLarge(error: unknown, { routeOptions }: FastifyRequest): Problem | null {
  if (statusOf(error) !== 413 || error instanceof Problem) return null;
  const most = routeOptions.bodyLimit;
  return new Problem('TOO_LARGE', {
    detail: `Send at most ${String(most)} bytes at once.`,
    detailVi: `Mỗi lần gửi nhiều nhất ${String(Math.floor(most / MEGABYTE))} MB. Xin trở lại trang trước, nén hoặc chia nhỏ tệp rồi gửi lại.`,
  });
}

/** The one place where errors become answers. What nobody foresaw is logged in full and answered without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger: ApiParts['logger'];

  constructor(@Inject(PART.logger) logger: ApiParts['logger']) {
    this.logger = logger;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found = tooLarge(error, request) ?? problemOf(error) ?? this.unforeseen(error);
    const problem = isTaskPage(request) ? pageProblem(found, request.method) : found;
    if (found.code === 'STORAGE_UNAVAILABLE') this.logger.warn({ err: error }, 'storage unavailable');
    void reply.status(problem.status).headers({ ...problem.details.headers });
    if (isPage(request) && prefersHtml(request.headers.accept)) {
      void reply.type('text/html; charset=utf-8').send(noticePage(problem));
      return;
    }
    const id = isTaskPage(request) ? null : correlationId();
    void reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem.body(id)));
  }

  private unforeseen(error: unknown): Problem {
    this.logger.error({ err: error }, 'unforeseen error');
    return new Problem('INTERNAL', 'An error that nobody foresaw was logged. Report the correlation id.');
  }
}
