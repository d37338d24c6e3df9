/** The editor's colours, read from the page's tokens, so that there is one list of colours and two themes. */
import type * as Monaco from 'monaco-editor/editor';

export const themeName = 'interleave';

/** Defines the theme anew from the tokens as they are now: call it after the page's theme has changed. */
export function defineTheme(monaco: typeof Monaco): void {
  const color = tokenReader();
  const dark = isDark(color('--surface'));
  const rule = (token: string, name: string) => ({ token, foreground: color(name).slice(1, 7) });
  monaco.editor.defineTheme(themeName, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', '--code'),
      rule('keyword', '--code-kw'),
      rule('string', '--code-str'),
      rule('number', '--code-num'),
      rule('function', '--code-fn'),
      rule('comment', '--code-com'),
    ],
    colors: colors(color),
  });
  monaco.editor.setTheme(themeName);
}

function colors(color: (name: string) => string): Record<string, string> {
  const faint = (name: string, alpha: string) => color(name) + alpha;
  return {
    'editor.background': color('--surface'),
    'editor.foreground': color('--code'),
    'editorLineNumber.foreground': color('--text-3'),
    'editorLineNumber.activeForeground': color('--text-2'),
    'editorCursor.foreground': color('--text'),
    'editor.selectionBackground': faint('--line', '40'),
    'editor.inactiveSelectionBackground': faint('--line', '26'),
    'editor.wordHighlightTextBackground': faint('--line', '22'),
    'editor.wordHighlightBackground': faint('--line', '22'),
    'editor.wordHighlightStrongBackground': faint('--line', '22'),
    'editor.selectionHighlightBackground': faint('--line', '22'),
    'editorBracketMatch.background': faint('--line', '33'),
    'editorBracketMatch.border': faint('--line', '00'),
    'editor.findMatchBackground': faint('--blocked', '55'),
    'editor.findMatchHighlightBackground': faint('--blocked', '2e'),
    'editorError.foreground': color('--bad'),
    'editorWidget.background': color('--raised'),
    'editorWidget.foreground': color('--text'),
    'editorWidget.border': color('--hair-2'),
    'editorHoverWidget.background': color('--raised'),
    'editorHoverWidget.foreground': color('--text'),
    'editorHoverWidget.border': color('--hair-2'),
    'editorMarkerNavigation.background': color('--raised'),
    'editorMarkerNavigationError.background': color('--bad'),
    'input.background': color('--sunken'),
    'input.foreground': color('--text'),
    'input.border': color('--hair-2'),
    'menu.background': color('--raised'),
    'menu.foreground': color('--text'),
    'menu.selectionBackground': color('--hover'),
    'menu.selectionForeground': color('--text'),
    'menu.border': color('--hair-2'),
    'widget.shadow': '#00000033',
    focusBorder: color('--focus'),
    'scrollbarSlider.background': faint('--line', '33'),
    'scrollbarSlider.hoverBackground': faint('--line', '55'),
    'scrollbarSlider.activeBackground': faint('--line', '77'),
  };
}

/** light-dark() is resolved by the browser: a probe's colour is read back, as #rrggbb. */
function tokenReader(): (name: string) => string {
  return (name) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    probe.remove();
    return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  };
}

function isDark(hex: string): boolean {
  return parseInt(hex.slice(1, 3), 16) < 128;
}
