import { defineConfig } from 'prisma/config';

// `generate` reads no database; every other command is run through tools/prisma.mjs, which knows the address.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost:5433/laurel' },
});
