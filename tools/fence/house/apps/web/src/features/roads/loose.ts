// rejected: any
export const loose: any = 1;
