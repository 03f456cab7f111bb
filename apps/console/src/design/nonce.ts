/** What the page's content security policy asks of styles; the server writes a new one into each page. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

const create = document.createElement.bind(document);

/** Dialogs stop the page behind them from scrolling by a style that their library makes without the nonce: each gets it here. */
export function nonceForEveryStyle(): void {
  Object.assign(document, {
    createElement: (name: string, options?: ElementCreationOptions): HTMLElement => {
      const element = create(name, options);
      if (element instanceof HTMLStyleElement) element.nonce = nonce;
      return element;
    },
  });
}
