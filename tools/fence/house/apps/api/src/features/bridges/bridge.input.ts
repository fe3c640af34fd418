export const input = 1;
