/** The layouts of the runtime's state: memory/state.ts draws them, where the kernel in WebAssembly finds them too. */
export { channel } from '../memory/cells.ts';
export { at, globalTurn, goroutineStatus, localCapacity, namedDecisions, objectEntry, objectHash, record, waiter } from '../memory/state.ts';
