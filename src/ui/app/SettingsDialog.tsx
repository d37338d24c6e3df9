import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { changeSettings, fontSizes, settingsStore } from '../state/settings.ts';
import type { Settings } from '../state/settings.ts';
import { Modal } from './Modal.tsx';

export function SettingsDialog(): ReactElement {
  return (
    <Modal name="settings" title="Settings">
      <SettingsForm />
    </Modal>
  );
}

function SettingsForm(): ReactElement {
  const settings = useStore(settingsStore);
  return (
    <div className="form">
      <Field label="Theme">
        <select value={settings.theme} onChange={(event) => changeSettings({ theme: event.target.value as Settings['theme'] })}>
          <option value="system">As the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </Field>
      <Field label="Motion">
        <select value={settings.motion} onChange={(event) => changeSettings({ motion: event.target.value as Settings['motion'] })}>
          <option value="system">As the system</option>
          <option value="none">None: every step is a still frame</option>
        </select>
      </Field>
      <Field label="Size of the code">
        <select value={settings.fontSize} onChange={(event) => changeSettings({ fontSize: Number(event.target.value) })}>
          {fontSizes.map((size) => (
            <option key={size} value={size}>
              {size} px
            </option>
          ))}
        </select>
      </Field>
      <Check label="Run by itself after an edit" checked={settings.runOnEdit} onChange={(runOnEdit) => changeSettings({ runOnEdit })} />
      <Check
        label="Keys without Ctrl or Alt (letters and signs)"
        checked={settings.singleKeys}
        onChange={(singleKeys) => changeSettings({ singleKeys })}
      />
    </div>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <label className="field">
      <span>{label}</span>
      <span className="select box">{children}</span>
    </label>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
