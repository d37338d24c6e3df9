/** Stacks and variables of suspended goroutines. */
import { must } from '../../base/assert.ts';
import type { DebugVar, Func, Program, RuntimeKind } from '../ir/ir.ts';
import { cell } from '../memory/cells.ts';
import type { Machine } from '../machine/machine.ts';
import type { StackFrame } from '../machine/stack.ts';
import type { Variables } from './evaluate.ts';
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
    const variables = frame.func.vars.filter((v) => v.param || isDeclared(v, site)).map((v) => readVariable(machine, reader, frame, v));
    return { func: frame.func.name, file: site.file, line: site.line, variables };
  });
}

/** A variable and a way into it: names of fields, elements and keys as values' children have them. */
export interface VariablePath {
  readonly goroutine: number;
  /** Counted from the outermost of the program's own frames, which is 0. */
  readonly frame: number;
  readonly path: readonly string[];
}

/** The value as text; empty where there is none: the goroutine, the call or the variable is not there (yet, or any more). */
export function variableText(machine: Machine, reader: Reader, { goroutine: id, frame, path }: VariablePath): string {
  const g = machine.goroutine(id);
  if (g === undefined) return '';
  const own = ownFrames(machine, g);
  const found = own[own.length - 1 - frame];
  const [name, ...inside] = path;
  const variable = found?.func.vars.find((v) => v.name === name && (v.param || isDeclared(v, must(found.site, 'site'))));
  if (!found || !variable) return '';
  let value: Value | undefined = readVariable(machine, reader, found, variable);
  for (const part of inside) value = value?.children?.find((child) => child.name === part);
  return value ? textOfValue(value) : '';
}

/** With what is in it, as deep as it is read. */
function textOfValue({ value, children }: Value): string {
  return children ? `${value}{${children.map((child) => `${child.name}:${textOfValue(child)}`).join()}}` : value;
}

function ownFrames(machine: Machine, g: number): readonly StackFrame[] {
  return machine.stack(g).frames.filter((frame) => !frame.func.hidden && !frame.func.library && frame.site !== undefined);
}

/** `site` is the statement that is about to be executed, or in which the goroutine waits: what that declares is not there yet. */
function isDeclared({ fromLine, fromColumn, toLine }: DebugVar, { line, column }: NonNullable<StackFrame['site']>): boolean {
  return line <= toLine && (fromLine < line || (fromLine === line && fromColumn < column));
}

function readVariable(machine: Machine, reader: Reader, frame: StackFrame, variable: DebugVar): Value {
  const at = variableAddress(machine, reader, frame, variable);
  return at === 0 ? notYet(reader, variable.name, variable.type) : readValue(reader, variable.name, variable.type, at);
}

/** Where it lies; one that is split over locals is copied together in scratch cells, until the next one is. 0: not declared yet. */
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

/** Variables as the goroutine's innermost own frame sees them, then the package's. */
export function variablesOf(machine: Machine, reader: Reader, g: number): Variables {
  const [frame] = ownFrames(machine, g);
  const { program, code } = machine.executable;
  return (name) => {
    const site = frame?.site;
    // Of several with one name the innermost, which is declared last.
    const local = site && frame.func.vars.findLast((v) => v.name === name && (v.param || isDeclared(v, site)));
    if (frame && local) {
      const at = variableAddress(machine, reader, frame, local);
      return at === 0 ? undefined : { type: local.type, memory: reader.memory, at };
    }
    const global = program.globals.vars.find((v) => v.name === `main.${name}`);
    return global && { type: global.type, memory: reader.memory, at: code.mutableBase + global.offset };
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
