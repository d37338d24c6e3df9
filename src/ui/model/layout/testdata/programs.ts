/** More programs than the tutorial's, one for every kind of figure and size of picture. */
import type { Trace } from '../../../../engine/trace/trace.ts';
import { fixtures } from '../../fixtures.ts';
import { Rehearsal } from '../../rehearsal/rehearsal.ts';
import type { Channel } from '../../rehearsal/channels.ts';
import type { Mutex } from '../../rehearsal/locks.ts';
import type { Body } from '../../rehearsal/processor.ts';
import type { Context } from '../../rehearsal/rehearsal.ts';

const second = 1e9;

/** Two goroutines take two locks in opposite order. */
function deadlock(): Trace {
  const r = new Rehearsal({ quantum: 2 });
  function* transfer(from: Mutex, to: Mutex): Body {
    yield* r.lock(17, from);
    yield* r.at(18);
    yield* r.at(18);
    yield* r.lock(19, to);
    r.unlock(20, to);
    r.unlock(21, from);
  }
  return r.run(function* () {
    const a = r.mutex(26, 'a.mu');
    const b = r.mutex(26, 'b.mu');
    const wg = r.waitGroup(27, 'wg');
    r.add(28, wg, 2);
    r.go(28, 'main.transfer', 'a→b', () => transfer(a, b));
    r.go(29, 'main.transfer', 'b→a', () => transfer(b, a));
    yield* r.wait(30, wg);
  });
}

/** Five philosophers, each with the left fork. */
function philosophers(): Trace {
  const r = new Rehearsal({ quantum: 2 });
  function* eat(left: Mutex, right: Mutex): Body {
    yield* r.lock(12, left);
    yield* r.at(13);
    yield* r.at(13);
    yield* r.lock(14, right);
  }
  return r.run(function* () {
    const forks = Array.from({ length: 5 }, (_, i) => r.mutex(20, `fork${i}`));
    const wg = r.waitGroup(21, 'wg');
    r.add(21, wg, 5);
    for (let i = 0; i < 5; i++) r.go(23, 'main.philosopher', `${i}`, () => eat(forks[i] as Mutex, forks[(i + 1) % 5] as Mutex));
    yield* r.wait(25, wg);
  });
}

/** A tree of contexts, its listeners cancelled one after the other. */
function tree(): Trace {
  const r = new Rehearsal();
  function* listen(line: number, ctx: Context, polls: boolean): Body {
    for (;;) {
      const { index } = yield* r.select(line, () => [{ channel: r.done(ctx) }], polls);
      if (index === 0) break;
      yield* r.sleep(line + 1, second / 5);
    }
    yield* r.at(line + 3);
  }
  return r.run(function* () {
    const ctx = r.withTimeout(30, r.background(0), 'ctx', 5 * second);
    const gctx = r.withCancel(31, ctx, 'gctx');
    const news = r.withTimeout(32, gctx, 'newsCtx', 2 * second);
    const maps = r.withCancel(33, gctx, 'mapsCtx');
    const ads = r.withCancel(34, gctx, 'adsCtx');
    r.go(35, 'main.fetch', 'news', () => listen(14, news, false));
    r.go(36, 'main.maps', '', () => listen(31, maps, false));
    r.go(37, 'main.ads', '', () => listen(40, ads, true));
    yield* r.sleep(38, 1.2 * second);
    r.cancel(39, gctx);
    yield* r.sleep(40, second);
  });
}

/** One of everything that has an owner, a counter or a queue. */
function locks(): Trace {
  const r = new Rehearsal({ quantum: 3 });
  return r.run(function* () {
    const mu = r.mutex(10, 'mu');
    const rw = r.mutex(11, 'cache.mu', true);
    const once = r.once(12, 'once');
    const cond = r.cond(13, 'ready', mu);
    const hits = r.atomic(14, 'hits');
    const wg = r.waitGroup(15, 'wg');
    for (let i = 0; i < 3; i++) {
      r.add(17, wg, 1);
      r.go(18, 'main.worker', `id ${i}`, function* (): Body {
        r.atomicOp(20, hits, 'Add 1', String(i + 1));
        yield* r.do(21, once, function* (): Body {
          yield* r.sleep(22, second / 10);
        });
        yield* r.lock(23, rw, i < 2);
        yield* r.sleep(24, second / 4);
        r.unlock(25, rw, i < 2);
        yield* r.lock(26, mu);
        yield* r.waitOn(27, cond);
        r.unlock(28, mu);
        r.add(29, wg, -1);
      });
    }
    yield* r.sleep(31, second);
    yield* r.lock(32, mu);
    r.signal(33, cond, true);
    r.unlock(34, mu);
    yield* r.wait(35, wg);
  });
}

/** `fetchers` and `parsers` between three channels. */
function crawler(fetchers: number, parsers: number, pages: number): Trace {
  let state = 7;
  const r = new Rehearsal({ quantum: 5, choose: (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n });
  function* fetch(urls: Channel, out: Channel): Body {
    for (;;) {
      const { value, ok } = yield* r.recv(12, urls);
      if (!ok) return;
      yield* r.sleep(13, second / 10);
      yield* r.send(14, out, `p${value}`);
    }
  }
  function* parse(from: Channel, out: Channel): Body {
    for (;;) {
      const { value, ok } = yield* r.recv(19, from);
      if (!ok) return;
      yield* r.send(20, out, String(value.length));
    }
  }
  return r.run(function* () {
    const urls = r.make(25, 'urls', 64, 'string');
    const out = r.make(26, 'pages', 0, 'page');
    const found = r.make(27, 'found', 16);
    for (let i = 0; i < fetchers; i++) r.go(29, 'main.fetch', '', () => fetch(urls, out));
    for (let i = 0; i < parsers; i++) r.go(32, 'main.parse', '', () => parse(out, found));
    r.go(34, 'main.feed', '', function* (): Body {
      for (let i = 0; i < pages; i++) yield* r.send(7, urls, String(i));
    });
    for (let i = 0; i < pages; i++) yield* r.recv(36, found);
  });
}

/** A select of three cases with a default, a nil channel among them. */
function selects(): Trace {
  const r = new Rehearsal();
  return r.run(function* () {
    const a = r.make(5, 'results');
    const b = r.make(6, 'out', 1);
    const quit = r.make(7, 'quit', 0, 'struct{}');
    r.go(8, 'main.source', '', function* (): Body {
      yield* r.sleep(9, second);
      yield* r.send(10, a, '5');
      r.close(11, quit);
    });
    yield* r.select(14, () => [{ channel: a }, { channel: b, send: '1' }, { channel: quit }], true);
    yield* r.select(18, () => [{ channel: a }, { channel: b, send: '2' }, { channel: quit }]);
    yield* r.select(22, () => [{ channel: a }, { channel: quit }]);
    yield* r.select(22, () => [{ channel: undefined }, { channel: quit }]);
  });
}

export const programs: Readonly<Record<string, () => Trace>> = {
  ...Object.fromEntries(Object.entries(fixtures).map(([name, make]) => [name, () => make()])),
  deadlock,
  philosophers,
  tree,
  locks,
  selects,
  crawl20: () => crawler(20, 8, 60),
  crawl1000: () => crawler(800, 200, 2400),
};
