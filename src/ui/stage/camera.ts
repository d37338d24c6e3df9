/**
 * Pan and zoom: the whole picture where it fits, never smaller than three quarters, then one pans. What leaves room stands in the middle of
 * it. The clock (`fixed`) stays in its corner, at the scale at which everything fits.
 */
import { zoom, zoomIdentity, zoomTransform } from 'd3';
import type { D3ZoomEvent, Selection } from 'd3';
import { must } from '../../base/assert.ts';
import { bottom, right } from '../model/layout/geometry.ts';
import { margin } from '../model/layout/sizes.ts';
import type { Box } from '../model/layout/geometry.ts';

const smallest = 0.75;
const largest = 3;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Around everything but what is fixed. */
  readonly content: Box;
  /** Only its width has to fit; one pans down it. */
  readonly scrolls: boolean;
}

export interface Camera {
  setPicture(picture: Picture): void;
  resize(): void;
  fit(): void;
  /** Of a picture that scrolls: brings a box of it into sight, unless a person has moved it. */
  reveal(box: Box): void;
  zoomBy(factor: number): void;
}

/** Beyond the picture's edges. */
const slack = 24;

/**
 * How far to move what reaches from `low` to `high` to the middle of `room`: never back, for the clock is there, and not to the very edges,
 * for a token may be wider than the line it is on.
 */
function inMiddle(low: number, high: number, room: number): number {
  return room - (high - low) < 2 * margin ? 0 : Math.max(0, (room - low - high) / 2);
}

export function createCamera(
  host: HTMLElement,
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  root: Selection<SVGGElement, unknown, null, undefined>,
  fixed: Selection<SVGGElement, unknown, null, undefined>,
): Camera {
  let picture: Picture = { width: 1, height: 1, content: { x: 0, y: 0, w: 1, h: 1 }, scrolls: false };
  let touched = false;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([smallest, largest])
    // The wheel alone scrolls the page and pans the picture; with Ctrl (or a pinch, which browsers report so) it zooms.
    .filter((event: Event) => (event instanceof WheelEvent ? event.ctrlKey : !(event instanceof MouseEvent && event.button !== 0)))
    .extent(() => [
      [0, 0],
      [host.clientWidth, host.clientHeight],
    ])
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (event.sourceEvent) touched = true;
      root.attr('transform', event.transform.toString());
    });
  svg.call(behaviour).on('dblclick.zoom', null);
  svg.on('wheel.pan', (event: WheelEvent) => {
    if (event.ctrlKey || !overflows()) return;
    event.preventDefault();
    touched = true;
    const scale = current();
    behaviour.translateBy(svg, -event.deltaX / scale, -event.deltaY / scale);
  });

  const current = (): number => Number(/scale\(([\d.]+)/.exec(root.attr('transform') ?? '')?.[1] ?? 1);
  const overflows = (): boolean => picture.width * current() > host.clientWidth + 1 || picture.height * current() > host.clientHeight + 1;

  const fit = (): void => {
    const width = host.clientWidth || picture.width;
    const height = host.clientHeight || picture.height;
    const scale = Math.max(smallest, Math.min(1, width / picture.width, picture.scrolls ? 1 : height / picture.height));
    const { content } = picture;
    const x = inMiddle(content.x * scale, right(content) * scale, width);
    // The height of a phone's stage changes with the sentence below it: what scrolls stays at the top.
    const y = picture.scrolls ? 0 : inMiddle(content.y * scale, bottom(content) * scale, height);
    behaviour.translateExtent([
      [-slack - x / scale, -slack - y / scale],
      [Math.max(picture.width, (width - x) / scale) + slack, Math.max(picture.height, (height - y) / scale) + slack],
    ]);
    behaviour.transform(svg, zoomIdentity.translate(x, y).scale(scale));
    fixed.attr('transform', `scale(${scale})`);
    touched = false;
  };

  return {
    setPicture(next) {
      picture = next;
      fit();
    },
    resize() {
      if (!touched) fit();
    },
    fit,
    reveal(box) {
      if (!picture.scrolls || touched) return;
      const { k, y } = zoomTransform(must(svg.node(), 'picture'));
      const [top, foot] = [box.y * k + y - slack, bottom(box) * k + y + slack];
      const by = top < 0 ? top : Math.max(0, foot - host.clientHeight);
      if (by !== 0 && host.clientHeight > 0) behaviour.translateBy(svg, 0, -by / k);
    },
    zoomBy(factor) {
      touched = true;
      behaviour.scaleBy(svg, factor);
    },
  };
}
