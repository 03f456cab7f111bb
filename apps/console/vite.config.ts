import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Where the API answers while the console is worked on: `npm start` beside `npx vite`.
const api = 'http://localhost:3000';

/** One chunk for each page; what is hashed is served as immutable; `/assets` is where the task pages keep theirs. */
export default defineConfig({
  plugins: [react()],
  build: {
    assetsDir: 'static',
    target: 'es2022',
    cssTarget: 'safari16',
    sourcemap: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/v1': api, '/health': api } },
});
