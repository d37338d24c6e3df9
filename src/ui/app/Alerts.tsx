/** Messages that stay until dismissed, between head and body: they push nothing aside and cover no picture for long. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../shared/Icon.tsx';
import { alertStore, dismiss } from '../state/alerts.ts';

export function Alerts(): ReactElement {
  const alerts = useStore(alertStore, (state) => state.alerts);
  return (
    <div className="alerts">
      {alerts.map((alert) => (
        <div key={alert.id} role="alert" className={`alert ${alert.tone}`}>
          <p>
            <b>{alert.title}</b> {alert.text}
          </p>
          <button type="button" className="ctl icon" aria-label="Dismiss" title="Dismiss" onClick={() => dismiss(alert.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
