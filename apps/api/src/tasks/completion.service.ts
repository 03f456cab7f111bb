import type { DeclaredDocument } from '@laurel/domain';
import { sha256Of, type TaskPageData } from '@laurel/db';
import { Injectable } from '@nestjs/common';
import { documentType } from '../documents/document-types.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import { filesOfForm, type FormFile } from '../http/multipart.ts';
import { Problem } from '../http/problem.ts';
import { wrongField } from '../http/read-request.ts';
import { documentsAsked } from './page/completion.ts';

/** Takes the files of a completion form. */
@Injectable()
export class CompletionService {
  private readonly documents: DocumentsService;

  constructor(documents: DocumentsService) {
    this.documents = documents;
  }

  /** Keeps the files under their hashes and declares them by the kind that their field names. */
  async keep(page: TaskPageData, contentType: string | undefined, body: unknown): Promise<readonly DeclaredDocument[]> {
    const files = filesOf(page, contentType, body);
    if (files.length === 0) throw noFile();
    return Promise.all(files.map((file) => this.keepOne(file)));
  }

  private async keepOne({ field, name, type, bytes }: FormFile): Promise<DeclaredDocument> {
    if (documentType(type) === null) throw notTaken(name);
    const sha256 = sha256Of(bytes);
    await this.documents.put(sha256, type, bytes);
    return { kind: field, name: name.normalize('NFC').slice(0, 300), sha256 };
  }
}

function noFile(): Problem {
  return wrongField('/documents', 'No file is chosen: choose at least one.', 'Chưa chọn tệp nào: xin chọn ít nhất một tệp.');
}

function notTaken(name: string): Problem {
  return new Problem('MEDIA_TYPE', {
    detail: `“${name}” is of another kind: send PDF, JPEG, PNG, Word, Excel, OpenDocument or plain text.`,
    detailVi: `Không nhận tệp “${name}”: xin gửi tệp PDF, JPEG, PNG, Word, Excel, OpenDocument hoặc văn bản thuần.`,
  });
}

function filesOf(page: TaskPageData, contentType: string | undefined, body: unknown): readonly FormFile[] {
  const files = Buffer.isBuffer(body) ? filesOfForm(contentType ?? '', body) : null;
  if (!files) throw new Problem('MEDIA_TYPE', 'Send the form of the page: multipart/form-data.');
  const kinds = new Set(documentsAsked({ page }).map(({ kind }) => kind));
  return files.filter(({ field, bytes }) => kinds.has(field) && bytes.byteLength > 0);
}
