/** Shapes of 16 × 16, drawn in the colour of the text around them. */
const shapes = {
  run: <path d="M4.5 2.8v10.4L13 8z" fill="currentColor" />,
  stop: <rect x="3.5" y="3.5" width="9" height="9" rx="1" fill="currentColor" />,
  restart: <path d="M12.9 9.2A5 5 0 1 1 11.6 4.5M12.6 1.8v3.4H9.2" />,
  up: <path d="M8 13V3.5M3.8 7.5 8 3.2l4.2 4.3" />,
  down: <path d="M8 3v9.5M3.8 8.5 8 12.8l4.2-4.3" />,
  remove: <path d="M3 4.5h10M6.2 4.2V2.8h3.6v1.4M4.4 4.7l.6 8.5h6l.6-8.5" />,
  code: <path d="M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />,
  text: <path d="M3 4.5v-1h10v1M8 3.5v9M6 12.5h4" />,
  edit: <path d="M3 13l.6-2.9 7-7 2.3 2.3-7 7zM9.3 4.4l2.3 2.3" />,
  check: <path d="M3.2 8.4 6.5 12l6.3-7.6" />,
  reader: (
    <>
      <path d="M1.6 8c1.5-2.8 3.7-4.3 6.4-4.3s4.9 1.5 6.4 4.3c-1.5 2.8-3.7 4.3-6.4 4.3S3.1 10.800 1.6 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  link: (
    <path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7l-1 1M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l1-1" />
  ),
  copy: <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  error: <path d="M8 1.8 14.6 13.6H1.4zM8 6.4v3.4M8 11.4v.8" />,
  ready: <circle cx="8" cy="8" r="4" fill="currentColor" />,
  busy: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  waiting: <circle cx="8" cy="8" r="5" strokeDasharray="2.4 2.2" />,
  dead: <path d="M3.5 8h9M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 0 1 8 1.8" />,
  auto: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1" />
    </>
  ),
  dark: <path d="M13.2 9.9A5.6 5.6 0 0 1 6.1 2.8a5.6 5.6 0 1 0 7.1 7.1z" />,
  open: <path d="M2 12.8V3.2h4l1.4 1.8H14v7.8z" />,
  data: <path d="M3.5 1.8h6l3 3v9.4h-9zM9.2 2v3.1h3M5.8 8.2h4.4M5.8 10.8h4.4" />,
  save: <path d="M8 2.2v7.6M4.8 6.9 8 10.1l3.2-3.2M2.6 13.4h10.8" />,
  grip: <path d="M6 3.5h.1M10 3.5h.1M6 8h.1M10 8h.1M6 12.5h.1M10 12.5h.1" strokeWidth="2.2" />,
  fold: <path d="M3.5 6 8 10.5 12.5 6" />,
  unfold: <path d="M6 3.5 10.5 8 6 12.5" />,
  changed: <path d="M8 13V4M4.5 7.2 8 3.6l3.5 3.6M3 13.5h10" />,
  contents: <path d="M2.5 4h11M5.5 8h8M5.5 12h8" />,
  keyboard: <path d="M1.8 4h12.4v8H1.8zM4.2 6.6h.1M6.7 6.6h.1M9.2 6.6h.1M11.7 6.6h.1M5 9.4h6" />,
  command: <path d="M3 4.5 6.5 8 3 11.5M8.5 11.5H13" />,
  network: (
    <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM1.8 8h12.4M8 1.8c-4 3.6-4 8.8 0 12.4 4-3.6 4-8.8 0-12.4z" />
  ),
  noNetwork: <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM3.6 12.4 12.4 3.6" />,
  variables: (
    <path d="M5.6 3C3.6 3 5 7.3 3 8c2 .7.6 5 2.6 5M10.4 3c2 0 .6 4.3 2.6 5-2 .7-.6 5-2.6 5M7 6.5l2 3M9 6.5l-2 3" />
  ),
  lab: <path d="M2 13.2h12M2.4 12.6c3.2 0 3-9.4 5.6-9.4s2.4 9.4 5.6 9.4M8 3.2v10" />,
  settings: <path d="M2 4.8h6.4M11.6 4.8H14M2 11.2h2.4M7.6 11.2H14M10 3.2v3.2M6 9.6v3.2" />,
  pin: <path d="M5.2 2.2h5.6M6.2 2.2v4.3L4.2 9h7.6L9.8 6.5V2.2M8 9v4.8" />,
  about: <path d="M2.8 6.6c1.7-2.2 3.5-1.7 5.2-.6s3.5 1.4 5.2-.8M2.8 11.2c1.7-2.2 3.5-1.7 5.2-.6s3.5 1.4 5.2-.8" />,
  structure: <path d="M8 2.5 13.5 8 8 13.5 2.5 8z" />,
  differs: <path d="M3 6h10M3 10h10M10.5 2.5l-5 11" />,
  first: <path d="M11.5 4 7.5 8l4 4M4.5 4v8" />,
  back: <path d="M10 4 6 8l4 4" />,
  on: <path d="M6 4l4 4-4 4" />,
  last: <path d="M4.5 4l4 4-4 4M11.5 4v8" />,
} as const;
export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
