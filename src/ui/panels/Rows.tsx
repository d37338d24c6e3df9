/** The rows of a table; of very many, those around the ones in sight, with room left for the others. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface Props<T> {
  readonly items: readonly T[];
  readonly columns: number;
  readonly keyOf: (item: T) => number;
  readonly children: (item: T) => ReactNode;
}

const rowHeight = 32;
const allOf = 120;
const around = 20;

export function Rows<T>({ items, columns, keyOf, children }: Props<T>): ReactElement {
  const body = useRef<HTMLTableSectionElement>(null);
  const [from, to] = useRange(body, items.length);
  const row = (item: T) => <Keyed key={keyOf(item)}>{children(item)}</Keyed>;
  return (
    <tbody ref={body}>
      {from > 0 && <Gap columns={columns} rows={from} />}
      {items.slice(from, to).map(row)}
      {to < items.length && <Gap columns={columns} rows={items.length - to} />}
    </tbody>
  );
}

function Keyed({ children }: { readonly children: ReactNode }): ReactElement {
  return <>{children}</>;
}

function Gap({ columns, rows }: { readonly columns: number; readonly rows: number }): ReactElement {
  return (
    <tr aria-hidden="true" style={{ height: rows * rowHeight }}>
      <td colSpan={columns} />
    </tr>
  );
}

/** Indices of the first row on the page and behind the last one. */
function useRange(body: React.RefObject<HTMLTableSectionElement | null>, count: number): readonly [number, number] {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  useLayoutEffect(() => {
    const scroller = body.current?.closest('.scroll');
    if (!scroller || count <= allOf) return undefined;
    const update = () => {
      setTop(Math.floor(scroller.scrollTop / rowHeight));
      setHeight(scroller.clientHeight);
    };
    update();
    scroller.addEventListener('scroll', update, { passive: true });
    return () => scroller.removeEventListener('scroll', update);
  }, [body, count]);
  if (count <= allOf) return [0, count];
  const from = Math.max(0, Math.min(top, count) - around);
  return [from, Math.min(count, from + Math.ceil(height / rowHeight) + 2 * around)];
}
