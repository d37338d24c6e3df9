/**
 * A drawing as data. Figures are pure functions from state to Shapes; a Shape becomes DOM (stage, timeline) or markup (panels, export,
 * tests). Colours are presentation attributes that name a token: fill="var(--now)".
 */
export type Attributes = Readonly<Record<string, string | number | undefined>>;
export interface Shape {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Shape | string)[];
}
export type Shapes = readonly (Shape | false | undefined | Shapes)[];

export function el(tag: string, attributes: Attributes, ...children: Shapes): Shape {
  return { tag, attributes, children: flat(children) };
}

export function flat(shapes: Shapes): Shape[] {
  const out: Shape[] = [];
  for (const s of shapes) {
    if (!s) continue;
    if ('tag' in s) out.push(s);
    else out.push(...flat(s));
  }
  return out;
}

export const at = (x: number, y: number, ...children: Shapes): Shape =>
  el('g', { transform: `translate(${round(x)} ${round(y)})` }, children);
export const path = (d: string, attributes: Attributes = {}): Shape => el('path', { d, fill: 'none', ...attributes });
export const rect = (x: number, y: number, width: number, height: number, rx = 0, attributes: Attributes = {}): Shape =>
  el('rect', { x: round(x), y: round(y), width: round(width), height: round(height), rx: rx || undefined, ...attributes });
export const circle = (cx: number, cy: number, r: number, attributes: Attributes = {}): Shape =>
  el('circle', { cx: round(cx), cy: round(cy), r, ...attributes });
export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): Shape =>
  el('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), ...attributes });

export const round = (n: number): number => Math.round(n * 100) / 100;

/** Point on a circle; a turn of 0 is twelve o'clock, 1 the full circle clockwise. */
export function polar(cx: number, cy: number, r: number, turn: number): [number, number] {
  return [round(cx + r * Math.sin(turn * 2 * Math.PI)), round(cy - r * Math.cos(turn * 2 * Math.PI))];
}

/** Arc clockwise from turn a to turn b. */
export function arc(cx: number, cy: number, r: number, a: number, b: number): string {
  const end = b - a >= 1 ? a + 0.9999 : b;
  const [x, y] = polar(cx, cy, r, a);
  const [u, v] = polar(cx, cy, r, end);
  return `M${x} ${y}A${r} ${r} 0 ${end - a > 0.5 ? 1 : 0} 1 ${u} ${v}`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (s: string): string => s.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

export function toMarkup(shape: Shape | string): string {
  if (typeof shape === 'string') return escape(shape);
  let attributes = '';
  for (const [name, value] of Object.entries(shape.attributes))
    if (value !== undefined) attributes += ` ${name}="${escape(String(value))}"`;
  return `<${shape.tag}${attributes}>${shape.children.map(toMarkup).join('')}</${shape.tag}>`;
}

const namespace = 'http://www.w3.org/2000/svg';

export function toElement(shape: Shape): SVGElement {
  const element = document.createElementNS(namespace, shape.tag);
  for (const [name, value] of Object.entries(shape.attributes)) if (value !== undefined) element.setAttribute(name, String(value));
  for (const child of shape.children) element.append(typeof child === 'string' ? child : toElement(child));
  return element;
}

const drawn = new WeakMap<Element, string>();

/** Makes the shapes the children of a group, unless they are already; says whether anything has changed. */
export function draw(group: Element, shapes: Shapes): boolean {
  const list = flat(shapes);
  const markup = list.map(toMarkup).join('');
  if (drawn.get(group) === markup) return false;
  drawn.set(group, markup);
  group.replaceChildren(...list.map(toElement));
  return true;
}
