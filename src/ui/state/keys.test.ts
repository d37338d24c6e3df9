import { describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import type { Command } from './commands.ts';
import { ariaKeys, isCombined, isSingleKey, keyCaps, matchesKey } from './keys.ts';
import type { KeyEvent } from './keys.ts';

const press = (key: string, held: Partial<KeyEvent> = {}): KeyEvent => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key', () => {
  it('is met by its event, modifiers included', () => {
    expect(matchesKey(press('ArrowLeft'), 'ArrowLeft')).toBe(true);
    expect(matchesKey(press('ArrowLeft', { shiftKey: true }), 'ArrowLeft')).toBe(false);
    expect(matchesKey(press('ArrowLeft', { shiftKey: true }), 'Shift+ArrowLeft')).toBe(true);
    expect(matchesKey(press('Enter', { ctrlKey: true }), 'Mod+Enter')).toBe(true);
    expect(matchesKey(press('Enter', { ctrlKey: true, metaKey: true }), 'Mod+Enter')).toBe(false);
    expect(matchesKey(press(' ', { code: 'Space' }), 'Space')).toBe(true);
  });

  it('is a letter in either case, but not with a modifier', () => {
    expect(matchesKey(press('J'), 'j')).toBe(true);
    expect(matchesKey(press('j', { ctrlKey: true }), 'j')).toBe(false);
    expect(matchesKey(press('j', { shiftKey: true }), 'j')).toBe(false);
  });

  it('is a sign whether or not the keyboard needs Shift for it', () => {
    expect(matchesKey(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matchesKey(press('+'), '+')).toBe(true);
    expect(matchesKey(press('='), '+')).toBe(true);
    expect(matchesKey(press('-'), '+')).toBe(false);
  });

  it('is found by its place where Alt changes the character', () => {
    expect(matchesKey(press('Ï', { code: 'KeyF', altKey: true, shiftKey: true }), 'Alt+Shift+F')).toBe(true);
  });

  it('is printed as on the keyboard', () => {
    expect(keyCaps('Mod+Shift+P')).toEqual(['Ctrl', 'Shift', 'P']);
    expect(keyCaps('+')).toEqual(['+']);
    expect(ariaKeys(['Mod+Enter', 'r'])).toBe('Control+Enter r');
  });

  it('types a character, or goes with Ctrl or Alt, or neither', () => {
    expect(['j', '?', '+'].every(isSingleKey)).toBe(true);
    expect(['Space', 'Home', 'Shift+ArrowLeft', 'Mod+s'].some(isSingleKey)).toBe(false);
    expect(['Mod+s', 'Alt+Shift+F'].every(isCombined)).toBe(true);
  });
});

describe('the commands', () => {
  it('have names and keys of their own', () => {
    const all: readonly Command[] = commands;
    const keys = all.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(all.map((command) => command.id)).size).toBe(all.length);
    expect(new Set(all.map((command) => command.title)).size).toBe(all.length);
  });
});
