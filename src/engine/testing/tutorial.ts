/** The tutorial's programs, as the gallery has them, for tests. */
import cancel from '../../gallery/cancel.go?raw';
import fanin from '../../gallery/fanin.go?raw';
import fanout from '../../gallery/fanout.go?raw';
import timeout from '../../gallery/timeout.go?raw';
import workerpool from '../../gallery/workerpool.go?raw';

export const tutorial: Readonly<Record<string, string>> = { workerpool, fanout, fanin, cancel, timeout };
