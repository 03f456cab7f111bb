// Writes the golden files of every sample mail anew, from dist. Look at the difference before you keep it.
import { writeFileSync } from 'node:fs';
import { renderMail, sampleMails } from '../dist/index.js';

for (const { name, mail, link, now } of sampleMails()) {
  const { html, text } = await renderMail(mail, link, now);
  writeFileSync(new URL(`${name}.html`, import.meta.url), html);
  writeFileSync(new URL(`${name}.txt`, import.meta.url), text);
}
