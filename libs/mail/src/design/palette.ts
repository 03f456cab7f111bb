/** Colours of one scheme. Pairs that carry text are checked for contrast in `palette.spec.ts`. */
export interface Scheme {
  readonly page: string;
  readonly card: string;
  readonly line: string;
  /** Edges of what can be filled in or pressed: 3:1 against its ground. */
  readonly edge: string;
  readonly ink: string;
  readonly soft: string;
  readonly link: string;
  readonly button: string;
  readonly buttonInk: string;
  readonly calm: string;
  readonly calmInk: string;
  readonly late: string;
  readonly lateInk: string;
  readonly good: string;
  readonly goodInk: string;
}

export const light: Scheme = {
  page: '#f2f4f1',
  card: '#ffffff',
  line: '#d5dbd4',
  edge: '#748077',
  ink: '#1a211c',
  soft: '#4d5950',
  link: '#175c39',
  button: '#1d6b43',
  buttonInk: '#ffffff',
  calm: '#eaf3ed',
  calmInk: '#164f32',
  late: '#fdeee6',
  lateInk: '#8a2f0b',
  good: '#fbf3d9',
  goodInk: '#634a00',
};

export const dark: Scheme = {
  page: '#101412',
  card: '#1a201d',
  line: '#38433c',
  edge: '#7d8a81',
  ink: '#eef2ef',
  soft: '#b1bdb5',
  link: '#8fd6ac',
  button: '#23794d',
  buttonInk: '#ffffff',
  calm: '#1b3427',
  calmInk: '#b5e6c8',
  late: '#43231a',
  lateInk: '#ffc4a8',
  good: '#3a3113',
  goodInk: '#f2dc92',
};
