/** How many named versions one text keeps, because they are kept for ever. */
export const mostNamedVersions = 100;
