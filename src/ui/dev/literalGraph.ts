import type { RunGraph } from '../model/graph.ts';

const r = (goroutine: number, object: number, role: 'send' | 'recv' | 'close' | 'done' | 'wait' | 'add') => ({ goroutine, object, role, count: 1, viaSelect: false, firstStep: 1 });
const go = (id: number, name: string, args: string) => ({ id, name, func: `main.${name}`, args, createdBy: id === 1 ? 0 : 1, createdAtSite: 0, createdAtStep: id * 3, endedAtStep: 99 });
export const workerPoolGraph: RunGraph = {
  goroutines: [go(1, 'main', ''), go(2, 'worker', 'id 1'), go(3, 'worker', 'id 2'), go(4, 'worker', 'id 3')],
  objects: [
    { id: 1, kind: 'channel', name: 'jobs', typeName: 'int', capacity: 10, createdAtStep: 1, createdBy: 1, createdAtSite: 0, peak: 9, peakWaiting: 0, peakReceivers: 0 },
    { id: 2, kind: 'waitgroup', name: 'wg', typeName: 'sync.WaitGroup', capacity: 0, createdAtStep: 1, createdBy: 1, createdAtSite: 0, peak: 3, peakWaiting: 1, peakReceivers: 0 },
  ],
  relations: [r(1, 2, 'add'), r(1, 1, 'send'), r(1, 1, 'close'), r(2, 1, 'recv'), r(3, 1, 'recv'), r(4, 1, 'recv'), r(1, 2, 'wait'), r(2, 2, 'done'), r(3, 2, 'done'), r(4, 2, 'done')],
  contexts: [],
};
