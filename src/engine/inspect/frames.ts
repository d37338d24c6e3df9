/** Stacks and variables of suspended goroutines. */
import { must } from '../../base/assert.ts';
import type { DebugVar, Func, Program, RuntimeKind } from '../ir/ir.ts';
import { cell } from '../memory/cells.ts';
import type { Machine } from '../machine/machine.ts';
import type { StackFrame } from '../machine/stack.ts';
import type { Variables } from './evaluate.ts';
import type { Place } from './interfaces.ts';
import { partOf } from './places.ts';
import type { Reader, Value } from './types.ts';
import { readValue } from './value.ts';

export interface FrameView {
  readonly func: string;
  readonly file: string;
  readonly line: number;
  readonly variables: readonly Value[];
}

/** The program's own frames, innermost first. */
export function inspectStack(machine: Machine, reader: Reader, g: number): FrameView[] {
  return ownFrames(machine, g).map((frame) => {
    const site = must(frame.site, 'site');
    const variables = inScope(frame).map(({ name, variable }) => readVariable(machine, reader, frame, name, variable));
    return { func: frame.func.name, file: site.file, line: site.line, variables };
  });
}

/** The variables of the program's own packages. */
export function inspectGlobals(machine: Machine, reader: Reader): Value[] {
  const { program, code } = machine.executable;
  return program.globals.vars.filter(isOwn).map((v) => readValue(reader, v.name.slice(ownPackage.length), v.type, code.mutableBase + v.offset));
}

const ownPackage = 'main.';
const isOwn = ({ name }: { readonly name: string }): boolean => name.startsWith(ownPackage) && !name.endsWith('._');

/** A variable and a way into it: names of fields, elements and keys as values' children have them. */
export interface VariablePath {
  /** 0: a variable of the package. */
  readonly goroutine: number;
  /** Counted from the outermost of the program's own frames, which is 0. */
  readonly frame: number;
  readonly path: readonly string[];
}

/** Where it lies; undefined where it does not: the goroutine, the call or the variable is not there (yet, or any more), or there is no such part. */
export function placeOf(machine: Machine, reader: Reader, { goroutine: id, frame, path }: VariablePath): Place | undefined {
  const [name = '', ...inside] = path;
  const variable = id === 0 ? globalPlace(machine, name) : localPlace(machine, reader, id, frame, name);
  return inside.reduce((place: Place | undefined, part) => place && partOf(reader, place, part), variable);
}

function globalPlace({ executable: { program, code } }: Machine, name: string): Place | undefined {
  const global = program.globals.vars.find((v) => v.name === ownPackage + name);
  return global && { type: global.type, at: code.mutableBase + global.offset };
}

function localPlace(machine: Machine, reader: Reader, id: number, depth: number, name: string): Place | undefined {
  const g = machine.goroutine(id);
  if (g === undefined) return undefined;
  const own = ownFrames(machine, g);
  const frame = own[own.length - 1 - depth];
  const found = frame && inScope(frame).find((candidate) => candidate.name === name);
  if (!frame || !found) return undefined;
  return variablePlace(machine, reader, frame, found.variable);
}

/** What a frame shows, with the names by which it can be told apart: "(a)" is an a that another one in an inner block hides. */
function inScope({ func, site }: StackFrame): { readonly name: string; readonly variable: DebugVar }[] {
  const visible = func.vars.filter((v) => v.param || (site !== undefined && isDeclared(v, site)));
  return visible.map((variable, i) => {
    const hiding = visible.slice(i + 1).filter(({ name }) => name === variable.name).length;
    return { name: '('.repeat(hiding) + variable.name + ')'.repeat(hiding), variable };
  });
}

function ownFrames(machine: Machine, g: number): readonly StackFrame[] {
  return machine.stack(g).frames.filter((frame) => !frame.func.hidden && !frame.func.library && frame.site !== undefined);
}

/** `site` is the statement that is about to be executed, or in which the goroutine waits: what that declares is not there yet. */
function isDeclared({ fromLine, fromColumn, toLine }: DebugVar, { line, column }: NonNullable<StackFrame['site']>): boolean {
  return line <= toLine && (fromLine < line || (fromLine === line && fromColumn < column));
}

function readVariable(machine: Machine, reader: Reader, frame: StackFrame, name: string, variable: DebugVar): Value {
  const place = variablePlace(machine, reader, frame, variable);
  return place ? readValue(reader, name, place.type, place.at) : notYet(reader, name, variable.type);
}

/** Where it lies; one that is put together lies in scratch cells, until the next one does. Undefined: not declared yet. */
function variablePlace(machine: Machine, reader: Reader, frame: StackFrame, variable: DebugVar): Place | undefined {
  const { type, pointee } = variable;
  if (pointee) return { type, at: pointerTo(reader, pointeeAddress(machine, frame, variable)), made: true };
  const at = variableAddress(machine, reader, frame, variable);
  return at === 0 ? undefined : { type, at };
}

/** Where that lies which the frame has instead of a pointer to it: a local of its own holds it as memory would. */
function pointeeAddress(machine: Machine, frame: StackFrame, { name, at }: DebugVar): number {
  const layout = must(machine.executable.code.functions[frame.id], 'function').frame;
  if (at.k === 'slot') return frame.fp + must(layout.slots[at.slot], 'slot');
  const [local] = at.k === 'scalars' ? at.locals : [];
  return frame.fp + must(layout.locals[must(local, `place of what ${name} points to`)], 'local');
}

function pointerTo({ memory }: Reader, address: number): number {
  memory.setUint32(cell.scratch, address, true);
  return cell.scratch;
}

/** Where it lies; one that is split over locals is copied together in scratch cells. 0: not declared yet. */
function variableAddress(machine: Machine, reader: Reader, frame: StackFrame, { type, at }: DebugVar): number {
  const layout = must(machine.executable.code.functions[frame.id], 'function').frame;
  const localAddress = (id: number) => frame.fp + (layout.locals[id] as number);
  switch (at.k) {
    case 'scalars':
      return gather(reader, type, at.locals.map(localAddress));
    case 'slot':
      return frame.fp + (layout.slots[at.slot] as number);
    case 'boxed':
      return machine.word(localAddress(at.local));
    case 'captured': {
      const closure = machine.word(closureAddress(frame.func, localAddress, frame.fp, layout.prefix.closure));
      if (closure === 0) return 0;
      return at.boxed ? machine.word(closure + at.offset) : closure + at.offset;
    }
  }
}

/** Variables as the goroutine's innermost own frame sees them, or the one at this depth (the outermost is at 1), then the package's. */
export function variablesOf(machine: Machine, reader: Reader, g: number | undefined, depth?: number): Variables {
  const frames = g === undefined ? [] : ownFrames(machine, g);
  const frame = depth === undefined ? frames[0] : frames[Math.max(0, frames.length - depth)];
  const scope = frame ? inScope(frame) : [];
  return (name) => {
    const local = scope.find((candidate) => candidate.name === name);
    const place = frame && local ? variablePlace(machine, reader, frame, local.variable) : globalPlace(machine, name);
    return place ? { ...place, memory: reader.memory } : undefined;
  };
}

function closureAddress(func: Func, localAddress: (id: number) => number, fp: number, inPrefix: number): number {
  return func.closure === undefined ? fp + inPrefix : localAddress(func.closure);
}

function notYet(reader: Reader, name: string, type: number): Value {
  return { name, type: must(reader.program.types[type], 'type').name, value: '(not yet declared)', target: 0 };
}

interface Leaf {
  readonly offset: number;
  readonly bytes: 1 | 2 | 4 | 8;
}

/** Copies the scalars of a split variable together, as the type lies in memory, to the scratch cells; their address. */
function gather(reader: Reader, type: number, from: readonly number[]): number {
  const { memory } = reader;
  leavesOf(reader.program, type, 0).forEach((leaf, i) => {
    const source = from[i];
    if (source === undefined) return;
    const to = cell.scratch + leaf.offset;
    if (leaf.bytes === 8) memory.setBigInt64(to, memory.getBigInt64(source, true), true);
    else if (leaf.bytes === 4) memory.setInt32(to, memory.getInt32(source, true), true);
    else if (leaf.bytes === 2) memory.setInt16(to, memory.getInt32(source, true), true);
    else memory.setInt8(to, memory.getInt32(source, true));
  });
  return cell.scratch;
}

const leafSizes: Readonly<Partial<Record<RuntimeKind, Leaf['bytes']>>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  pointer: 4,
  map: 4,
  chan: 4,
  func: 4,
  'unsafe.Pointer': 4,
};

/** The scalars that a type is split into, in order: see ir.ts. */
function leavesOf(program: Program, typeId: number, base: number): Leaf[] {
  const type = must(program.types[typeId], 'type');
  switch (type.kind) {
    case 'string':
    case 'interface':
      return words(base, 2);
    case 'slice':
      return words(base, 3);
    case 'complex64':
      return words(base, 2);
    case 'complex128':
      return [
        { offset: base, bytes: 8 },
        { offset: base + 8, bytes: 8 },
      ];
    case 'struct':
      return type.fields.flatMap((field) => leavesOf(program, field.type, base + field.offset));
    default:
      return [{ offset: base, bytes: leafSizes[type.kind] ?? 8 }];
  }
}

function words(base: number, count: number): Leaf[] {
  return Array.from({ length: count }, (_, i) => ({ offset: base + 4 * i, bytes: 4 }));
}
