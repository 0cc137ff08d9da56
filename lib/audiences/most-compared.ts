/** So many audiences are compared at once. */
export const mostCompared = 6;
