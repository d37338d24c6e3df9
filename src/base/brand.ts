declare const brand: unique symbol;

/** A primitive that cannot be mixed up with another of the same representation. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Goroutine number as the program sees it in dumps: main is 1. */
export type GoroutineId = Brand<number, 'GoroutineId'>;
/** Number of an object of the recording (channel, lock, timer, context, ...), from 1, in order of first appearance. 0: none. */
export type ObjectId = Brand<number, 'ObjectId'>;
/** Number of statements executed so far; step N is the Nth statement. 0: before the first. */
export type Step = Brand<number, 'Step'>;
/** Byte offset in the linear memory. 0: nil. */
export type Address = Brand<number, 'Address'>;
/** Nanoseconds of the virtual clock since the start of the program. Exact up to 104 days. */
export type VirtualNanos = Brand<number, 'VirtualNanos'>;
