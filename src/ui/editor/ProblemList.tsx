/** The compiler's messages, in its words, each leading to its place. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Glyph } from '../shared/Figure.tsx';
import { runStore } from '../state/run.ts';
import { showLine } from '../state/showLine.ts';

export function ProblemList(): ReactElement | null {
  const problems = useStore(runStore, (state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <ul className="problems" aria-label="Problems">
      {problems.map((problem, index) => (
        <li key={index}>
          <button type="button" onClick={() => showLine(problem.line)}>
            <Glyph name="panicked" />
            <span className="place">
              {problem.line}:{problem.column}
            </span>{' '}
            <span>{problem.message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
