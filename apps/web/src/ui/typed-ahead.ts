const LONGEST_WAIT = 5_000; // milliseconds

/**
 * Called when a form is about to open: what is typed before its first field has the focus is given to that field. A quick
 * typist begins before any dialog is drawn.
 */
export function keepTypedAhead(): void {
  let typed = '';
  const stop = () => {
    window.clearTimeout(limit);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('focusin', onFocus, true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    typed += event.key;
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    stop();
    // After React has drawn: only then does the field hear its input.
    if (typed !== '') queueMicrotask(() => give(target, typed));
  };
  const limit = window.setTimeout(stop, LONGEST_WAIT);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('focusin', onFocus, true);
}

function give(field: HTMLInputElement, typed: string): void {
  field.setRangeText(typed, 0, 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
