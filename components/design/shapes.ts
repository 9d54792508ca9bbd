/** Outlines of every icon, on a grid of 16 by 16, drawn with a line of 1.4. Our own; hosts are hinted at, not quoted. */
export const shapes = {
  /** GitHub: a branch that leaves and comes back. */
  branch:
    'M4.5 5.5v5 M4.5 5.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5z M4.5 14a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5z M11.5 6.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5z M11.5 6.5c0 3-7 1.5-7 4',
  /** GitLab: a fox's head. */
  fox: 'M8 14 2 9.2l1.9-6.7 1.9 4.3h4.4l1.9-4.3L14 9.2z',
  /** Hugging Face: a face, glad to see you. */
  face: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z M5.4 9.2c.5 1.3 1.5 2 2.6 2s2.1-.7 2.6-2 M6 6.2v.4 M10 6.2v.4',
  globe:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z M2 8h12 M8 2c1.9 1.8 2.7 3.8 2.7 6S9.9 12.2 8 14c-1.9-1.8-2.7-3.8-2.7-6S6.1 3.8 8 2z',
  code: 'M5.5 4.5 2 8l3.5 3.5 M10.5 4.5 14 8l-3.5 3.5',
  play: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z M6.7 5.6v4.8L10.5 8z',
  cube: 'M8 1.9 13.3 5v6L8 14.1 2.7 11V5z M2.9 5.1 8 8l5.1-2.9 M8 8v6',
  stack:
    'M13 4c0 1.1-2.2 2-5 2s-5-.9-5-2 2.2-2 5-2 5 .9 5 2z M3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4 M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  bookmark: 'M4 2.5h8v11L8 10.6 4 13.5z',
  copy: 'M6 5.5h7.5v8H6z M10.5 5.5v-3H3v8h3',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z M10.7 10.7 14 14',
  pin: 'M6 2.5h4 M6.5 2.5v4.2L4.5 9v1h7V9l-2-2.3V2.5 M8 10v4',
  close: 'm4 4 8 8 M12 4l-8 8',
  earlier: 'M10 3.5 5.5 8l4.5 4.5',
  later: 'M6 3.5 10.5 8 6 12.5',
  /** Opens a menu. */
  down: 'M4 6.2 8 10.2l4-4',
  /** Leads to the place on the page. */
  target: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z M8 1.5v3 M8 11.5v3 M1.5 8h3 M11.5 8h3',
  save: 'M8 2.5v7.5 M4.8 7 8 10.2 11.2 7 M2.5 13.5h11',
  picture: 'M2.5 3.5h11v9h-11z M2.5 10.5 6 7.5l3 2.5 1.8-1.5 2.7 2.2 M10.5 6.4v.1',
  menu: 'M2.5 4.5h11 M2.5 8h11 M2.5 11.5h7',
  /** A branch of the archive that is shut; turned by a quarter it is open. */
  branchShut: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  calendar: 'M2.5 4h11v9.5h-11z M2.5 7h11 M5.5 2.2v3 M10.5 2.2v3',
  /** A page with a column at its side. */
  side: 'M2 3h12v10H2z M10 3v10',
  warning: 'M8 2.3 14.3 13.5H1.7z M8 6.5v3.2 M8 11.6v.2',
} as const;

export type IconName = keyof typeof shapes;
