import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { Day } from '@tejido/domain/day.js';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from './days.js';
import { parseDay } from './parse-day.js';

interface DayFieldProps {
  label: ReactNode;
  /** An ISO day; null when empty. */
  value: Day | null;
  onChange: (day: Day | null) => void;
  /** A problem from outside (the server's); what this field itself does not understand is shown by itself. */
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  minDate?: Day;
  maxDate?: Day;
}

// A long explanation wraps at the field's width, instead of making the field wider and pushing its neighbours.
const WRAPPED = { error: { width: 0, minWidth: '100%' } } as const;

// The reading floats under a field without a description, so that nothing around it moves while one types.
const FLOATING = {
  ...WRAPPED,
  root: { position: 'relative' },
  description: { position: 'absolute', top: '100%', left: 0, zIndex: 1, whiteSpace: 'nowrap', background: 'var(--mantine-color-body)' },
} as const;

/**
 * A day, typed in any usual way ("30/07/2026", "30 jul", "ayer", ISO) or picked. What cannot be understood stays in the
 * field, explained once the field is left; the day is meanwhile the one that stood there before the typing, and the form is not sent.
 */
export function DayField({ value, onChange, error, minDate, maxDate, ...input }: DayFieldProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null); // null: not being typed, show the value
  const [before, setBefore] = useState<Day | null>(null); // the value when the typing began
  const [left, setLeft] = useState(false);
  const [opened, setOpened] = useState(false);
  const understood = typed === null || typed.trim() === '' || parseDay(typed, today()) !== null;
  const field = useRef<HTMLInputElement>(null);
  useRefusal(field, !understood, () => setLeft(true));
  const settle = () => {
    setLeft(true);
    if (typed !== null && understood) setTyped(null);
  };
  const type = (text: string) => {
    const standing = typed === null ? value : before;
    setTyped(text);
    setBefore(standing);
    setLeft(false);
    const day = text.trim() === '' ? null : (parseDay(text, today()) ?? standing);
    if (day !== value) onChange(day);
  };
  const pick = (day: string | null) => { setTyped(null); setOpened(false); onChange(day); };
  const shown = typed ?? (value ? formatDay(value, i18n.language, 'field') : '');
  const reading = understood && typed?.trim() && value ? formatDay(value, i18n.language, 'long') : undefined;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <TextInput {...input} ref={field} value={shown} placeholder={t('common.day.placeholder')} autoComplete="off"
          onChange={(event) => type(event.currentTarget.value)} onBlur={settle}
          onKeyDown={(event) => { if (event.key === 'Enter') settle(); }}
          error={error ?? (understood || opened || !left ? undefined : t('common.day.notUnderstood'))}
          description={reading ?? input.description} styles={reading && !input.description ? FLOATING : WRAPPED} inputWrapperOrder={['label', 'input', 'description', 'error']}
          rightSection={(
            <ActionIcon variant="subtle" color="gray" aria-label={t('common.day.open')} disabled={input.disabled} onClick={() => setOpened((open) => !open)}>
              <IconCalendar size={17} stroke={1.7} />
            </ActionIcon>
          )} />
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker value={value} defaultDate={value ?? undefined} onChange={pick} minDate={minDate} maxDate={maxDate} allowDeselect />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Keeps the form around a field from being sent, before any other handler hears of it, and leads back to the field. */
function useRefusal(field: RefObject<HTMLInputElement | null>, wrong: boolean, tell: () => void) {
  const told = useEffectEvent(tell);
  useEffect(() => {
    const form = field.current?.form;
    if (!wrong || !form) return undefined;
    const refuse = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      told();
      field.current?.focus();
    };
    form.addEventListener('submit', refuse, true);
    return () => form.removeEventListener('submit', refuse, true);
  }, [field, wrong]);
}
