export const reads = 1;
