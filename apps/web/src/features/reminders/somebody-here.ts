const STAYS = 300_000; // milliseconds

let last = Date.now();
for (const sign of ['pointerdown', 'keydown', 'focus'] as const) window.addEventListener(sign, () => { last = Date.now(); }, { passive: true });

/** Whether somebody has done something on the page in the last five minutes. */
export const isSomebodyHere = (): boolean => Date.now() - last < STAYS;
