/** select statements (specification: "Select statements"). */
import { bug, must } from '../../base/assert.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { assign, prepare } from './assign.ts';
import { received, receivedOk, select } from './channels.ts';
import type { SelectCase } from './channels.ts';
import { exprAs } from './convert.ts';
import type { Fn } from './fn.ts';
import { at, mark } from './marks.ts';
import { order } from './order.ts';
import { clauses } from './switch.ts';
import { scalars, snapshot, zeroValue } from './values.ts';
import type { Value } from './values.ts';

interface Clause { readonly syntax: syntax.CommClause; readonly operands: SelectCase | undefined }

export function selectStatement(f: Fn, s: syntax.SelectStmt): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  mark(f, { pos: s.pos, end: s.pos + 'select'.length });
  const { site } = f;
  const list = s.clauses.map((clause): Clause => {
    if (clause.comm) at(f, clause.comm);
    return { syntax: clause, operands: clause.comm && operands(f, clause.comm) };
  });
  f.site = site;
  const cases = list.flatMap((clause) => (clause.operands ? [clause.operands] : []));
  const { chosen, slots } = select(f, cases, cases.length < list.length, f.site);
  f.pendingLabel = label;
  const numbers = new Map<Clause, number>();
  for (const clause of list) if (clause.operands) numbers.set(clause, numbers.size);
  const bodies = list.map((clause) => ({
    isDefault: clause.operands === undefined,
    body: () => {
      const i = numbers.get(clause);
      if (i !== undefined && clause.operands?.receives) take(f, clause, slots[i]);
      f.dispatch.stmts(f, clause.syntax.body);
    },
  }));
  clauses(f, bodies, (labels, none) => {
    const table = list.flatMap((clause, i) => (clause.operands ? [must(labels[i], 'label')] : []));
    f.emit({ k: 'switch', value: chosen, labels: table, other: none });
  });
}

/** Channel and value, evaluated in source order before anything is chosen. */
function operands(f: Fn, comm: syntax.Stmt): SelectCase {
  if (comm.kind === 'SendStmt') {
    order(f, [comm.chan, comm.value]);
    const channel = snapshot(f, f.expr(comm.chan));
    return { channel, sent: snapshot(f, exprAs(f, comm.value, channel.type.as('chan').elem)), receives: false };
  }
  const channel = receiveOperand(comm);
  order(f, [channel]);
  return { channel: snapshot(f, f.expr(channel)), sent: undefined, receives: true };
}

function receiveOperand(comm: syntax.Stmt): syntax.Expr {
  const e = comm.kind === 'ExprStmt' ? comm.x : comm.kind === 'AssignStmt' ? must(comm.rhs[0], 'receive') : bug(`${comm.kind} in select`);
  const receive = unparen(e);
  return receive.kind === 'UnaryExpr' ? receive.x : bug('no receive in a case of select');
}

/** Assigns what was received. */
function take(f: Fn, clause: Clause, slot: number | undefined): void {
  const comm = clause.syntax.comm;
  if (comm?.kind !== 'AssignStmt') return;
  const elem = must(clause.operands, 'operands').channel.type.as('chan').elem;
  const value = slot === undefined ? zeroValue(f, elem) : received(f, elem, slot);
  const values: Value[] = [value];
  if (comm.lhs.length > 1) values.push(scalars(f.world.types.basic('bool'), receivedOk(f)));
  order(f, comm.lhs);
  const targets = comm.lhs.map((e) => prepare(f, e, true));
  targets.forEach((target, i) => assign(f, target(), must(values[i], 'value')));
}
