/** What `tools/bundle-letter.mjs` makes of `render-afresh.tsx`. */
export { renderAfresh } from './render-afresh.tsx';
