import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiSettings } from '../parts/parts.ts';
import { STYLE_HASH } from '../tasks/page/style.ts';

/** Nothing that a browser could lend is asked for. */
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()';

/** Pages of this server: no script at all, one style known by its hash, forms only to this server, never in a frame. */
export async function registerSecurityHeaders(
  app: NestFastifyApplication,
  { HSTS_SECONDS }: Pick<ApiSettings, 'HSTS_SECONDS'>,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [STYLE_HASH],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Whether all of this host is reached by TLS is known to whoever installs it.
    strictTransportSecurity: HSTS_SECONDS > 0 && { maxAge: HSTS_SECONDS, includeSubDomains: false },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      void reply.header('permissions-policy', PERMISSIONS);
      done();
    });
}
