/** The frame of every dialog: a title that names it, a way out, the focus kept inside and given back. */
import { Dialog } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../shared/Icon.tsx';
import { closeDialog, viewStore } from '../state/view.ts';
import type { DialogName } from '../state/view.ts';

interface Props {
  readonly name: DialogName;
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Modal({ name, title, children, className = '' }: Props): ReactElement {
  const open = useStore(viewStore, (view) => view.dialog === name);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(now) => {
        if (!now) closeDialog();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className={`dialog ${className}`} aria-describedby={undefined} onOpenAutoFocus={focusMarked}>
          <Dialog.Title>{title}</Dialog.Title>
          {children}
          <Dialog.Close className="ctl icon close" aria-label="Close">
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The first control has the focus, unless another one is marked. */
function focusMarked(event: Event): void {
  const marked = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>('[data-first]');
  if (!marked) return;
  event.preventDefault();
  marked.focus();
}
