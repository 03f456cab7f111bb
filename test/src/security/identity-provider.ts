import { createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  return new Promise((resolve) => {
    let text = '';
    request.on('data', (bytes: Buffer) => (text += bytes.toString()));
    request.on('end', () => {
      resolve(new URLSearchParams(text));
    });
  });
}

/** An OpenID provider that says of everybody what `claims` say; it knows one client. */
export class IdentityProvider {
  claims: Claims = { sub: 's-1', email: 'ai-do@example.vn', email_verified: true, name: 'Ai đó' };
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  private readonly codes = new Map<string, { readonly nonce: string | null }>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(): Promise<IdentityProvider> {
    const provider = new IdentityProvider();
    await new Promise<void>((resolve) => provider.server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** What the person's browser does at the provider: it agrees and goes back with a code. */
  agree(authorizationUrl: string): { readonly query: string; readonly redirectUri: string } {
    const asked = new URL(authorizationUrl).searchParams;
    const code = randomUUID();
    this.codes.set(code, { nonce: asked.get('nonce') });
    const query = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: this.issuer }).toString();
    return { query, redirectUri: asked.get('redirect_uri') ?? '' };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await this.bodyFor(request);
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  }

  private async bodyFor(request: IncomingMessage): Promise<object | null> {
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return this.discovery();
      case '/jwks':
        return { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] };
      case '/token':
        return this.tokens((await bodyOf(request)).get('code') ?? '');
      default:
        return null;
    }
  }

  private discovery(): object {
    const at = (path: string): string => `${this.issuer}${path}`;
    return {
      issuer: this.issuer,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
    };
  }

  private tokens(code: string): object | null {
    const known = this.codes.get(code);
    this.codes.delete(code);
    if (!known) return null;
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      ...this.claims,
      iss: this.issuer,
      aud: 'laurel',
      iat: now,
      exp: now + 300,
      ...(known.nonce !== null && { nonce: known.nonce }),
    };
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: signed(claims, this.keys.privateKey) };
  }
}

function signed(claims: object, key: KeyObject): string {
  const content = `${encode({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
}
