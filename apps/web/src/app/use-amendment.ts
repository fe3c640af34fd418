import { useForm, type UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import { compareStaleEdit, type StaleEdit } from '../ui/conflicts.js';
import { useDraft } from '../ui/use-draft.js';
import { ApiError } from './graphql.js';
import { useProblems, type Problems } from './problems.js';

/** A record as its form sees it, with the version that it was read at. */
export interface Recorded<Values> { version: number; values: Values }

export interface AmendmentOptions<Values> {
  /** A stable name for the draft: 'meeting.<id>'. */
  page: string;
  recorded: Recorded<Values>;
  /** Saves what changed against that version; rejects when the server refuses. */
  save: (version: number, changes: Partial<Values>, values: Values) => Promise<unknown>;
  /** The record as it is now; asked after somebody else changed it. Null: it is gone. */
  reread: () => Promise<Recorded<Values> | null>;
  onDone: () => void;
  /** Where the form has the field that a problem's path names; the path itself when absent. */
  placeOf?: (path: string, values: Values) => string;
}

export interface Amendment<Values> {
  form: UseFormReturnType<Values>;
  problems: Problems;
  /** What was typed before was brought back. */
  restored: boolean;
  /** Forgets what was typed: the form shows the record. */
  discard: () => void;
  submit: () => Promise<void>;
  busy: boolean;
  /** For `ConflictDialog`: what somebody else changed meanwhile, differently. */
  conflict: StaleEdit<Values> | null;
  resolve: (values: Values) => Promise<void>;
  backToForm: () => void;
}

/**
 * The form that amends a record. It sends only what was changed, keeps a draft together with the record that the draft began
 * with, and when somebody else saved meanwhile joins both edits: where both changed the same field the reader chooses.
 */
export function useAmendment<Values extends Record<string, unknown>>(options: AmendmentOptions<Values>): Amendment<Values> {
  const { recorded, save, reread, onDone, placeOf = (path) => path } = options;
  const draft = useDraft<{ base: Recorded<Values>; values: Values }>(options.page);
  const base = useRef(draft.restored?.base ?? recorded);
  const [restored, setRestored] = useState(draft.restored !== null);
  const form = useForm<Values>({
    initialValues: draft.restored?.values ?? recorded.values, onValuesChange: (values) => draft.keep({ base: base.current, values }),
  });
  const problems = useProblems(form);
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<StaleEdit<Values> | null>(null);
  const theirs = useRef<Recorded<Values> | null>(null);

  const write = async (against: Recorded<Values>, values: Values) => {
    await save(against.version, changesOf(against.values, values), values);
    draft.forget();
    onDone();
  };
  const join = async (values: Values, error: unknown): Promise<void> => {
    theirs.current = error instanceof ApiError && error.code === 'CONFLICT_STALE' ? await reread() : null;
    if (!theirs.current) throw error;
    const edit = compareStaleEdit(base.current.values, theirs.current.values, values);
    if (edit.conflicts.length > 0) setConflict(edit);
    else await write(theirs.current, edit.merged);
  };
  const attempt = async (against: Recorded<Values>, values: Values) => {
    problems.clear();
    setBusy(true);
    await write(against, values).catch((error: unknown) => join(values, error))
      .catch((error: unknown) => problems.show(placed(error, (path) => placeOf(path, values))));
    setBusy(false);
  };
  const resolve = async (values: Values) => {
    const now = theirs.current ?? base.current;
    setConflict(null);
    base.current = now;
    form.setValues(values);
    await attempt(now, values);
  };
  const discard = () => {
    base.current = recorded;
    form.setValues(recorded.values);
    problems.clear();
    draft.forget();
    setRestored(false);
  };
  return { form, problems, restored, discard, busy, conflict, resolve, submit: () => attempt(base.current, form.getValues()), backToForm: () => setConflict(null) };
}

/** The fields whose value is another one now. */
export function changesOf<Values extends object>(before: Values, after: Values): Partial<Values> {
  const changed = (Object.keys(after) as (keyof Values)[]).filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]])) as Partial<Values>;
}

/** The same refusal, told of the form's fields instead of the input's. */
export function placed(error: unknown, placeOf: (path: string) => string): unknown {
  if (!(error instanceof ApiError)) return error;
  const inInput = (path: string) => path.replace(/^input\./, '');
  return new ApiError(error.code, error.fields.map((each) => ({ ...each, path: placeOf(inInput(each.path)) })), error.reference);
}
