/**
 * Where people reach this register, without a slash at the end: links in mails and calendars begin with it.
 * TEJIDO_URL; else the first host name that browsers may use, by HTTPS; else this machine, and `guessed`.
 */
export function publicAddress(env: NodeJS.ProcessEnv = process.env): { origin: string; guessed: boolean } {
  const named = env['TEJIDO_URL']?.trim().replace(/\/+$/, '');
  if (named && /^https?:\/\/[^\s/]+/.test(named)) return { origin: named, guessed: false };
  const host = (env['TEJIDO_HOSTS'] ?? '').split(',').map((each) => each.trim()).find((each) => each !== '' && each !== 'localhost');
  if (host) return { origin: `https://${host}`, guessed: false };
  const port = env['PORT'];
  return { origin: `http://localhost:${port ?? 4000}`, guessed: port === undefined };
}
