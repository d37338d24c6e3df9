/** The element type of a channel that is sent to or received from. */
import type { Checker } from './checker.ts';
import { commonUnder } from './common.ts';
import type { Operand } from './operand.ts';
import { isTypeParam } from './predicates.ts';
import type { Type } from './types.ts';

/** Undefined if x is no channel that allows the operation, which is reported. */
export function channelElement(c: Checker, x: Operand, operation: 'send' | 'recv', report: (message: string) => void): Type | undefined {
  const opposite = operation === 'send' ? 'recv' : 'send';
  const common = commonUnder(x.type, c.typeName, (t, u) => {
    if (!u) return 'no specific channel type';
    if (u.kind !== 'Chan') return `non-channel${isTypeParam(x.type) ? ` ${c.str(t)}` : ''}`;
    if (u.dir !== opposite) return undefined;
    return `${opposite === 'send' ? 'send-only' : 'receive-only'} channel${isTypeParam(x.type) ? ` ${c.str(t)}` : ''}`;
  });
  if ('type' in common && common.type.kind === 'Chan') return common.type.elem;
  const cause = 'cause' in common ? common.cause : 'non-channel';
  const preposition = operation === 'send' ? 'to' : 'from';
  const start = `invalid operation: cannot ${operation === 'send' ? 'send' : 'receive'} ${preposition}`;
  report(isTypeParam(x.type) ? `${start} ${c.describe(x)}: ${cause}` : `${start} ${cause} ${c.describe(x)}`);
  return undefined;
}
