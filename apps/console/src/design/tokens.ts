/** The one palette of mails, task pages and console; pairs that carry text have a contrast of at least 4.5. */
export const colour = {
  page: '#f2f4f1',
  card: '#ffffff',
  line: '#d5dbd4',
  ink: '#1a211c',
  soft: '#4d5950',
  link: '#175c39',
  brand: '#1d6b43',
  brandInk: '#ffffff',
  calm: '#eaf3ed',
  calmInk: '#164f32',
  late: '#fdeee6',
  lateInk: '#8a2f0b',
  good: '#fbf3d9',
  goodInk: '#634a00',
} as const;

/** Hues of pictures, in the order in which series take them; told apart by lightness too, so also without colour. */
export const series = ['#1d6b43', '#7fb395', '#b8860b', '#8a2f0b', '#3f6d9e', '#6b7280', '#a3b18a', '#d9a441'] as const;

export const face = "'Be Vietnam Pro', -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
