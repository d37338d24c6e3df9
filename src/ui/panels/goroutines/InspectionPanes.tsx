import type { ReactElement } from 'react';
import type { InspectedValue } from '../../../worker/protocol.ts';
import { LineLink } from '../LineLink.tsx';
import type { Inspection } from './useInspection.ts';
import { previousValue } from './useInspection.ts';

interface Props {
  readonly goroutine: number;
  readonly inspection: Inspection;
}

export function FramesPane({ goroutine, inspection }: Props): ReactElement {
  const frames = inspection.now?.frames ?? [];
  return (
    <div className="pane scroll">
      <h3>Stack of goroutine {goroutine}</h3>
      <ol className="frames">
        {frames.map((frame, index) => (
          <li key={index} className={index === 0 ? 'on' : ''}>
            {frame.func}
            <LineLink file={frame.file} line={frame.line} short />
          </li>
        ))}
        {inspection.now && inspection.now.createdBy !== '' && <li className="off">created by {inspection.now.createdBy}</li>}
      </ol>
      <Missing inspection={inspection} what="has no frames at this step" />
    </div>
  );
}

export function VariablesPane({ inspection }: Props): ReactElement {
  const frame = inspection.now?.frames[0];
  return (
    <div className="pane scroll">
      <h3>Variables</h3>
      <dl className="vars">
        {frame?.variables.map((variable, index) => (
          <Variable key={`${index} ${variable.name}`} variable={variable} was={previousValue(inspection, variable.name)} depth={0} />
        ))}
      </dl>
      {frame?.variables.length === 0 && <p className="t3">None in this function yet.</p>}
    </div>
  );
}

/** A value that has just changed says what it was. Parts of a value follow it, indented. */
function Variable({ variable, was, depth }: { readonly variable: InspectedValue; readonly was: string | undefined; readonly depth: number }): ReactElement {
  const changed = was !== undefined && was !== variable.value;
  return (
    <>
      <dt className={changed ? 'chg' : ''} style={{ paddingLeft: 12 * depth }}>
        {variable.name}
      </dt>
      <dd className="ty">{variable.type}</dd>
      <dd className={changed ? 'chg' : ''}>
        {variable.value}
        {changed && <span className="was"> was {was}</span>}
      </dd>
      {variable.children?.map((child, index) => (
        <Variable key={`${index} ${child.name}`} variable={child} was={undefined} depth={depth + 1} />
      ))}
      {variable.more && <dd className="t3 more">…</dd>}
    </>
  );
}

function Missing({ inspection, what }: { readonly inspection: Inspection; readonly what: string }): ReactElement | null {
  if (inspection.pending || (inspection.now && inspection.now.frames.length > 0)) return null;
  return <p className="t3">It {what}.</p>;
}
