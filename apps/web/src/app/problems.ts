import type { FieldProblem } from '@tejido/domain/error.js';
import type { TFunction } from 'i18next';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from './graphql.js';

/** One field problem in the reader's language; a bracketed part whose value is not known is left out. */
export function problemText(t: TFunction, field: FieldProblem): string {
  const template = t(`errors.problems.${field.problem}`, { skipInterpolation: true });
  const known = template.replace(/ \([^)]*\{\{(\w+)\}\}[^)]*\)/g, (part, name: string) => (field.values?.[name] === undefined ? '' : part));
  return known.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(field.values?.[name] ?? ''));
}

/** Any failure of a request as one sentence in the reader's language. */
export function errorText(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError)) return t('common.states.offline');
  const sentence = t(`errors.codes.${error.code}`);
  return error.reference ? `${sentence} ${t('errors.reference', { id: error.reference })}` : sentence;
}

/** What useProblems needs of a form; Mantine's useForm gives it. */
export interface FormWithErrors {
  setErrors(errors: Record<string, string>): void;
  getValues(): object;
}

export interface Problems {
  /** The sentence for the top of the form; null when all is well. It names the problems that no field of the form has. */
  summary: string | null;
  /** Shows an error of a request: each field problem next to its field, the rest in `summary`. Typed values stay. */
  show: (error: unknown) => void;
  clear: () => void;
}

/**
 * Puts what the server says next to the fields. `under` is the input's name in the mutation ('input'), cut off the paths.
 */
export function useProblems(form: FormWithErrors, under = 'input'): Problems {
  const { t } = useTranslation();
  const [summary, setSummary] = useState<string | null>(null);
  const { setErrors, getValues } = form;
  const show = useCallback((error: unknown) => {
    const fields = error instanceof ApiError ? error.fields.map((each) => ({ ...each, path: within(each.path, under) })) : [];
    const values = getValues();
    const placed = fields.filter((each) => has(values, each.path));
    setErrors(Object.fromEntries(placed.map((each) => [each.path, problemText(t, each)])));
    const homeless = fields.filter((each) => !placed.includes(each)).map((each) => problemText(t, each));
    setSummary([errorText(t, error), ...homeless].join(' '));
    toFirstProblem(placed.length > 0);
  }, [getValues, setErrors, t, under]);
  const clear = useCallback(() => { setSummary(null); setErrors({}); }, [setErrors]);
  return { summary, show, clear };
}

/** The reader is led to the first field with a problem, or to the summary: on a phone either may be out of sight. */
function toFirstProblem(inField: boolean): void {
  const form = document.activeElement?.closest('form') ?? document;
  const wanted = inField ? '[aria-invalid="true"]' : '[role="alert"]';
  requestAnimationFrame(() => {
    const at = form.querySelector<HTMLElement>(wanted);
    if (inField) at?.focus();
    at?.scrollIntoView?.({ block: 'nearest' });
  });
}

const within = (path: string, under: string) => (path === under ? '' : path.startsWith(`${under}.`) ? path.slice(under.length + 1) : path);

/** True when the form has a value at the path ('parties.1.signedOn'). */
function has(values: object, path: string): boolean {
  if (path === '') return false;
  let at: unknown = values;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return true;
}
