import { useSyncExternalStore } from 'react';

/**
 * Where requests wait while the reader signs in again. A page stays mounted meanwhile, so a half-written form survives;
 * every request that met the ended session waits at the same gate and goes on together.
 */
let someoneWasSignedIn = false;
let waiting: ((signedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Said by the session once it knows a viewer: only then can a session have ended. */
export function armGate(signedIn: boolean): void {
  someoneWasSignedIn = signedIn;
}

/** True while a viewer is known, or was until the session ended by itself. */
export const isGateArmed = (): boolean => someoneWasSignedIn;

/** Opens the dialog and waits. True: signed in again, retry. False: nobody was signed in, or the reader gave up. */
export function waitForSignIn(): Promise<boolean> {
  if (!someoneWasSignedIn) return Promise.resolve(false);
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });
}

/** Lets everyone through after a sign-in (true), or turns them away (false). */
export function openGate(signedIn: boolean): void {
  const released = waiting;
  waiting = [];
  tell();
  released.forEach((resolve) => resolve(signedIn));
}

/** True while at least one request waits for a sign-in. */
export const useGateClosed = (): boolean => useSyncExternalStore(
  (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
  () => waiting.length > 0,
);
