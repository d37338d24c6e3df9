/** Every channel that has been made up to the cursor. */
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { channelColumns, channelRows } from '../../model/index.ts';
import type { ChannelRow } from '../../model/tables.ts';
import type { ChannelView } from '../../model/types.ts';
import { Chip, ValueToken } from '../../shared/Figure.tsx';
import { useWorld } from '../../shared/hooks.ts';
import { selectionStore, toggleObject } from '../../state/selection.ts';
import { Rows } from '../Rows.tsx';
import { countText } from '../../model/count.ts';

/** Values of a buffer that are listed; the others are counted. */
const listed = 12;

export function ChannelsPanel(): ReactElement {
  const world = useWorld();
  const selected = useStore(selectionStore, (state) => state.selected);
  const rows = world ? channelRows(world) : [];
  return (
    <div className="scroll">
      <table aria-label="Channels" className="channels">
        <thead>
          <tr>
            {channelColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <Rows items={rows} columns={channelColumns.length} keyOf={(row) => row.id}>
          {(row) => <Row row={row} selected={selected.kind === 'object' && selected.id === row.id} />}
        </Rows>
      </table>
      {rows.length === 0 && <p className="empty">No channel has been made up to this step.</p>}
    </div>
  );
}

function Row({ row, selected }: { readonly row: ChannelRow; readonly selected: boolean }): ReactElement {
  const { view } = row;
  return (
    <tr className={selected ? 'picked' : ''}>
      <td>
        {view ? (
          <button type="button" className="pick code" aria-pressed={selected} onClick={() => toggleObject(row.id)}>
            <span>
              {row.name} <span className="args">chan {view.elemType}</span>
            </span>
          </button>
        ) : (
          <code>{row.name}</code>
        )}
      </td>
      <td className="num">{row.buffer}</td>
      <td className="values">{view && <Buffer channel={view} />}</td>
      <td className="values">
        <span className="sr">{row.sendersWaiting}</span>
        <span aria-hidden="true">{view ? <Senders channel={view} /> : row.sendersWaiting}</span>
      </td>
      <td className="values">
        <span className="sr">{row.receiversWaiting}</span>
        <span aria-hidden="true">
          {view ? view.receivers.map((goroutine) => <Chip key={goroutine} goroutine={goroutine} hollow />) : row.receiversWaiting}
        </span>
      </td>
      <td>{row.state}</td>
    </tr>
  );
}

/** Front first. Between the tokens stands a space, for those who read or copy the text. */
function Buffer({ channel }: { readonly channel: ChannelView }): ReactElement {
  const left = channel.buffer.length - listed;
  return (
    <>
      {channel.buffer.slice(0, listed).map((token, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <ValueToken token={token} small />
        </Fragment>
      ))}
      {left > 0 && <span className="t3"> +{countText(left)}</span>}
    </>
  );
}

function Senders({ channel }: { readonly channel: ChannelView }): ReactElement {
  return (
    <>
      {channel.senders.map((sender) => (
        <span key={sender.goroutine} className="waiter">
          <Chip goroutine={sender.goroutine} hollow />
          <ValueToken token={sender.value} small />
        </span>
      ))}
    </>
  );
}
