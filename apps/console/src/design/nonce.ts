/** What the page's content security policy asks of styles; the server writes a new one into each page. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
