/** Every size, weight and ink of text in drawings. */
interface Font {
  readonly size: number;
  readonly weight: number;
  readonly family: 'ui' | 'code';
  readonly ink: string;
}
const font = (size: number, weight: number, family: 'ui' | 'code' = 'ui', ink = 'var(--text)'): Font => ({ size, weight, family, ink });

export const fonts = {
  name: font(14, 600),
  channel: font(14, 600, 'code'),
  code: font(13, 500, 'code'),
  aside: font(13, 400, 'code', 'var(--text-3)'),
  state: font(13, 500),
  /** Kinds and notes on the stage, where nothing is under 13 px. */
  note: font(13, 450, 'ui', 'var(--text-3)'),
  /** Units and numbers of the timeline. */
  meta: font(12, 450, 'ui', 'var(--text-3)'),
  lane: font(13, 500),
  figure: font(22, 620),
  counter: font(18, 620),
  flag: font(13, 620, 'ui', 'var(--on-solid)'),
  badge14: font(14, 650),
  badge12: font(12, 650),
  badge11: font(11, 650),
  value14: font(14, 600, 'code', 'var(--v-text)'),
  value12: font(12, 600, 'code', 'var(--v-text)'),
} as const satisfies Record<string, Font>;
export type FontName = keyof typeof fonts;

/** Width of a text in CSS pixels. */
export type Measure = (text: string, font: FontName) => number;
