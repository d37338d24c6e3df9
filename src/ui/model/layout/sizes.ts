/** Sizes of figures in CSS pixels, shared by layout and drawing. */
export const margin = 16;
export const card = { w: 212, h: 64 } as const;
export const smallCard = { w: 112, h: 72 } as const;
export const rowPitch = 84;

export const slotPitch = 30;
export const channelHeight = 40;
export const mostSlots = 12;
/** A pipe that shows a level. */
export const meterWidth = 96;
const gateWidth = 72;

export const showsLevel = (capacity: number, room = Infinity): boolean => capacity > mostSlots || capacity * slotPitch + 12 > room;
export function pipeWidth(capacity: number, room = Infinity): number {
  if (capacity === 0) return gateWidth;
  return showsLevel(capacity, room) ? meterWidth : capacity * slotPitch + 12;
}

/** From a card to a sending mouth, and from a receiving mouth to a card: a travelling token can be seen between. */
export const sendGap = 40;
export const receiveGap = 104;
/** One parked goroutine beside a channel, with its value or its open hand. */
export const senderPitch = 74;
export const receiverPitch = 66;
/** At most so many are drawn beside a mouth; the rest are counted. */
export const mostParked = 2;

/** How far a channel's words reach above and below its middle. */
export const channelAbove = channelHeight / 2 + 26;
export const channelBelow = channelHeight / 2 + 26;

export const captionWidth = 132;
export const clock = { x: margin, y: 28, ruler: 136, bottom: 58 } as const;
