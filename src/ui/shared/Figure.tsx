/** The drawing's small figures inside text: a goroutine's badge, a value, a state's glyph. Same geometry and colours as on the stage. */
import { createElement, memo } from 'react';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { GoroutineState, Token } from '../model/types.ts';
import { glyph } from './figures/glyph.ts';
import type { GlyphName } from './figures/glyph.ts';
import { hueOf, hueOn, inkOf } from './figures/states.ts';
import type { Shape } from './figures/svg.ts';

interface ChipProps {
  readonly goroutine: number;
  /** Hollow cannot run, solid can. */
  readonly hollow?: boolean;
  readonly large?: boolean;
}

export const Chip = memo(function Chip({ goroutine, hollow = false, large = false }: ChipProps): ReactElement {
  const style: CSSProperties = hollow ? { borderColor: hueOf(goroutine) } : { background: hueOf(goroutine), color: hueOn(goroutine) };
  return (
    <span className={`chip${hollow ? ' hollow' : ''}${large ? ' lg' : ''}`} style={style}>
      {goroutine}
    </span>
  );
});

export function ValueToken({ token, small = false }: { readonly token: Token; readonly small?: boolean }): ReactElement {
  return (
    <span
      className={`val${small ? ' sm' : ''}`}
      style={{ background: `var(--v${token.lineage})`, borderColor: `var(--v${token.lineage}-line)` }}
    >
      {token.text}
    </span>
  );
}

export function Glyph({ name }: { readonly name: GlyphName }): ReactElement {
  return (
    <svg className="inl" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {shapeToNode(glyph(name, 0, 0), 0)}
    </svg>
  );
}

/** Glyph and Go's word in the state's ink. */
export function StateWord({ state, word }: { readonly state: GoroutineState; readonly word: string }): ReactElement {
  return (
    <span className="stateword" style={{ color: inkOf(state) }}>
      <Glyph name={state} />
      {word}
    </span>
  );
}

/** A figure's shape as a React element. */
function shapeToNode(shape: Shape | string, key: number): ReactNode {
  if (typeof shape === 'string') return shape;
  const properties: Record<string, string | number> = { key };
  for (const [name, value] of Object.entries(shape.attributes)) {
    if (value !== undefined) properties[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return createElement(shape.tag, properties, ...shape.children.map(shapeToNode));
}
