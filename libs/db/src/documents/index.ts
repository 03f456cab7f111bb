export { DocumentRepository, sha256Of, type StoredDocument } from './document.repository.ts';
