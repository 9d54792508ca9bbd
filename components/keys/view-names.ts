/** The popup's views, in the order of their tabs. */
export const viewNames = ['page', 'today', 'shelf'] as const;
export type ViewName = (typeof viewNames)[number];
