/** Every channel that has been made up to the cursor. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ChannelView } from '../../model/types.ts';
import { Chip, ValueToken } from '../../shared/Figure.tsx';
import { useWorld } from '../../shared/hooks.ts';
import { selectionStore, toggleObject } from '../../state/selection.ts';
import { Rows } from '../Rows.tsx';

/** Values of a buffer that are listed; the others are counted. */
const listed = 12;

export function ChannelsPanel(): ReactElement {
  const world = useWorld();
  const selected = useStore(selectionStore, (state) => state.selected);
  const channels = world?.channels ?? [];
  return (
    <div className="scroll">
      <table aria-label="Channels" className="channels">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Buffer</th>
            <th scope="col">Values</th>
            <th scope="col">Senders waiting</th>
            <th scope="col">Receivers waiting</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <Rows items={channels} columns={6} keyOf={(channel) => channel.id}>
          {(channel) => <Row channel={channel} selected={selected.kind === 'object' && selected.id === channel.id} />}
        </Rows>
      </table>
      {channels.length === 0 && <p className="empty">No channel has been made up to this step.</p>}
    </div>
  );
}

function Row({ channel, selected }: { readonly channel: ChannelView; readonly selected: boolean }): ReactElement {
  const left = channel.buffer.length - listed;
  return (
    <tr className={selected ? 'picked' : ''}>
      <td>
        <button type="button" className="pick code" aria-pressed={selected} onClick={() => toggleObject(channel.id)}>
          {channel.name} <span className="args">chan {channel.elemType}</span>
        </button>
      </td>
      <td className="num">
        {channel.buffer.length}/{channel.capacity}
      </td>
      <td className="values">
        {channel.buffer.slice(0, listed).map((token, index) => (
          <ValueToken key={index} token={token} small />
        ))}
        {left > 0 && <span className="t3"> +{left.toLocaleString('en')}</span>}
      </td>
      <td className="values">
        {channel.senders.map((sender) => (
          <span key={sender.goroutine} className="waiter">
            <Chip goroutine={sender.goroutine} hollow />
            <ValueToken token={sender.value} small />
          </span>
        ))}
      </td>
      <td className="values">
        {channel.receivers.map((goroutine) => (
          <Chip key={goroutine} goroutine={goroutine} hollow />
        ))}
      </td>
      <td>{channel.closed ? 'closed' : 'open'}</td>
    </tr>
  );
}
