import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { PART, type ApiParts } from '../parts/parts.ts';

/** A file of the built console, as it is sent. */
export interface ConsoleFile {
  readonly bytes: Buffer;
  readonly gzipped: Buffer | null;
  readonly type: string;
  readonly etag: string;
  /** Its name holds its hash: it never changes. */
  readonly immutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

const TEXTUAL: ReadonlySet<string> = new Set(['.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);
const NONCE = '__CSP_NONCE__';
/** Names like `index-B2x9_aQ1.js`. */
const HASHED = /-[\w-]{8,}\.\w+$/;

const compress = promisify(gzip);

/**
 * The console's page: scripts and fonts of this server only; the component library puts its styles in by a script, which
 * shows the page's own nonce.
 */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The built console, read once. Only files that were there at the start are ever served, so no path leads elsewhere. */
@Injectable()
export class ConsoleFiles {
  private readonly folder: string;
  private read: Promise<ReadonlyMap<string, ConsoleFile>> | null = null;

  constructor(@Inject(PART.settings) settings: ApiParts['settings']) {
    this.folder = settings.CONSOLE_DIR;
  }

  async file(path: string): Promise<ConsoleFile | null> {
    return (await this.files()).get(path) ?? null;
  }

  /** The page that every address of the console begins with; null where the console has not been built. */
  async page(): Promise<{ readonly html: string; readonly contentPolicy: string } | null> {
    const index = (await this.files()).get('index.html');
    if (!index) return null;
    const nonce = randomBytes(16).toString('base64url');
    return { html: index.bytes.toString('utf8').replaceAll(NONCE, nonce), contentPolicy: contentPolicy(nonce) };
  }

  private files(): Promise<ReadonlyMap<string, ConsoleFile>> {
    this.read ??= filesOf(this.folder);
    return this.read;
  }
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, ConsoleFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const served = paths.filter((path) => TYPES[extname(path)] !== undefined);
  return new Map(
    await Promise.all(served.map(async (path) => [relative(folder, path).split(sep).join('/'), await fileOf(path)] as const)),
  );
}

async function fileOf(path: string): Promise<ConsoleFile> {
  const bytes = await readFile(path);
  const extension = extname(path);
  return {
    bytes,
    gzipped: TEXTUAL.has(extension) ? await compress(bytes, { level: 9 }) : null,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    immutable: HASHED.test(path),
  };
}
