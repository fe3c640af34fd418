import { useEffect, useSyncExternalStore } from 'react';

const NAME = 'Tejido';

/** What the page on the screen is called: its h1 tells it, the browser's tab and the list of recent records repeat it. */
let shown = '';
const listeners = new Set<() => void>();

function tell(title: string): void {
  if (title === shown) return;
  shown = title;
  document.title = title === '' ? NAME : `${title} · ${NAME}`;
  listeners.forEach((listener) => listener());
}

/** Names the page while the component is on it. '' while its name is not known yet. */
export function useTellPageTitle(title: string): void {
  useEffect(() => { tell(title); }, [title]);
  useEffect(() => () => tell(''), []);
}

/** The name of the page on the screen; '' while it has none. */
export const usePageTitle = (): string => useSyncExternalStore(
  (listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; },
  () => shown,
);
