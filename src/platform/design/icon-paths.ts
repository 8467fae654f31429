/**
 * Pictograms on a 24 px grid, drawn as strokes of 2 px that take the colour of the text. Each entry is the
 * inside of an `<svg>`; they are shown beside words, never instead of them.
 */
export const iconPaths = {
  today:
    '<rect x="3" y="4.5" width="18" height="16.5" rx="3"/><path d="M3 10h18M8 2.5v4M16 2.5v4"/><path d="m9 15.5 2 2 4-4"/>',
  calendar: '<rect x="3" y="4.5" width="18" height="16.5" rx="3"/><path d="M3 10h18M8 2.5v4M16 2.5v4"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
  sunrise:
    '<path d="M2.500 18.500h19M6.500 18.500a5.500 5.500 0 0 1 11 0M12 4v5M9.500 6.500 12 4l2.500 2.500M4.500 11.500l1.500 1.500M19.500 11.500 18 13"/>',
  sun: '<circle cx="12" cy="12" r="4.500"/><path d="M12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300 19 19M5 19l1.700-1.700M17.300 6.700 19 5"/>',
  moon: '<path d="M19.500 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10 10.500zM17 3v4M15 5h4"/>',
  pictures:
    '<circle cx="7" cy="7" r="3.700"/><rect x="13.500" y="3.500" width="7" height="7" rx="1"/><path d="m7 13.500 4 7H3zM17 20.500c-5-3.500-2-6.500 0-4.300 2-2.200 5 .8 0 4.300z"/>',
  listen:
    '<path d="M4 9.500v5h3.500l5 4.500V5l-5 4.500zM16 9a4.200 4.200 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  centre:
    '<path d="m3 11 9-7.5 9 7.5M5.5 9.500V20.500h13V9.5"/><path d="M12 17.500c-5-3.5-2-6.5 0-4.3 2-2.2 5 .8 0 4.300z"/>',
  map: '<path d="m3 6 6-2.5 6 2.5 6-2.500v14.500l-6 2.5-6-2.5-6 2.500zM9 3.500V18M15 6v14.5"/>',
  place:
    '<path d="M12 21.500s7-6.3 7-11.500a7 7 0 0 0-14 0c0 5.2 7 11.5 7 11.500z"/><circle cx="12" cy="10" r="2.5"/>',
  baby: '<circle cx="12" cy="12.5" r="8.5"/><path d="M12 4c-2.5-1-1-3 .5-2.300M9 11.500v.1M15 11.500v.1M9 15.500c1.7 1.8 4.3 1.8 6 0"/>',
  child:
    '<circle cx="12" cy="5.5" r="3"/><path d="M5.5 9.500c4 3 9 3 13 0M12 11.700v4M8.5 21.500l3.5-6 3.5 6"/>',
  pregnant:
    '<circle cx="10.5" cy="4.7" r="2.7"/><path d="M9 22v-5.500l-1.5-1V11c0-3 6-3 6 0 4 .8 4.5 5.5 0 6V22"/>',
  father:
    '<circle cx="8" cy="5" r="2.7"/><path d="M3.5 22v-9c0-4 9-4 9 0v9M8 16v6"/><circle cx="18" cy="12.5" r="2"/><path d="M12.5 14.5 15.5 17h5v5M16 17v5"/>',
  mother:
    '<circle cx="8" cy="5" r="2.7"/><path d="M8 10c-2.5 0-3 1.5-5 8.500h10L10.5 11M6 18.500V22M10 18.500V22"/><circle cx="18" cy="12.5" r="2"/><path d="m12 14 3.5 3h5v5M16 17v5"/>',
  grandparents:
    '<circle cx="9.5" cy="5" r="2.7"/><path d="M5 22v-9c0-4 8-4 9 0l1 2.500M9.5 16v6M18 22v-6.500c0-2.5-3-2.5-3 0"/>',
  meeting:
    '<path d="M4 9h12v6.500a4.5 4.5 0 0 1-4.5 4.500h-3A4.5 4.5 0 0 1 4 15.500zM16 10.500h1.500a3 3 0 0 1 0 6H16M7.5 2.500c-1 1.5 1 2 0 3.500M12.5 2.500c-1 1.5 1 2 0 3.5"/>',
  play: '<rect x="3" y="13" width="8" height="8" rx="1.5"/><rect x="13" y="13" width="8" height="8" rx="1.5"/><rect x="8" y="3" width="8" height="8" rx="1.5"/>',
  course:
    '<path d="M12 6.500C9 4 6 3.8 3 4.700v14c3-.9 6-.7 9 1.8 3-2.5 6-2.7 9-1.800v-14c-3-.9-6-.7-9 1.800zM12 6.500v14"/>',
  advice: '<path d="M3 4.500h18v12h-9.500L7 20.500v-4H3z"/><path d="M7.5 8.700h9M7.5 12.500h6"/>',
  neighbours:
    '<path d="m3.5 12.5 3-5 4 1 1.5 1 3.5-1.5 5 4.5-2.5 5-6 3.5-6-4.500zM12 9.5 9 13c1 1.5 2.5 1.5 4 0l4 4"/>',
  online: '<rect x="2.5" y="5.5" width="13" height="13" rx="2.5"/><path d="m15.5 11 6-3.500v9l-6-3.5"/>',
  phone:
    '<path d="M5 3.500h4l1.5 5-2.3 1.700a12 12 0 0 0 5.6 5.600l1.7-2.3 5 1.500v4a2 2 0 0 1-2.2 2A17 17 0 0 1 3 5.7 2 2 0 0 1 5 3.500z"/>',
  mail: '<rect x="2.5" y="5" width="19" height="14.5" rx="2.5"/><path d="m3.5 7 8.5 6.500L20.5 7"/>',
  door: '<path d="M6 21V3.500h12V21M3 21h18M14.5 12v.5"/>',
  'on-site': '<path d="M4 21V5.500L14 3v18M14 8.500h6V21M2.5 21h19M8 9.500v.1M8 13.500v.1M10.5 21v-4"/>',
  free: '<path d="M20 12.500V21H4v-8.500M2.5 8h19v4.500h-19zM12 8v13M12 8C8 8 6.5 3 9 3s3 5 3 5 .5-5 3-5 1 5-3 5z"/>',
  price:
    '<circle cx="12" cy="12" r="9"/><path d="M15.5 8.500c-3.5-2.5-6.5 0-6.5 3.500s3 6 6.5 3.500M7 10.800h6M7 13.500h5"/>',
  registration:
    '<path d="M3 6.500h18v3.500a2 2 0 0 0 0 4v3.500H3V14a2 2 0 0 0 0-4zM14.5 6.500v2M14.5 11v2M14.5 15.500v2"/>',
  'just-come': '<path d="M12 3.500h7V21h-7M3 12h11M10 8l4 4-4 4"/>',
  language: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18z"/>',
  'step-free':
    '<circle cx="10" cy="4" r="2"/><path d="M10 8v6h5.500l3 6M10 10.500h5M7.5 11.500a5.2 5.2 0 1 0 7 7"/>',
  'no-papers': '<path d="M6 3h8l4 4v14H6zM14 3v4h4M3.500 21.500l17-17"/>',
  'no-german':
    '<path d="M3 4.500h18v12h-9.500L7 20.500v-4H3zM9 8.700v.1M15 8.700v.1M8.800 11.700c1.900 1.900 4.500 1.900 6.400 0"/>',
  'women-only':
    '<circle cx="12" cy="4.700" r="2.700"/><path d="M12 9.500c-2.700 0-3.500 1.700-6 8.500h12c-2.500-6.800-3.300-8.500-6-8.500zM9.700 18v4M14.300 18v4"/>',
  pram: '<path d="M2.500 4.500H5L7 9h14a7 7 0 0 1-7 6.500h-1.500A6 6 0 0 1 7 9M14 9V2.500A6.800 6.800 0 0 1 21 9"/><circle cx="9.500" cy="19.500" r="2"/><circle cx="17" cy="19.500" r="2"/>',
  'sibling-care':
    '<circle cx="7.500" cy="5.500" r="2.700"/><circle cx="17.500" cy="10" r="2.200"/><path d="M3 21.500v-6c0-6.500 9-6.500 9 0v6M14.500 21.500v-3.500c0-5 6-5 6 0v3.500M12 17.500l2.500 1"/>',
  food: '<path d="M5 2.500v5a2.700 2.700 0 0 0 5.400 0v-5M7.700 2.500v19M17 21.500v-19c-3 1.500-4 5-4 10.500h4"/>',
  cancelled: '<circle cx="12" cy="12" r="9"/><path d="m8.5 8.5 7 7M15.5 8.500l-7 7"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.500M12 7.500v.1"/>',
  warning: '<path d="M12 3.5 22 20.500H2zM12 10v4.500M12 17.500v.1"/>',
  success: '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 3 3 5.5-6.5"/>',
  check: '<path d="m4.5 12.5 5 5.500L19.5 6"/>',
  plus: '<path d="M12 4.500v15M4.5 12h15"/>',
  minus: '<path d="M4.5 12h15"/>',
  print: '<path d="M7 8.500V3h10v5.500M7 17H3V8.500h18V17h-4M7 14h10v7H7z"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20.500c0-8.5 13-8.5 13 0M16 4.800a3.3 3.3 0 0 1 0 6.400M18.5 14.500c2 1 3 3 3 6"/>',
  chart: '<path d="M3.5 3.500v17h17M8 16.500v-4M12.5 16.500v-9M17 16.500V10"/>',
  settings:
    '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  leave: '<path d="M12 3.500H5V20.500h7M10 12h11M17 8l4 4-4 4"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .5l3.5-3.500a4 4 0 0 0-6-6L12 6.500M14 10a4 4 0 0 0-6-.5L4.5 13a4 4 0 0 0 6 6l1.5-1.5"/>',
  download: '<path d="M12 3.500V15M7 10.500l5 5 5-5M4 20.500h16"/>',
  give: '<rect x="3.5" y="8.500" width="17" height="12.5" rx="1.5"/><path d="M3.5 13h17M12 8.500V21M12 8.500c-6 0-5.5-6-2.500-5.500 1.8.3 2.5 3 2.5 5.500zM12 8.500c6 0 5.500-6 2.500-5.500-1.8.3-2.5 3-2.5 5.500z"/>',
  lend: '<path d="M4 9h16l-4.500-4.500M20 15H4l4.500 4.500"/>',
  skill:
    '<path d="m12 3 2.700 5.700 6.300.8-4.600 4.300 1.200 6.200L12 17l-5.600 3 1.200-6.200L3 9.500l6.300-.8z"/>',
  waiting: '<path d="M6 3h12M6 21h12M7.5 3v3.500L12 12l4.5-5.500V3M7.5 21v-3.500L12 12l4.5 5.500V21"/>',
  'arrow-start': '<path d="M20 12H4M10 6l-6 6 6 6"/>',
  'arrow-end': '<path d="M4 12h16M14 6l6 6-6 6"/>',
} as const

/** The name of a pictogram. */
export type IconName = keyof typeof iconPaths

/** Pictograms that show a direction and are mirrored where one reads from right to left. */
export const mirroredIcons: ReadonlySet<IconName> = new Set([
  'arrow-start',
  'arrow-end',
  'just-come',
  'leave',
  'search',
  'chart',
])
