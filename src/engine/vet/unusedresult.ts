/** unusedresult: calls that are made for their result alone stand as statements. */
import { unparen } from '../syntax/paren.ts';
import { walkFile } from '../syntax/walk.ts';
import { calledFunction, type Pass, typeName } from './pass.ts';

const functions: ReadonlySet<string> = new Set([
  'fmt.Errorf', 'fmt.Sprintf', 'fmt.Sprint', 'sort.Reverse', 'errors.New',
  'context.WithValue', 'context.WithCancel', 'context.WithDeadline', 'context.WithTimeout',
]);
/** Methods without parameters that return a string. */
const stringMethods: ReadonlySet<string> = new Set(['Error', 'String']);

export function unusedresult(pass: Pass): void {
  for (const file of pass.pkg.files) {
    walkFile(file, (node) => {
      const call = node.kind === 'ExprStmt' ? unparen(node.x) : undefined;
      if (call?.kind !== 'CallExpr') return;
      const name = nameOf(call);
      if (name !== undefined) pass.report(call.lparen, `result of ${name} call not used`);
    });
  }
}

function nameOf(call: Parameters<typeof calledFunction>[0]): string | undefined {
  const f = calledFunction(call);
  if (!f) return undefined;
  const fun = unparen(call.fun);
  if (fun.kind === 'SelectorExpr' && fun.$selection?.kind === 'method') {
    const { type } = f;
    const result = type?.results.length === 1 && type.params.length === 0 ? type.results[0]?.type : undefined;
    const isString = result?.kind === 'Basic' && result.name === 'string';
    return stringMethods.has(f.name) && isString ? `(${typeName(fun.$selection.recv)}).${f.name}` : undefined;
  }
  const name = `${f.pkg?.path ?? ''}.${f.name}`;
  return fun.kind === 'SelectorExpr' && fun.$selection?.kind !== 'methodExpr' && functions.has(name) ? name : undefined;
}
