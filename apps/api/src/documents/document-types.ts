/** Media types of documents that are taken: what offices send, nothing that a browser would run. */
export const DOCUMENT_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'text/plain',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
] as const;

const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
};

/** The media type without its parameters, when documents of it are taken. */
export function documentType(contentType: string | undefined): string | null {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return DOCUMENT_TYPES.find((known) => known === type) ?? null;
}

/** False when the first bytes say that this is something else than it claims to be. */
export function looksLike(type: string, bytes: Uint8Array): boolean {
  return (SIGNATURES[type] ?? []).every((byte, index) => bytes[index] === byte);
}
