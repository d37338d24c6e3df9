/** lostcancel: the function that cancels a context is thrown away, or not used on some way through the function. */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { lineOf } from '../syntax/positions.ts';
import { type Node, walk, walkFile } from '../syntax/walk.ts';
import type { VarObject } from '../types/objects.ts';
import { flowOf, type Step } from './flow.ts';
import { calledFunction, type Pass } from './pass.ts';

const makers: ReadonlySet<string> = new Set(['WithCancel', 'WithTimeout', 'WithDeadline', 'WithCancelCause', 'WithTimeoutCause', 'WithDeadlineCause']);

type Definition = syntax.AssignStmt | syntax.VarDecl;

export function lostcancel(pass: Pass): void {
  for (const file of pass.pkg.files) {
    walkFile(file, (node) => {
      if ((node.kind === 'FuncDecl' || node.kind === 'FuncLit') && node.body) inFunction(pass, node.body);
    });
  }
}

/** Function literals inside are functions of their own. */
function inFunction(pass: Pass, body: syntax.BlockStmt): void {
  const found = new Map<VarObject, Definition>();
  walk(body, (node) => {
    if (node.kind === 'FuncLit') return false;
    const name = (node.kind === 'AssignStmt' || node.kind === 'VarDecl') && makerOf(node);
    if (!name) return true;
    const cancel = node.kind === 'VarDecl' ? node.names[1] : node.lhs[1];
    if (cancel?.kind !== 'Ident') return true;
    if (cancel.name === '_') pass.report(cancel, `the cancel function returned by context.${name} should be called, not discarded, to avoid a context leak`);
    else if (cancel.$obj?.kind === 'Var' && isOwn(cancel.$obj, body)) found.set(cancel.$obj, node);
    return true;
  });
  if (found.size === 0) return;
  const start = flowOf(body);
  for (const [variable, definition] of found) onAllPaths(pass, start, variable, definition);
}

/** A variable of the function itself: others may be used elsewhere. */
function isOwn(variable: VarObject, body: syntax.BlockStmt): boolean {
  return variable.role === 'local' && variable.pos >= body.pos && variable.pos < body.end;
}

/** The function of package context whose two results are assigned here. */
function makerOf(s: Definition): string | undefined {
  const values = s.kind === 'VarDecl' ? s.values : s.rhs;
  const call = values.length === 1 && values[0] ? unparen(values[0]) : undefined;
  const f = call?.kind === 'CallExpr' ? calledFunction(call) : undefined;
  return f?.pkg?.path === 'context' && makers.has(f.name) ? f.name : undefined;
}

function onAllPaths(pass: Pass, start: Step, variable: VarObject, definition: Definition): void {
  const defining = find(start, (step) => step.parts.includes(definition));
  const left = defining && defining.next.map((next) => find(next, (step) => step.leaves !== undefined, (step) => uses(step, variable))).find((step) => step !== undefined);
  if (!left?.leaves) return;
  pass.report(definition, `the ${variable.name} function is not used on all paths (possible context leak)`);
  pass.report(left.leaves, `this return statement may be reached without using the ${variable.name} var defined on line ${lineOf(definition.pos)}`);
}

/** The first step that is wanted on any way from here; ways end at steps that block. */
function find(start: Step, wanted: (step: Step) => boolean, blocks: (step: Step) => boolean = () => false): Step | undefined {
  const seen = new Set<Step>();
  const waiting = [start];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (seen.has(step) || blocks(step)) continue;
    seen.add(step);
    if (wanted(step)) return step;
    waiting.push(...step.next.toReversed());
  }
  return undefined;
}

function uses(step: Step, variable: VarObject): boolean {
  let used = false;
  for (const part of step.parts) {
    walk(part as Node, (node) => {
      if (node.kind === 'Ident' && node.$obj === variable && node.$defines !== true) used = true;
    });
  }
  return used;
}
