/**
 * Everything a run ever contained and who had to do with what: the input of the layout, which is a function of the whole trace.
 * Goroutines and objects in the order of their numbers, which is the order of creation.
 */
export type ObjectKindName =
  'channel' | 'waitgroup' | 'mutex' | 'rwmutex' | 'once' | 'cond' | 'semaphore' | 'atomic' | 'timer' | 'context' | 'errgroup';

export interface GraphGoroutine {
  readonly id: number;
  /** "worker"; full name and arguments as in GoroutineView. */
  readonly name: string;
  readonly func: string;
  readonly args: string;
  readonly createdBy: number;
  readonly createdAtSite: number;
  readonly createdAtStep: number;
  /** Step of its GoEnd (or panic); Infinity if it never ended. */
  readonly endedAtStep: number;
}

export interface GraphObject {
  readonly id: number;
  readonly kind: ObjectKindName;
  readonly name: string;
  /** Channel: the element type ("int"); otherwise the type's or constructor's name ("sync.Mutex", "context.WithTimeout"). */
  readonly typeName: string;
  /** Channels only; 0 for everything else. */
  readonly capacity: number;
  readonly createdAtStep: number;
  readonly createdBy: number;
  readonly createdAtSite: number;
  /** Channels: most values that were ever in the buffer at once. WaitGroups: highest counter. Otherwise 0. */
  readonly peak: number;
  /** Most goroutines parked at it at any time, per side: senders (or waiters of anything but a channel) and receivers. */
  readonly peakWaiting: number;
  readonly peakReceivers: number;
}

/**
 * send, recv, close: channels. lock, rlock: Mutex and RWMutex. add, done, wait: WaitGroup (wait: Cond too). do: Once. signal: Cond.
 * acquire: semaphore. access: atomic. start: timer (its sleeper or maker). cancel: called the context's cancel function. listen: received
 * from or waited on the Done channel of a context (that channel is no object of the graph: the context stands for it).
 */
export type RelationRole =
  | 'send'
  | 'recv'
  | 'close'
  | 'lock'
  | 'rlock'
  | 'add'
  | 'done'
  | 'wait'
  | 'do'
  | 'signal'
  | 'acquire'
  | 'access'
  | 'start'
  | 'cancel'
  | 'listen';

export interface Relation {
  readonly goroutine: number;
  readonly object: number;
  readonly role: RelationRole;
  /** Completed operations. 0: only tried (parked and never served, or a select case never chosen). */
  readonly count: number;
  /** At least once as a case of a select. */
  readonly viaSelect: boolean;
  readonly firstStep: number;
}

export interface GraphContext {
  readonly id: number;
  readonly name: string;
  /** "context.WithTimeout" */
  readonly kind: string;
  /** 0: a root. */
  readonly parent: number;
  /** Timer of its deadline, 0 if none. */
  readonly timer: number;
  /** Done channel, 0 if nobody asked for it. */
  readonly doneChannel: number;
}

export interface RunGraph {
  readonly goroutines: readonly GraphGoroutine[];
  /** Done channels and the timers of sleeps are left out. */
  readonly objects: readonly GraphObject[];
  /** In order of first occurrence. */
  readonly relations: readonly Relation[];
  /** In creation order: a parent before its children. */
  readonly contexts: readonly GraphContext[];
}
