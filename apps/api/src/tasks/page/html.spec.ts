import { describe, expect, it } from '@jest/globals';
import { html } from './html.ts';

describe('html', () => {
  it('escapes everything that is put in', () => {
    expect(html`<p title="${`"'`}">${'<script>&'}</p>`.text).toBe('<p title="&quot;&#39;">&lt;script&gt;&amp;</p>');
  });

  it('joins lists and leaves out what is absent', () => {
    expect(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}${null}${false}</ul>`.text).toBe('<ul><li>a</li><li>b</li></ul>');
  });
});
