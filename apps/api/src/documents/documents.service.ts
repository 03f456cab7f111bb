import type { Principal, StoredDocument } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { DOCUMENT_TYPES, documentType, looksLike } from './document-types.ts';

@Injectable()
export class DocumentsService {
  private readonly documents: ApiParts['documents'];

  constructor(@Inject(PART.documents) documents: ApiParts['documents']) {
    this.documents = documents;
  }

  /** Keeps the bytes under their hash; the same again changes nothing. */
  async put(sha256: string, contentType: string | undefined, body: unknown): Promise<'stored' | 'known'> {
    const mediaType = documentType(contentType);
    if (mediaType === null) throw new Problem('MEDIA_TYPE', `Send one of: ${DOCUMENT_TYPES.join(', ')}.`);
    if (!Buffer.isBuffer(body) || body.byteLength === 0)
      throw new Problem('INVALID_REQUEST', 'The body is empty: send the bytes of the document.');
    if (!looksLike(mediaType, body))
      throw new Problem('INVALID_REQUEST', {
        detail: `The bytes are not ${mediaType}: send the right Content-Type.`,
        detailVi: `Nội dung tệp không phải là ${mediaType}: xin mở lại tệp, lưu đúng loại rồi gửi.`,
      });
    const result = await this.documents.put({ sha256, mediaType, bytes: body });
    if (result === 'mismatch')
      throw new Problem('INVALID_REQUEST', 'The bytes have another SHA-256 than the address: send them whole and unchanged.');
    return result;
  }

  /** The bytes and the name they were declared with, for callers whose units declare them. */
  async get(sha256: string, principal: Principal): Promise<StoredDocument & { readonly name: string }> {
    const units = principal.grants.units ?? null;
    const [document, name] = await Promise.all([this.documents.get(sha256), this.documents.declaredName(sha256, units)]);
    if (!document || (units && name === null)) throw new Problem('NOT_FOUND', 'No document with this hash has arrived.');
    return { ...document, name: name ?? sha256 };
  }
}

/** A download under a name that no browser mistakes for anything else. */
export function dispositionOf(name: string): string {
  const ascii =
    name
      .normalize('NFD')
      .replaceAll(/[^\w. -]/g, '')
      .trim() || 'document';
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
