/** Interfaces: what their data word holds, and which types have which methods. */
import type { RuntimeType } from '../ir/ir.ts';
import type { Context } from './context.ts';

/** Values of these types are an interface's data word themselves; of others it is the address. */
export function isPointerShaped(type: RuntimeType): boolean {
  return type.kind === 'pointer' || type.kind === 'map' || type.kind === 'chan' || type.kind === 'func' || type.kind === 'unsafe.Pointer';
}

/** Which types have the methods of which interfaces: derived from the program alone, as it is asked for. */
export class MethodSets {
  private readonly sets: (ReadonlySet<string> | undefined)[] = [];
  /** By interface type, then dynamic type: 0 not known yet, 1 no, 2 yes. */
  private readonly answers: (Uint8Array | undefined)[] = [];

  implements(ctx: Context, type: number, iface: number): boolean {
    if (type === 0) return false;
    let row = this.answers[iface];
    if (row === undefined) this.answers[iface] = row = new Uint8Array(ctx.program.types.length);
    if (row[type] === 0) row[type] = this.missing(ctx, type, iface) === undefined ? 2 : 1;
    return row[type] === 2;
  }

  /** Selector key of the first method of the interface, alphabetically, that the type lacks. */
  missing(ctx: Context, type: number, iface: number): string | undefined {
    let set = this.sets[type];
    if (set === undefined) this.sets[type] = set = new Set(ctx.type(type).methods);
    const owned = set;
    return [...ctx.type(iface).methods].sort().find((method) => !owned.has(method));
  }
}
