/** The page's icons: 16 px, in the colour of their text. An icon never stands without a name on its control. */
import type { ReactElement } from 'react';

export type IconName = keyof typeof strokes | keyof typeof fills;

const strokes = {
  down: <path d="M4.5 6.5L8 10L11.5 6.5" />,
  again: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.5" />,
  stop: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" />,
  back: <path d="M10 3.5L5 8l5 4.5" />,
  next: <path d="M6 3.5L11 8l-5 4.5" />,
  share: <path d="M8 10V2.5M5.2 5L8 2.2 10.8 5M3 8.5V13h10V8.5" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5v11A5.5 5.5 0 0 0 8 2.5z" fill="currentColor" />
    </>
  ),
  help: <path d="M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.3v.1" />,
  fit: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  dice: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" />
      <path d="M5.6 5.6v.01M10.4 5.6v.01M8 8v.01M5.6 10.4v.01M10.4 10.4v.01" strokeWidth="2" />
    </>
  ),
  stopNext: <path d="M3.5 3.5L9 8l-5.5 4.5M12.5 3v10" />,
  stopBack: <path d="M12.5 3.5L7 8l5.5 4.5M3.5 3v10" />,
  over: <path d="M2.5 9.5a5.5 5.5 0 0 1 10.5-1.5M13.3 4.5V8.2H9.6M8 12.7v.1" />,
  into: <path d="M8 2.5v7M5 6.7L8 9.7l3-3M8 13.2v.1" />,
  out: <path d="M8 10V3M5 5.8L8 2.8l3 3M8 13.2v.1" />,
  target: (
    <>
      <circle cx="8" cy="8" r="4.5" />
      <path d="M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3" />
    </>
  ),
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  minus: <path d="M3.5 8h9" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  check: <path d="M3 8.4L6.4 12L13 4" />,
  settings: (
    <>
      <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5h1.5M7.5 11.5h6" />
      <circle cx="10.2" cy="4.5" r="1.8" />
      <circle cx="5.8" cy="11.5" r="1.8" />
    </>
  ),
  format: <path d="M2.5 3.5h11M5.5 6.5h8M5.5 9.5h8M2.5 12.5h11" />,
  code: <path d="M5 4.5L1.5 8 5 11.5M11 4.5L14.5 8 11 11.5" />,
  stage: (
    <>
      <circle cx="4" cy="8" r="2.5" />
      <circle cx="12.5" cy="4" r="2" />
      <circle cx="12.5" cy="12" r="2" />
      <path d="M6.5 7.2L10.6 4.8M6.5 8.8l4.1 2.4" />
    </>
  ),
  timeline: <path d="M2 4h7M5 8h9M3 12h6" />,
  console: <path d="M2.5 4l4 4-4 4M8.5 12.5h5" />,
  more: (
    <>
      <circle cx="3.5" cy="8" r=".8" />
      <circle cx="8" cy="8" r=".8" />
      <circle cx="12.5" cy="8" r=".8" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.2A1.5 1.5 0 0 0 9.2 2.5H4A1.5 1.5 0 0 0 2.5 4v5.2a1.5 1.5 0 0 0 .7 1.3" />
    </>
  ),
  file: <path d="M4 2.5h5L12 5.5v8H4zM9 2.5V5.5h3" />,
};

const fills = {
  start: <path d="M3 3.2h1.8v9.6H3zM13 3.2v9.6L5.8 8z" />,
  end: <path d="M11.2 3.2H13v9.6h-1.8zM3 3.2L10.2 8 3 12.8z" />,
  previousEvent: <path d="M8 3.4v9.2L2 8zM14 3.4v9.2L8 8z" />,
  nextEvent: <path d="M8 3.4v9.2L14 8zM2 3.4v9.2L8 8z" />,
  play: <path d="M4.5 2.7v10.6L13 8z" />,
  playBackwards: <path d="M11.5 2.7v10.6L3 8z" />,
  pause: <path d="M4 3h2.8v10H4zM9.2 3H12v10H9.2z" />,
};

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  if (name in fills) {
    return (
      <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
        {fills[name as keyof typeof fills]}
      </svg>
    );
  }
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {strokes[name as keyof typeof strokes]}
    </svg>
  );
}

export function Logo(): ReactElement {
  return (
    <svg className="logo" width="22" height="22" viewBox="0 0 22 22" fill="none" strokeWidth="2.6" strokeLinecap="round" aria-hidden="true">
      <path d="M2 6H6C11 6 11 16 16 16H20" stroke="var(--now)" />
      <path d="M2 16H6C7.6 16 8.7 15 9.5 13.7M12.5 8.3C13.3 7 14.4 6 16 6H20" stroke="var(--text)" />
    </svg>
  );
}
