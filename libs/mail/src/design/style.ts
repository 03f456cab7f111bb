import type { CSSProperties } from 'react';
import type { Tone } from '../document/mail-document.ts';
import { dark, light } from './palette.ts';

/** System faces: every one of them has the full set of Vietnamese accents; nothing is fetched. */
const face = "-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif";

/** Steps of 8 pixels; lines are 1.5 high so that stacked accents (ế, ộ, ỹ) do not touch. */
export const style = {
  body: {
    backgroundColor: light.page,
    color: light.ink,
    fontFamily: face,
    fontSize: '16px',
    lineHeight: '24px',
    margin: 0,
    padding: '16px 8px',
  },
  card: { backgroundColor: light.card, border: `1px solid ${light.line}`, borderRadius: '8px', maxWidth: '560px', padding: '24px 20px' },
  brand: { color: light.soft, fontSize: '14px', lineHeight: '21px', margin: '0 0 8px' },
  heading: { color: light.ink, fontSize: '22px', fontWeight: 700, lineHeight: '32px', margin: '0 0 16px' },
  text: { color: light.ink, fontSize: '16px', lineHeight: '24px', margin: '0 0 16px', overflowWrap: 'anywhere' },
  title: { color: light.ink, fontSize: '16px', fontWeight: 700, lineHeight: '24px', margin: '0 0 4px' },
  facts: { borderTop: `1px solid ${light.line}`, marginBottom: '16px' },
  fact: { borderBottom: `1px solid ${light.line}`, padding: '8px 0', overflowWrap: 'anywhere' },
  label: { color: light.soft, display: 'block', fontSize: '14px', lineHeight: '21px' },
  value: { color: light.ink, fontSize: '16px', lineHeight: '24px' },
  highlightValue: { fontSize: '18px', fontWeight: 700, lineHeight: '27px' },
  highlightLabel: { display: 'block', fontSize: '14px', lineHeight: '21px' },
  list: { margin: '0 0 16px', padding: '0 0 0 24px' },
  quote: { borderLeft: `4px solid ${light.line}`, marginBottom: '16px', padding: '0 0 0 12px' },
  quoteLine: { color: light.ink, fontSize: '16px', lineHeight: '24px', margin: '0 0 4px', overflowWrap: 'anywhere' },
  button: {
    backgroundColor: light.button,
    borderRadius: '6px',
    boxSizing: 'border-box',
    color: light.buttonInk,
    display: 'block',
    fontSize: '17px',
    fontWeight: 700,
    padding: '14px 20px',
    textAlign: 'center',
  },
  buttonRow: { marginBottom: '16px' },
  hint: { color: light.soft, fontSize: '14px', lineHeight: '21px', margin: '0 0 16px', overflowWrap: 'anywhere' },
  hintLine: { display: 'block' },
  address: { color: light.link, fontSize: '14px', lineHeight: '21px', textDecorationLine: 'underline', wordBreak: 'break-all' },
  footer: { borderTop: `1px solid ${light.line}`, marginTop: '8px', paddingTop: '12px' },
  footerLine: { color: light.soft, fontSize: '13px', lineHeight: '20px', margin: '0 0 4px', overflowWrap: 'anywhere' },
  preview: { display: 'none', fontSize: '1px', lineHeight: '1px', maxHeight: 0, maxWidth: 0, opacity: 0, overflow: 'hidden' },
} satisfies Record<string, CSSProperties>;

/** The box of what counts most, by tone. */
export function highlightStyle(tone: Tone): CSSProperties {
  return { backgroundColor: light[tone], borderRadius: '6px', color: light[`${tone}Ink`], marginBottom: '16px', padding: '12px 16px' };
}

/** What a mail program in dark mode puts in place of the inline colours. */
export const darkRules = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:${dark.page}!important}
.page td{background-color:transparent!important}
.card{background-color:${dark.card}!important;border-color:${dark.line}!important}
.ink{color:${dark.ink}!important}
.soft{color:${dark.soft}!important}
.line{border-color:${dark.line}!important}
.link{color:${dark.link}!important}
.button{background-color:${dark.button}!important;color:${dark.buttonInk}!important}
.calm{background-color:${dark.calm}!important;color:${dark.calmInk}!important}
.late{background-color:${dark.late}!important;color:${dark.lateInk}!important}
.good{background-color:${dark.good}!important;color:${dark.goodInk}!important}
}`;
