import { dark, light, type Scheme } from './palette.ts';

/** The one design system: colours, type, space. Mails, task pages and console take it from here. */
export interface DesignTokens {
  readonly light: Scheme;
  readonly dark: Scheme;
  /** First of the faces; the others have every Vietnamese accent where the first has not arrived. */
  readonly face: string;
  /** Sizes in pixels, each with the height of its line. */
  readonly type: Readonly<Record<'small' | 'text' | 'lead' | 'title' | 'heading', { readonly size: number; readonly line: number }>>;
  /** Steps of space in pixels. */
  readonly space: Readonly<Record<'xs' | 's' | 'm' | 'l' | 'xl', number>>;
  readonly radius: Readonly<Record<'control' | 'card', number>>;
}

export const tokens: DesignTokens = {
  light,
  dark,
  face: "'Be Vietnam Pro',-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif",
  type: {
    small: { size: 14, line: 21 },
    text: { size: 16, line: 24 },
    lead: { size: 18, line: 27 },
    title: { size: 19, line: 28 },
    heading: { size: 26, line: 36 },
  },
  space: { xs: 4, s: 8, m: 16, l: 24, xl: 40 },
  radius: { control: 6, card: 10 },
};
