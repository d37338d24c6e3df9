/** Uses of locks and WaitGroups in WebAssembly, as runtime/hooks.ts describes them, for objects that have appeared before. */
import { at, objectEntry, objectHash } from '../../memory/state.ts';
import { Kind, ObjectKind } from '../../trace/events.ts';
import { add, and, type Code, eq, eqz, load, mul, op, type Operand, sub } from './code.ts';
import { emit, runningId } from './events.ts';
import type { Links } from './kernel.ts';

/** (address of the lock, its kind, mode) */
export function traceLock(code: Code, links: Links): void {
  noteUse(code, links, Kind.LockAcquire, 'internal/rt.TraceLock');
}

/** (address of the lock, its kind, mode) */
export function traceUnlock(code: Code, links: Links): void {
  noteUse(code, links, Kind.LockRelease, 'internal/rt.TraceUnlock');
}

function noteUse(code: Code, links: Links, event: Kind, otherwise: string): void {
  const [lock, kind, mode] = [code.parameter(0), code.parameter(1), code.parameter(2)];
  ifKnown(code, lock, kind, (number) => emit(code, links, event, runningId(), number, mode));
  code.call(links.runtime(otherwise), lock, kind, mode);
}

/** (address of the WaitGroup, change of its counter, counter after it) */
export function traceWaitGroup(code: Code, links: Links): void {
  const [group, delta, counter] = [code.parameter(0), code.parameter(1), code.parameter(2)];
  ifKnown(code, group, ObjectKind.WaitGroup, (number) => emit(code, links, Kind.WaitGroupAdd, runningId(), number, delta, counter, 0));
  code.call(links.runtime('internal/rt.TraceWaitGroup'), group, delta, counter);
}

/** Does this with the object's number and returns, if the object has one: see runtime/objects.ts. */
function ifKnown(code: Code, address: Operand, kind: Operand, use: (number: Operand) => void): void {
  const capacity = code.keep(load(at.objectCapacity));
  code.block((unknown) => {
    code.leaveIf(unknown, eqz(capacity));
    const slot = code.keep(op('i32.shr_u', mul(add(address, kind), objectHash.factor), objectHash.shift));
    const entry = code.local();
    const found = code.local();
    code.loop((next) => {
      code.set(entry, add(load(at.objects), mul(and(slot, sub(capacity, 1)), objectEntry.size)));
      code.set(found, load(entry));
      code.leaveIf(unknown, eqz(found));
      code.if(and(eq(found, address), eq(load(entry, objectEntry.kind), kind)), () => {
        use(load(entry, objectEntry.number));
        code.return();
      });
      code.set(slot, add(slot, 1));
      code.leave(next);
    });
  });
}
