export const type = 1;
