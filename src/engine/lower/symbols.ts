/**
 * What a function's code refers to outside itself. The code of a function is the same in every program; the numbers that differ between
 * programs (ids of functions and types, addresses in static data, ...) stand in it as symbols, which the linker gives their values.
 */
import { bug } from '../../base/assert.ts';
import type { Func, Layout } from '../ir/ir.ts';
import type { VarObject } from '../types/objects.ts';
import type { GoType } from './goTypes.ts';

export type LinkSymbol =
  /** Id of a function. */
  | { readonly k: 'func'; readonly code: Code }
  /** Address of the one closure of a function that captures nothing. */
  | { readonly k: 'closure'; readonly code: Code }
  /** Run-time id of a type. */
  | { readonly k: 'type'; readonly type: GoType }
  /** The same; values of the type are made interface values, so its methods may be called. */
  | { readonly k: 'liveType'; readonly type: GoType }
  /** Row of the dispatch table for a method called through interfaces. */
  | { readonly k: 'selector'; readonly key: string }
  /** Address of the bytes of a string, one byte per UTF-16 unit. */
  | { readonly k: 'text'; readonly text: string }
  | { readonly k: 'data'; readonly data: ConstantData }
  /** Number of a layout, as allocators take it. */
  | { readonly k: 'layout'; readonly layout: Layout }
  /** Offset of a package variable. */
  | { readonly k: 'global'; readonly variable: VarObject }
  /** No number: interface values are made of the parts of any value. */
  | { readonly k: 'components' }
  /** No number: interface values are made of pointers to values and their parts. */
  | { readonly k: 'pointers' };

/** Bytes of static data, with the addresses to fill in. `align` is 1, 4 or 8. */
export interface ConstantData {
  readonly bytes: Uint8Array;
  readonly align: number;
  readonly addresses: readonly { readonly offset: number; readonly symbol: LinkSymbol }[];
}

export interface Lowered {
  readonly func: Func;
  /** By SymbolId. */
  readonly symbols: readonly LinkSymbol[];
}

/** A function that is needed only if some interface can hold a value of one of these kinds, and what takes its place if none can. */
export interface Condition { readonly kinds: readonly string[]; readonly otherwise: Code }

/** A function that is lowered when it is first looked at: only what a program reaches is. */
export class Code {
  private make: (() => Lowered) | undefined;
  private made: Lowered | undefined;
  readonly condition: Condition | undefined;

  constructor(make: () => Lowered, condition?: Condition) {
    this.make = make;
    this.condition = condition;
  }

  get lowered(): Lowered {
    if (!this.made) {
      const make = this.make ?? bug('a function is needed to lower itself');
      this.make = undefined;
      this.made = make();
    }
    return this.made;
  }
}

/** The symbols of one function while it is lowered: each once. */
export class SymbolTable {
  readonly list: LinkSymbol[] = [];
  private readonly ids = new Map<object | string, Map<string, number>>();

  id(symbol: LinkSymbol): number {
    const what = identity(symbol);
    let ofKind = this.ids.get(what);
    if (!ofKind) this.ids.set(what, (ofKind = new Map()));
    let id = ofKind.get(symbol.k);
    if (id === undefined) ofKind.set(symbol.k, (id = this.list.push(symbol) - 1));
    return id;
  }
}

function identity(symbol: LinkSymbol): object | string {
  switch (symbol.k) {
    case 'func':
    case 'closure':
      return symbol.code;
    case 'type':
    case 'liveType':
      return symbol.type;
    case 'selector':
      return symbol.key;
    case 'text':
      return symbol.text;
    case 'data':
      return symbol.data;
    case 'layout':
      return symbol.layout;
    case 'global':
      return symbol.variable;
    case 'components':
    case 'pointers':
      return '';
  }
}
