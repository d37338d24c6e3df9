import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { patternOf } from '../../../gallery/index.ts';
import { programStore } from '../../state/program.ts';
import { Coded } from '../Coded.tsx';

export function LessonPanel(): ReactElement {
  const pattern = useStore(programStore, (program) => patternOf(program.pattern));
  if (!pattern) {
    return (
      <p className="empty">
        A lesson says what to watch for while stepping through a pattern. Your own program has none: open one from Patterns.
      </p>
    );
  }
  const { title, lesson } = pattern;
  return (
    <article className="pane scroll lesson" tabIndex={0} aria-label={title}>
      <h2>{title}</h2>
      <p>
        <Coded text={lesson.idea} />
      </p>
      <h3>Watch for</h3>
      <ol>
        {lesson.watch.map((text) => (
          <li key={text}>
            <Coded text={text} />
          </li>
        ))}
      </ol>
      <h3>Try</h3>
      <p>
        <Coded text={lesson.exercise} />
      </p>
    </article>
  );
}
