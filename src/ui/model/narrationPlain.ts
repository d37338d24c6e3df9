/** Sentences about statements that leave no event: what stands there, and in a word what such a statement does. */
import { Kind } from '../../engine/trace/events.ts';
import type { StepFacts } from './facts.ts';
import type { Telling } from './narrationChannels.ts';
import { code, plain, strong } from './phrases.ts';
import { shortFunction } from './names.ts';
import type { Statement } from './sourceText.ts';

export function tellPlain(facts: StepFacts): Telling {
  const { index, world, actor, own } = facts;
  const site = index.trace.sites[world.site];
  const statement = index.statementAt(site);
  const ends = own.some((fact) => fact.kind === Kind.GoEnd);
  if (own.some((fact) => fact.kind === Kind.GoStop && fact.a === 1))
    return of([strong(`Goroutine ${actor} yields`), plain(' to the others.')]);
  if (statement === undefined) {
    const where = site === undefined || site.line === 0 ? undefined : `line ${site.line}`;
    if (ends) return of([strong(`Goroutine ${actor} ends`), plain(where === undefined ? '.' : ` at ${where}.`)]);
    return of([strong(`Goroutine ${actor} executes`), plain(` ${where ?? 'a statement'}.`)]);
  }
  if (ends) return of([strong(`Goroutine ${actor} ends`), plain(' with '), code(statement.text), plain('.')]);
  const { verb, text } = deedOf(statement);
  if (text === '') return of([strong(`Goroutine ${actor} ${verb}`), plain(' from '), code(shortFunction(site?.func ?? '')), plain('.')]);
  return of([strong(`Goroutine ${actor} ${verb} `), code(text), plain('.')]);
}

const of = (phrase: Telling['phrase']): Telling => ({ phrase, why: [], isPlain: true });

/** Expressions are statements of their own in the head of an if or for. */
const inHead = /^(?:\} else )?(?:if|for|switch)\b/;
const definition = /:=|[^=!<>]=[^=]|\+\+$|--$/;

/** "defers wg.Done()", "checks i < 3", "calls step(2)". An empty text: the verb says it all. */
export function deedOf({ text, before }: Statement): { readonly verb: string; readonly text: string } {
  if (text === 'return' || text === '}') return { verb: 'returns', text: '' };
  const word = /^(defer|return) (.+)$/s.exec(text);
  if (word) return { verb: `${word[1] ?? ''}s`, text: word[2] ?? '' };
  if (inHead.test(before) && !definition.test(text)) return { verb: 'checks', text };
  if (/^[\w.]+(\[[^\]]*\])?\(.*[)…]$/s.test(text)) return { verb: 'calls', text };
  return { verb: 'executes', text };
}
