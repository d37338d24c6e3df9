import { useState } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { InspectedValue } from '../../../worker/protocol.ts';
import { CommandButton } from '../../shared/CommandButton.tsx';
import { figureOf, valueText } from '../../model/recordedObject.ts';
import { Chip } from '../../shared/Figure.tsx';
import { useWorld } from '../../shared/hooks.ts';
import { Icon } from '../../shared/Icon.tsx';
import { selectionStore, toggleObject } from '../../state/selection.ts';
import { LineLink } from '../LineLink.tsx';
import type { Inspection } from './useInspection.ts';
import { changeOf } from './useInspection.ts';

interface Props {
  readonly goroutine: number;
  readonly inspection: Inspection;
}

/** The machine stands before the next statement of a goroutine; every view shows the last one it has begun, so the innermost frame does too. */
export function FramesPane({
  goroutine,
  inspection,
  line,
  isOver,
}: Props & { readonly line: number; readonly isOver: boolean }): ReactElement {
  const frames = inspection.now?.frames ?? [];
  return (
    <div className="pane scroll">
      <div className="panehead">
        <h3>
          Stack <span className="sr">of goroutine</span> <Chip goroutine={goroutine} />
        </h3>
        <FrameTools />
      </div>
      <ol className="frames">
        {frames.map((frame, index) => (
          <li key={index} className={index === 0 ? 'on' : ''}>
            {frame.func}
            <LineLink file={frame.file} line={index === 0 && line > 0 ? line : frame.line} short />
          </li>
        ))}
        {inspection.now && inspection.now.createdBy !== '' && <li className="off">created by {inspection.now.createdBy}</li>}
      </ol>
      <Missing inspection={inspection} what={isOver ? 'has ended' : 'has not begun'} />
    </div>
  );
}

/** On this goroutine alone. */
function FrameTools(): ReactElement {
  return (
    <span className="frametools" role="group" aria-label="On this goroutine">
      <CommandButton id="stepOver">
        <Icon name="over" />
      </CommandButton>
      <CommandButton id="stepInto">
        <Icon name="into" />
      </CommandButton>
      <CommandButton id="stepOut">
        <Icon name="out" />
      </CommandButton>
    </span>
  );
}

export function VariablesPane({ inspection }: Props): ReactElement {
  const frame = inspection.now?.frames[0];
  return (
    <div className="pane scroll" role="group" aria-label="Variables" tabIndex={0}>
      <h3>Variables</h3>
      <dl className="vars">
        {frame?.variables.map((variable, index) => (
          <Variable key={`${index} ${variable.name}`} variable={variable} change={changeOf(inspection, variable)} depth={0} />
        ))}
      </dl>
      {frame?.variables.length === 0 && <p className="t3">None in this function yet.</p>}
    </div>
  );
}

/** "*WaitGroup", "Context": without packages, which the title names. */
function shortType(type: string): string {
  return type.replace(/\b(?:[\w.-]+\/)*\w+\.(?=[A-Za-z_])/g, '');
}

/** A value that has just changed says what it was. Its parts are shown on demand. */
function Variable({
  variable,
  change,
  depth,
}: {
  readonly variable: InspectedValue;
  readonly change: ReturnType<typeof changeOf>;
  readonly depth: number;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const tone = change ? 'chg' : '';
  const parts = variable.children ?? [];
  return (
    <>
      <dt className={tone} style={depth > 0 ? { paddingLeft: 12 * depth } : undefined}>
        {parts.length > 0 ? (
          <button type="button" className="part" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {variable.name}
          </button>
        ) : (
          variable.name
        )}
      </dt>
      <dd className="ty" title={variable.type}>
        {shortType(variable.type)}
      </dd>
      <dd className={tone} title={variable.value}>
        <ValueText variable={variable} />
        {change?.was !== undefined && <span className="was"> was {change.was}</span>}
      </dd>
      {open && parts.map((part, index) => <Variable key={`${index} ${part.name}`} variable={part} change={undefined} depth={depth + 1} />)}
      {open && variable.more && <dd className="t3 more">{variable.parts === undefined ? '…' : `… ${variable.parts - parts.length} more`}</dd>}
    </>
  );
}

/** What stands in the picture is found there by a click. */
function ValueText({ variable }: { readonly variable: InspectedValue }): ReactElement {
  const world = useWorld();
  const selected = useStore(selectionStore, (state) => state.selected);
  if (!world || variable.object === undefined) return <>{variable.value}</>;
  const text = valueText(variable, world);
  const figure = figureOf(variable, world);
  if (figure === 0) return <>{text}</>;
  const isSelected = selected.kind === 'object' && selected.id === figure;
  return (
    <button
      type="button"
      className="pick value"
      title="Show it in the picture"
      aria-pressed={isSelected}
      onClick={() => toggleObject(figure)}
    >
      {text}
    </button>
  );
}

function Missing({ inspection, what }: { readonly inspection: Inspection; readonly what: string }): ReactElement | null {
  if (inspection.pending || (inspection.now && inspection.now.frames.length > 0)) return null;
  return <p className="t3">It {what}.</p>;
}
