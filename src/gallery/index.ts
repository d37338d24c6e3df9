/** The programs that the page offers: the five of the tutorial "Advanced Concurrency Patterns in Go", each with a lesson in our own words. */
import cancelText from './cancel.go?raw';
import faninText from './fanin.go?raw';
import fanoutText from './fanout.go?raw';
import { cancelLesson, faninLesson, fanoutLesson, timeoutLesson, workerpoolLesson } from './lessons.ts';
import type { Lesson } from './lessons.ts';
import timeoutText from './timeout.go?raw';
import workerpoolText from './workerpool.go?raw';

export interface Pattern {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is and what to see in it. */
  readonly description: string;
  readonly text: string;
  readonly lesson: Lesson;
}

const workerpool: Pattern = {
  id: 'workerpool',
  title: 'Worker pool',
  description: 'Three workers share one channel of jobs; a WaitGroup tells main when the last has ended.',
  text: workerpoolText,
  lesson: workerpoolLesson,
};

export const patterns: readonly Pattern[] = [
  workerpool,
  {
    id: 'fanout',
    title: 'Fan-out',
    description: 'One channel feeds three workers, and their results come back on a second one.',
    text: fanoutText,
    lesson: fanoutLesson,
  },
  {
    id: 'fanin',
    title: 'Fan-in',
    description: 'Two channels are merged into one by select. All values arrive, and yet the program never ends: see why.',
    text: faninText,
    lesson: faninLesson,
  },
  {
    id: 'cancel',
    title: 'Cancellation',
    description: 'A worker looks at its context between two pieces of work, and stops once main has cancelled it.',
    text: cancelText,
    lesson: cancelLesson,
  },
  {
    id: 'timeout',
    title: 'Timeout',
    description: 'Work that takes two seconds races a deadline of one second in a select.',
    text: timeoutText,
    lesson: timeoutLesson,
  },
];

export const defaultPattern: Pattern = workerpool;

export function patternOf(id: string): Pattern | undefined {
  return patterns.find((pattern) => pattern.id === id);
}
