import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { divergenceOf } from '../schedule/divergence.ts';
import { parseSchedule, type Schedule } from '../schedule/string.ts';
import { concurrentProgram } from '../testing/concurrentPrograms.ts';
import { recordProgram } from '../testing/record.ts';
import { compareTraces, outputOf } from './compare.ts';
import { Kind } from './events.ts';
import type { Trace } from './trace.ts';

const race = `package main

func main() {
	c := make(chan string)
	for _, name := range []string{"a", "b", "c"} {
		go func() { c <- name }()
	}
	for i := 0; i < 3; i++ {
		println(<-c)
	}
}
`;

function decisionsOf(trace: Trace): number[] {
  return Array.from(trace.kind.subarray(0, trace.length), (kind, event) => (kind === Kind.Decision ? event : -1)).filter((event) => event >= 0);
}

function schedule(text: string): Schedule {
  const parsed = parseSchedule(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed;
}

describe('Two recordings', () => {
  it('of the same run are the same', () => {
    const trace = recordProgram(race, 'random,4');
    expect(compareTraces(trace, recordProgram(race, 'random,4'))).toEqual({ sameSteps: trace.steps, first: undefined, firstStatement: undefined, differences: [] });
  });

  it('that part at a choice are the same up to it, and differ in it first', () => {
    const one = recordProgram(race, 'go');
    decisionsOf(one).forEach((event, decision) => {
      const other = recordProgram(race, `go~${decision}:1`);
      const { first, sameSteps, differences } = compareTraces(one, other);
      expect(first?.a).toMatchObject({ kind: 'Decision', step: one.step[event] });
      expect(first?.b?.args[2]).toBe(1);
      expect(sameSteps).toBe(one.step[event]);
      expect(differences.some(({ what }) => what === 'output')).toBe(outputOf(one) !== outputOf(other));
    });
    expect(decisionsOf(one).length).toBeGreaterThan(1);
  });

  it('of one program continued with the same choices are the same: a fork that changes nothing', () => {
    for (let seed = 0; seed < 12; seed++) {
      const text = concurrentProgram(seed);
      const one = recordProgram(text, 'go', 500);
      const forks = decisionsOf(one).slice(0, 20).map((event, decision) => `~${decision}:${one.c[event]}`).join('');
      // Random numbers are decisions that no schedule names.
      if (decisionsOf(one).some((event) => one.a[event] === 4)) continue;
      expect(compareTraces(one, recordProgram(text, `go${forks}`, 500))).toMatchObject({ sameSteps: one.steps, first: undefined });
    }
  });
});

describe('A schedule for another program', () => {
  const taken = recordProgram(race, 'go');
  const last = decisionsOf(taken).length;

  it('is followed as far as it means something', () => {
    expect(divergenceOf(schedule('go'), taken)).toBeUndefined();
    expect(divergenceOf(schedule('go~0:1'), recordProgram(race, 'go~0:1'))).toBeUndefined();
  });

  it('says which choice there was not', () => {
    const wanted = `go~0:1~${last + 50}:1`;
    const trace = recordProgram(race, wanted);
    expect(must(divergenceOf(schedule(wanted), trace), 'divergence')).toMatchObject({ decision: last + 50, step: trace.steps });
    const beyond = must(divergenceOf(schedule('go~1:77'), recordProgram(race, 'go~1:77')), 'divergence');
    expect(beyond.decision).toBe(1);
    expect(beyond.text).toMatch(/^The schedule wants alternative 77 at decision 1, but there were only \d: alternative \d was taken\.$/);
  });
});
