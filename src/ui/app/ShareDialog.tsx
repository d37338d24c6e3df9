/** The moment as a link: made when the dialog opens, copied at once where the browser allows it. */
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../shared/Icon.tsx';
import { patternOf } from '../../gallery/index.ts';
import { cursorStore } from '../state/cursor.ts';
import { longLink } from '../state/link.ts';
import { fileName, programStore } from '../state/program.ts';
import { linkToMoment } from '../state/share.ts';
import { viewStore } from '../state/view.ts';
import { Modal } from './Modal.tsx';
import { countText } from '../model/count.ts';

export function ShareDialog(): ReactElement {
  const open = useStore(viewStore, (view) => view.dialog === 'share');
  return (
    <Modal name="share" title="Share">
      {open && <ShareForm />}
    </Modal>
  );
}

function ShareForm(): ReactElement {
  const [link] = useState(linkToMoment);
  const [shown, setShown] = useState(link);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = (text: string) => {
    setShown(text);
    void copyText(text).then((done) => {
      setCopied(done ? 'yes' : 'refused');
      if (!done) field.current?.select();
    });
  };
  useEffect(() => copy(link), [link]);
  return (
    <div className="form">
      <p className="t2">The link holds the program, its schedule, this step and the selection. Nothing is sent anywhere.</p>
      <textarea
        ref={field}
        aria-label="Link"
        readOnly
        rows={4}
        value={shown}
        onFocus={(event) => event.target.select()}
        spellCheck={false}
      />
      <p role="status" className={copied === 'yes' ? 'ok' : 't2'}>
        {copied === 'yes' && 'Copied.'}
        {copied === 'refused' && 'The browser does not let the page copy: press Ctrl+C (⌘C).'}
      </p>
      {link.length > longLink && <TooLong length={link.length} />}
      <div className="acts">
        <button type="button" className="ctl main" onClick={() => copy(link)}>
          <Icon name="copy" /> Copy link
        </button>
        <button type="button" className="ctl box" onClick={() => copy(`[${momentTitle()}](${link})`)}>
          Markdown
        </button>
        <button type="button" className="ctl box" onClick={() => copy(frameText(linkToMoment('embed')))}>
          Frame for a page
        </button>
        <button type="button" className="ctl box" onClick={() => saveFile(programStore.getState().text)}>
          <Icon name="file" /> Save {fileName}
        </button>
      </div>
    </div>
  );
}

/** "Worker pool, step 49 in Interleave" */
function momentTitle(): string {
  const program = patternOf(programStore.getState().pattern)?.title ?? 'A Go program';
  return `${program}, step ${cursorStore.getState().step} in Interleave`;
}

function frameText(link: string): string {
  return `<iframe src="${link}" title="${momentTitle()}" width="100%" height="560" loading="lazy" style="border: 1px solid #8884; border-radius: 8px"></iframe>`;
}

function TooLong({ length }: { readonly length: number }): ReactElement {
  return (
    <p className="warn">
      The link has {countText(length)} characters. Some chat tools cut links after {countText(longLink)}: check that it arrives whole, or
      send the program as a file.
    </p>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function saveFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/x-go' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
