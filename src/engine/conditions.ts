/** Conditions of breakpoints: Go expressions that are true or false. */
import { evaluate, parseExpression, type Variables } from './inspect/evaluate.ts';
import type { Reader } from './inspect/types.ts';

export interface Condition {
  /** A message if it cannot be told. */
  holds(reader: Reader, variables: Variables): boolean | string;
}

/** Undefined where there is no condition. */
export function conditionOf(text = ''): Condition | { readonly error: string } | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseExpression(text);
  if ('error' in parsed) return parsed;
  return {
    holds(reader, variables) {
      const result = evaluate(parsed.expr, reader, variables);
      if ('error' in result) return result.error;
      return typeof result.value === 'boolean' ? result.value : 'a condition must be true or false';
    },
  };
}
