/** Every drawn sign of the app: line icons, and one shape for each state so that colour is never the only sign. */
import type { ReactNode, SVGProps } from "react";

const paths = {
  home: <path d="M2.5 7.2 8 2.8l5.5 4.4M4 6.4v6.8h8V6.4M6.6 13.2V9.4h2.8v3.8" />,
  channels: (
    <>
      <path d="M5.4 5h3.2c2 0 2 6 4 6M5.4 11h3.2c2 0 2-6 4-6" />
      <circle cx="3.8" cy="5" r="1.5" />
      <circle cx="3.8" cy="11" r="1.5" />
    </>
  ),
  traffic: <path d="M2.5 4.5h11M2.5 8h7M2.5 11.5h9.5" />,
  conversations: <path d="M2.5 3.5h8v5.2H6.2L4 10.8V8.7H2.5ZM12 6.2h1.5v5.2H12v2l-2.2-2H7" />,
  bulk: <path d="M2.5 3.2 13.5 8 2.5 12.8l1.4-4.8ZM3.9 8h5.4" />,
  download: <path d="M8 2.5v7.6M4.6 7 8 10.3 11.4 7M3 13.2h10" />,
  settings: (
    <>
      <path d="M2.5 4.8h5M11.5 4.8h2M2.5 11.2h2M8.5 11.2h5" />
      <circle cx="9.5" cy="4.8" r="1.8" />
      <circle cx="6.5" cy="11.2" r="1.8" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
    </>
  ),
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  eye: (
    <>
      <path d="M1.8 8s2.2-4.2 6.2-4.2S14.2 8 14.2 8s-2.2 4.2-6.2 4.2S1.8 8 1.8 8Z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  hidden: <path d="M1.8 8s2.2-4.2 6.2-4.2S14.2 8 14.2 8s-2.2 4.2-6.2 4.2S1.8 8 1.8 8ZM3 13 13 3" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.2" />,
  play: <path d="M5 3.4v9.2l7.4-4.6Z" fill="currentColor" />,
  up: <path d="M8 13V3.4M4 7.2 8 3.2l4 4" />,
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.5" cy="8" r="1.3" />
      <circle cx="8" cy="8" r="1.3" />
      <circle cx="12.5" cy="8" r="1.3" />
    </g>
  ),
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  down: <path d="m3.5 6 4.5 4.5L12.5 6" />,
  in: <path d="M13 8H3.6M7.2 4.2 3.4 8l3.8 3.8" />,
  out: <path d="M3 8h9.4M8.8 4.2 12.6 8l-3.8 3.8" />,
  both: <path d="M3.4 8h9.2M6 5 3 8l3 3M10 5l3 3-3 3" />,
  trash: <path d="M3 4.5h10M6.2 4.5v-1.6h3.6v1.6M4.4 4.5l.6 8.7h6l.6-8.7" />,
  again: <path d="M12.8 8a4.8 4.8 0 1 1-1.5-3.5M12.9 2.4v2.9H10" />,
  note: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4M8 5.2v.2" />
    </>
  ),
  warning: (
    <>
      <path d="M8 2.4 14.2 13H1.8Z" />
      <path d="M8 6.4v3.2M8 11.2v.2" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="11" r="2.4" />
      <path d="m6.8 9.2 5.7-5.7M10 6l1.8 1.8" />
    </>
  ),
  chat: <path d="M2.5 3.5h11v7.4H7L4 13.5v-2.6H2.5Z" />,
  barred: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m4.2 11.8 7.6-7.6" />
    </>
  ),
  clip: (
    <path d="m12.6 7.4-4.9 4.9a2.9 2.9 0 0 1-4.1-4.1l5-5a1.9 1.9 0 0 1 2.7 2.7l-4.9 4.9a.9.9 0 0 1-1.3-1.3l4.4-4.4" />
  ),
  program: <path d="M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />,
  screen: (
    <>
      <rect x="2" y="3" width="12" height="8" rx="1.2" />
      <path d="M6 13.2h4" />
    </>
  ),
  caughtUp: <path d="M3.2 8A4.8 4.8 0 1 0 4.7 4.5M3.1 2.4v2.9H6M8 5.4V8l1.8 1.2" />,
  file: <path d="M4 2.5h5l3 3v8H4ZM9 2.5v3h3" />,
  pencil: <path d="m3 13 .7-2.9 7-7 2.2 2.2-7 7ZM9.3 4.5l2.2 2.2" />,
  print: <path d="M5 6V2.5h6V6M5 11.5H3V6h10v5.5h-2M5 9.5h6v4H5Z" />,
  help: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.6-.9 1.3M8 11.2v.2" />
    </>
  ),
  flag: <path d="M4 13.5v-11h7.5l-1.6 2.6 1.6 2.6H4" />,
} satisfies Record<string, ReactNode>;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** A line icon in the colour of the text around it; decoration only, so its neighbour carries the words. */
export function Icon({ name, size = 16, ...rest }: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {paths[name]}
    </svg>
  );
}

/** The shapes that say how something is. */
export const shapes = {
  ring: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4Z" fill="currentColor" />
    </>
  ),
  tickRing: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="m4 6.2 1.4 1.4 2.6-3" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  tick: (
    <>
      <circle cx="6" cy="6" r="5.2" fill="currentColor" />
      <path d="m3.6 6.2 1.7 1.7 3.1-3.6" fill="none" stroke="var(--ground)" strokeWidth="1.5" />
    </>
  ),
  twoTicks: (
    <path
      d="m.8 6.4 2.2 2.4 4-5M5 8.2l.7.6 4.6-5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  turn: <path d="M10 6a4 4 0 1 1-1.3-3M10.2.9v2.5H7.7" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  diamond: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
  bars: <path d="M3.8 2v8M8.2 2v8" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  glass: (
    <path
      d="M3 1.4h6M3 10.6h6M3.6 1.4c0 3 4.8 6.2 4.8 9.2M8.4 1.4c0 3-4.8 6.2-4.8 9.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  dash: <path d="M2.4 6h7.2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  question: (
    <path
      d="M3.6 4.2A2.4 2.4 0 1 1 6.8 6.2c-.6.3-.8.6-.8 1.4M6 10v.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  ),
  barred: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3.2 8.8 8.8 3.2" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  dot: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  triangle: <path d="M6 1.2 11.4 10.6H.6Z" fill="currentColor" />,
} satisfies Record<string, ReactNode>;

/** The name of a shape. */
export type ShapeName = keyof typeof shapes;

/** A shape in the colour of its state. */
export function Shape({ name, size = 12 }: { name: ShapeName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" strokeLinecap="round" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
