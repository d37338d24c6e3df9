/** Pan and zoom: the whole picture where it fits, never smaller than three quarters, then one pans. */
import { zoom, zoomIdentity } from 'd3';
import type { D3ZoomEvent, Selection } from 'd3';

const smallest = 0.75;
const largest = 3;

export interface Camera {
  /** `scrolls`: only its width has to fit; one pans down it. */
  setPicture(width: number, height: number, scrolls: boolean): void;
  resize(): void;
  fit(): void;
  zoomBy(factor: number): void;
}

export function createCamera(
  host: HTMLElement,
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  root: Selection<SVGGElement, unknown, null, undefined>,
): Camera {
  let picture = { width: 1, height: 1, scrolls: false };
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
    const slack = 24;
    behaviour.translateExtent([
      [-slack, -slack],
      [Math.max(picture.width, width / scale) + slack, Math.max(picture.height, height / scale) + slack],
    ]);
    behaviour.transform(svg, zoomIdentity.scale(scale));
    touched = false;
  };

  return {
    setPicture(width, height, scrolls) {
      picture = { width, height, scrolls };
      fit();
    },
    resize() {
      if (!touched) fit();
    },
    fit,
    zoomBy(factor) {
      touched = true;
      behaviour.scaleBy(svg, factor);
    },
  };
}
