import { openPhoneView } from './view.ts';
import { view } from './views.ts';

/** Shows a line of the program in the editor, on a phone by going to it. */
export function showLine(line: number): void {
  openPhoneView('Code');
  view('editor')?.revealLine(line);
}
