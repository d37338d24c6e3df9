/** Lines down the rows of a phone: values leave cards at their foot, enter pipes by the mouth, leave at the pipe's middle. */
import { bent, bottom, cubic, curveDown, right } from './geometry.ts';
import type { Line, Point } from './geometry.ts';
import { channelKey, goroutineKey } from './rank.ts';
import { bottomOf, firstFree, leftOf, topOf } from './router.ts';
import type { Ways } from './router.ts';
import { contextKey } from './routes.ts';
import type { Drafting } from './routes.ts';
import type { CardPlace, ChannelPlace, ContextPlace } from './types.ts';

/** Lines that go back up run along the left edge of the screen. */
const edgeLane = 6;
const mouthGap = 14;

function send(card: CardPlace, channel: ChannelPlace, ways: Ways): Line {
  const { pipe, flipped } = channel;
  const y = pipe.y + pipe.h / 2;
  const mouth: Point = [flipped ? right(pipe) + mouthGap : pipe.x - mouthGap, y];
  const lane = mouth[0] + (flipped ? 10 : -10);
  const [cx, cb] = bottomOf(card.box);
  const port = clamp(lane, card.box.x + 16, right(card.box) - 16);
  const over = channel.box.y - 6;
  const under = cb + 8;
  const except = [goroutineKey(card.goroutine), channelKey(channel.channel)];
  const candidates: [Line, ...Line[]] = [
    bent([[port, cb], [port, over], [lane, over], [lane, y], mouth]),
    bent([[cx, cb], [cx, under], [lane, under], [lane, y], mouth]),
    bent([[cx, cb], [cx, over], [lane, over], [lane, y], mouth]),
    bent([[cx, cb], [cx, under], [edgeLane, under], [edgeLane, y], mouth]),
    upAlong([leftOf(card.box)[0] - 2, leftOf(card.box)[1]], mouth),
  ];
  return free(candidates, ways, except);
}

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));

/** Between two points by the left edge. */
const upAlong = (from: Point, to: Point): Line => bent([from, [edgeLane, from[1]], [edgeLane, to[1]], to]);

function receive(channel: ChannelPlace, card: CardPlace, ways: Ways): Line {
  const { pipe, flipped } = channel;
  const except = [goroutineKey(card.goroutine), channelKey(channel.channel)];
  const [tx, ty] = topOf(card.box);
  if (flipped || card.box.y < pipe.y) {
    const exit: Point = [pipe.x - 10, pipe.y + pipe.h / 2];
    return free([upAlong(exit, [leftOf(card.box)[0] - 6, leftOf(card.box)[1]])], ways, except);
  }
  const exit: Point = [pipe.x + pipe.w / 2, bottom(pipe) + 6];
  const lane = card.box.x - 6;
  const [sx, sy]: Point = [right(pipe) + 10, pipe.y + pipe.h / 2];
  const side = right(channel.box) + 6;
  return free(
    [
      curveDown(exit, [tx, ty - 8]),
      bent([
        [sx, sy],
        [side, sy],
        [side, ty - 16],
        [tx, ty - 16],
        [tx, ty - 8],
      ]),
      bent([exit, [exit[0], exit[1] + 24], [lane, exit[1] + 24], [lane, ty + card.box.h / 2], [card.box.x, ty + card.box.h / 2]]),
    ],
    ways,
    except,
  );
}

const contextReach = 24;

function listen(node: ContextPlace, card: CardPlace, ways: Ways): Line {
  const from: Point = [node.at[0] + contextReach, node.at[1]];
  const [tx, ty] = topOf(card.box);
  const x = card.small ? tx : card.box.x + card.box.w * 0.75;
  const except = [contextKey(node.context), goroutineKey(card.goroutine)];
  const over = ty - 12;
  const level = card.box.y + card.box.h / 2;
  const end: Point = [right(card.box) + 4, level];
  const beside = right(card.box) + 20;
  const edge = ways.edges[1] - 4;
  const onRight: [Line, ...Line[]] = [
    bent([from, [beside, from[1]], [beside, level], end]),
    bent([from, [edge, from[1]], [edge, level], end]),
    bent([from, [node.lane, from[1]], [node.lane, ways.topBus], [edge, ways.topBus], [edge, level], end]),
    bent([from, [edge, from[1]], [edge, over], [x, over], [x, ty - 4]]),
    bent([from, [node.lane, from[1]], [node.lane, ways.topBus], [edge, ways.topBus], [edge, over], [x, over], [x, ty - 4]]),
  ];
  const fromAbove: [Line, ...Line[]] = [
    bent([from, [node.lane, from[1]], [node.lane, over], [x, over], [x, ty - 4]]),
    bent([from, [node.lane, from[1]], [node.lane, ways.topBus], [x, ways.topBus], [x, ty - 4]]),
    cubic(from, [node.lane + 20, from[1]], [x, ty - 60], [x, ty - 4]),
  ];
  return free(card.small ? fromAbove : onRight, ways, except);
}

function cancel(card: CardPlace, node: ContextPlace, ways: Ways): Line {
  const from: Point = topOf(card.box);
  const under: Point = [node.at[0], node.at[1] + contextReach + 26];
  return free([curveDown(from, under)], ways, [contextKey(node.context), goroutineKey(card.goroutine)]);
}

function free(candidates: readonly [Line, ...Line[]], ways: Ways, except: readonly string[]): Line {
  return firstFree(candidates, ways, except) ?? candidates[0];
}

export const down: Drafting = { quietObjects: true, send, receive, listen, cancel };
