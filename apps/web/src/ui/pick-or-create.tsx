import { Combobox, Group, Loader, Pill, PillsInput, Text, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { firstTyped, pastedNames } from './pasted-names.js';
import { isCalled, matchPasted, useOptionSearch } from './use-option-search.js';

/** Something that can be chosen. */
export interface PickOption {
  id: string;
  label: string;
  /** A quiet second line: post and organisation, country, acronym. */
  detail?: string;
  /** Other names that it answers to when a list is pasted: its acronym in the other language. */
  alsoCalled?: readonly string[];
  /** Not registered yet: it will be with the form. */
  fresh?: boolean;
}

interface PickOrCreateProps {
  label: ReactNode;
  /** What is chosen, in order. For a single choice give `max={1}`. */
  value: readonly PickOption[];
  onChange: (options: PickOption[]) => void;
  /** Finds options for what is typed (at least two letters); may throw. Misspelt names are the server's business. */
  find: (text: string) => Promise<readonly PickOption[]>;
  /** Creates one on the spot from the typed name; absent: only existing ones. May open a dialog; null: the reader gave up. */
  create?: (name: string) => Promise<PickOption | null>;
  max?: number;
  error?: ReactNode;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  /** The form begins here: focused when it appears, in a dialog too. */
  autoFocus?: boolean;
}

/**
 * Chooses records by typing: several at once, pasted as a list, or created on the spot. Enter takes the likeliest, also
 * when it is pressed before the answer has come; Tab takes it and goes on; backspace takes the last one back.
 */
export function PickOrCreate({ value, onChange, find, create, max = Infinity, placeholder, autoFocus = false, error, ...field }: PickOrCreateProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [notice, setNotice] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Several names typed or pasted are dealt with one after the other: none is lost, and no name is made of several.
  const { now, waiting } = max === 1 ? { now: text.trim(), waiting: '' } : firstTyped(text);
  const found = useOptionSearch(now, find);
  const options = found.options.filter((option) => !value.some((chosen) => chosen.id === option.id));
  const canCreate = create !== undefined && now.length > 1 && found.state === 'found'
    && ![...found.options, ...value].some((option) => isCalled(option, now));
  const full = value.length >= max;
  const waitsFor = useRef<string | null>(null); // what Enter was pressed for before the answer came
  const { input, held } = useHeldForm(text.trim());

  const choose = (option: PickOption) => {
    onChange(max === 1 ? [option] : [...value, option]);
    setText(waiting);
    setNotice(null);
    waitsFor.current = null;
    if (max === 1) combobox.closeDropdown();
  };
  const makeNew = async () => {
    setBusy(true);
    const made = await create?.(now).catch(() => { setNotice(t('common.pick.failed')); return null; });
    setBusy(false);
    if (made) choose(made);
  };
  const paste = async (event: ClipboardEvent) => {
    const names = max === 1 ? [] : pastedNames(event.clipboardData.getData('text'));
    if (names.length === 0) return;
    event.preventDefault();
    setBusy(true);
    const { matched, unmatched } = await matchPasted(names, find);
    const added = matched.filter((option) => !value.some((chosen) => chosen.id === option.id)).slice(0, max - value.length);
    onChange([...value, ...added]);
    setNotice([t('common.pick.pasted', { count: matched.length }), unmatched.length > 0 && t('common.pick.unmatched', { names: unmatched.join(', ') })].filter(Boolean).join(' '));
    setText([text.trim(), ...unmatched].filter((each) => each !== '').join('; '));
    setBusy(false);
  };
  const first = options[0];
  const { selectFirstOption } = combobox;
  useEffect(() => { if (found.state === 'found') selectFirstOption(); }, [found.state, found.options, selectFirstOption]);
  const takeLikeliest = async () => {
    const asked = now;
    waitsFor.current = asked;
    const answer = await find(asked).catch(() => null);
    if (waitsFor.current !== asked || answer === null) return; // typed on meanwhile, or the list says that the search failed
    const likeliest = answer.find((option) => !value.some((chosen) => chosen.id === option.id));
    if (likeliest) choose(likeliest); // nothing found: creating is offered, and asks for a second Enter
    else waitsFor.current = null;
  };
  const leave = () => {
    combobox.closeDropdown();
    if (text.trim() !== '' && waitsFor.current === null) setNotice(t('common.pick.notChosen', { name: text.trim() }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault(); // it chooses; it does not send the form
      if (found.state === 'searching') void takeLikeliest();
    }
    if (event.key === 'Tab' && !event.shiftKey && found.state === 'found' && first && now !== '') {
      if (waiting !== '') event.preventDefault(); // the next name waits here
      choose(first);
    }
    if (event.key !== 'Backspace' || text !== '' || value.length === 0) return;
    event.preventDefault();
    onChange(value.slice(0, -1));
  };

  return (
    <Combobox store={combobox} onOptionSubmit={(id) => {
      const option = options.find((each) => each.id === id);
      if (option) choose(option); else void makeNew();
    }}>
      <Combobox.DropdownTarget>
        <PillsInput {...field} error={held ? t('common.pick.notChosen', { name: text.trim() }) : error} description={held ? field.description : notice ?? field.description} inputWrapperOrder={['label', 'input', 'description', 'error']}
          rightSection={busy || found.state === 'searching' ? <Loader size={14} /> : undefined} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map((option) => (
              <Pill key={option.id} withRemoveButton={!field.disabled} onRemove={() => onChange(value.filter((each) => each.id !== option.id))}
                removeButtonProps={{ 'aria-label': t('common.removeNamed', { name: option.label }), tabIndex: 0, 'aria-hidden': false }}>
                {option.fresh && <IconPlus size={11} stroke={2.4} role="img" aria-label={t('common.pick.fresh')} style={{ verticalAlign: '-1px', marginRight: 3 }} />}{option.label}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field ref={input} value={text} disabled={field.disabled} autoFocus={autoFocus} data-autofocus={autoFocus || undefined} placeholder={value.length === 0 ? placeholder ?? t('common.pick.placeholder') : undefined}
                readOnly={full && max > 1} onFocus={() => combobox.openDropdown()} onBlur={leave}
                onChange={(event) => { setText(event.currentTarget.value); setNotice(null); waitsFor.current = null; combobox.openDropdown(); }}
                onPaste={(event) => void paste(event)} onKeyDown={onKeyDown} />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {options.map((option) => <Option key={option.id} option={option} />)}
          {canCreate && (
            <Combobox.Option value="$create">
              <Group gap={8} wrap="nowrap"><IconPlus size={15} aria-hidden /><Text size="sm" fw={550}>{t('common.pick.create', { name: now })}</Text></Group>
            </Combobox.Option>
          )}
          <Hint state={found.state} none={options.length === 0 && !canCreate} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/**
 * A form is not sent while a name stands typed and not chosen: it would be lost without a word. Heard on the form itself,
 * before its own handler. @returns the input's ref, and whether the form was held back for this very text.
 */
function useHeldForm(typed: string) {
  const input = useRef<HTMLInputElement>(null);
  const [heldFor, setHeldFor] = useState('');
  useEffect(() => {
    const form = input.current?.form;
    if (!form || typed === '') return undefined;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      setHeldFor(typed);
      input.current?.focus();
    };
    form.addEventListener('submit', hold, true);
    return () => form.removeEventListener('submit', hold, true);
  }, [typed]);
  return { input, held: typed !== '' && heldFor === typed };
}

function Option({ option }: { option: PickOption }) {
  return (
    <Combobox.Option value={option.id}>
      <Text size="sm">{option.label}</Text>
      {option.detail && <Text size="xs" c="gray.6">{option.detail}</Text>}
    </Combobox.Option>
  );
}

function Hint({ state, none }: { state: 'short' | 'searching' | 'found' | 'failed'; none: boolean }) {
  const { t } = useTranslation();
  if (!none && state !== 'failed') return null;
  const text = { short: t('common.pick.typeToSearch'), searching: t('common.pick.searching'), found: t('common.pick.nothing'), failed: t('common.pick.failed') }[state];
  return <Combobox.Empty role={state === 'failed' ? 'alert' : 'status'}>{text}</Combobox.Empty>;
}
