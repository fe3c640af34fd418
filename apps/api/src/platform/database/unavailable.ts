const SIGNS = /ECONNREFUSED|ECONNRESET|EPIPE|timeout exceeded when trying to connect|timeout expired|Connection terminated|too many clients|the database system is|not currently accepting connections/;

/** The database is away, starting or full: not the request's fault, and over in a while. */
export function isUnavailable(error: unknown): boolean {
  const { message, code } = (error ?? {}) as { message?: string; code?: string };
  return SIGNS.test(message ?? '') || SIGNS.test(code ?? '') || ['57P01', '57P02', '57P03', '53300'].includes(code ?? '');
}
