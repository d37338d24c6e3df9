/** Sentences in which text between backquotes is set as code. */
import type { ReactElement } from 'react';

export function Coded({ text }: { readonly text: string }): ReactElement {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
