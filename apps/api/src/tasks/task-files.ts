import type { DeclaredDocument } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { dispositionOf } from '../documents/documents.service.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { CompletionService } from './completion.service.ts';
import { mayStillRead } from './page/closed.page.ts';
import type { TokenAnswer } from './token-page.ts';

/** What a browser may show by itself: it runs no code of ours or of the sender. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'text/plain']);

const FILE = /^(documents|view)\/([0-9a-f]{64})$/;

/** The files of a nomination, through the link of one of its tasks. */
@Injectable()
export class TaskFiles {
  private readonly documents: ApiParts['documents'];
  private readonly completion: CompletionService;

  constructor(@Inject(PART.documents) documents: ApiParts['documents'], completion: CompletionService) {
    this.documents = documents;
    this.completion = completion;
  }

  /** Whether the address names a file at all. */
  static names(rest: string): boolean {
    return FILE.test(rest);
  }

  /** Keeps what a completion form brought. */
  keep(page: TaskPageData, contentType: string | undefined, body: unknown): Promise<readonly DeclaredDocument[]> {
    return this.completion.keep(page, contentType, body);
  }

  /** The file; throws a 404 problem unless this very nomination declares it and it has arrived. */
  async get(page: TaskPageData, rest: string): Promise<TokenAnswer> {
    const [, mode, sha256 = ''] = FILE.exec(rest) ?? [];
    const declared = page.nomination.documents.find((document) => document.sha256 === sha256);
    const stored = declared && mayStillRead(page) ? await this.documents.get(sha256) : null;
    if (!declared || !stored) throw new Problem('NOT_FOUND', 'No document of this nomination has this hash.');
    const shown = mode === 'view' && SHOWN.has(stored.mediaType);
    const disposition = shown ? dispositionOf(declared.name).replace(/^attachment/, 'inline') : dispositionOf(declared.name);
    // A sandbox would keep browsers from showing a PDF; theirs runs apart from this site anyway.
    const sandbox = stored.mediaType === 'application/pdf' ? '' : 'sandbox; ';
    const { bytes, mediaType } = stored;
    const type = mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
    return {
      status: 200,
      headers: { 'content-security-policy': `${sandbox}default-src 'none'; frame-ancestors 'none'`, 'x-content-type-options': 'nosniff' },
      content: new StreamableFile(bytes, { type, disposition, length: bytes.byteLength }),
    };
  }
}
