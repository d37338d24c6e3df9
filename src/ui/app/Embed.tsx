/**
 * The page inside another page, a tutorial say: picture, program to read, sentence, scrubber and transport. It keeps and sends nothing; the way to
 * the whole playground carries the moment along.
 */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { patternOf } from '../../gallery/index.ts';
import { ReadingCode } from '../editor/ReadingCode.tsx';
import { Icon, Logo } from '../shared/Icon.tsx';
import { useMedia } from '../shared/hooks.ts';
import { fileName, programStore } from '../state/program.ts';
import { linkToMoment } from '../state/share.ts';
import { narrow } from './narrow.ts';
import { PhoneTransport, Tell } from './Phone.tsx';
import { StageView } from './StageView.tsx';
import { TimelineView } from './TimelineView.tsx';

/** Beside the program the picture still has the width it needs. */
const withCode = '(min-width: 1040px)';

export function Embed(): ReactElement {
  const small = useMedia(narrow);
  const roomy = useMedia(withCode);
  const title = useStore(programStore, (program) => patternOf(program.pattern)?.title ?? fileName);
  return (
    <div className={`embed ${small ? 'small' : ''} ${roomy ? 'roomy' : ''}`}>
      <header className="top">
        <Logo />
        <h1>{title}</h1>
        <span className="fill" />
        <a
          className="ctl"
          href={linkToMoment('page')}
          target="_blank"
          rel="noopener"
          // Where the reader stands now.
          onClick={(event) => (event.currentTarget.href = linkToMoment('page'))}
        >
          <Icon name="share" /> Open in playground
        </a>
      </header>
      <main className="parts" data-debugger>
        {roomy && <ReadingCode />}
        <StageView narrow={small} />
      </main>
      <Tell />
      <div className="strip" data-debugger>
        <TimelineView strip />
      </div>
      <PhoneTransport />
    </div>
  );
}
