import { removeOld } from './transpile.mjs';

export default async function globalTeardown() {
  await globalThis.embeddedPostgres?.stop();
  removeOld();
}
