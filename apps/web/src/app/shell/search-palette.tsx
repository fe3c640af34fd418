import { Loader, Modal, ScrollArea, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionSearch } from '../../ui/use-option-search.js';
import type { SearchFn, SearchHit } from '../search-everything.js';
import { usePaletteEntries, type PaletteEntry } from './palette-entries.js';
import classes from './search-palette.module.css';

const nothingFound: SearchFn = () => Promise.resolve([]);
const NO_HITS: readonly SearchHit[] = [];

interface PaletteProps { onClose: () => void; searchFn: SearchFn | null }

/** ⌘K: records, actions and sections by typing. Arrow keys move, Enter opens. */
export function SearchPalette({ opened, ...props }: PaletteProps & { opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={props.onClose} withCloseButton={false} padding={0} size={600} centered={false} yOffset="12vh"
      transitionProps={{ duration: 90 }} aria-label={t('search.open')}>
      <Palette {...props} />
    </Modal>
  );
}

function Palette({ onClose, searchFn }: PaletteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = useOptionSearch(text, searchFn ?? nothingFound);
  const entries = usePaletteEntries(text, found.state === 'short' ? NO_HITS : found.options);
  const open = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    if (entry.to) void navigate({ to: entry.to });
    else entry.run?.();
  };
  const enter = useEnter(found.state === 'searching', () => open(entries[at]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') enter();
    if (step === 0 || entries.length === 0) return;
    event.preventDefault();
    setAt((at + step + entries.length) % entries.length);
  };
  return (
    <>
      {/* The window's own trap gives the caret a moment later: what is typed at once would be lost. */}
      <TextInput value={text} onChange={(event) => { setText(event.currentTarget.value); setAt(0); }} onKeyDown={onKeyDown} variant="unstyled" size="lg" px="sm" autoFocus data-autofocus
        placeholder={t('search.placeholder')} aria-label={t('search.placeholder')} role="combobox" aria-expanded aria-controls={list}
        aria-activedescendant={entries[at] ? `${list}-${at}` : undefined}
        leftSection={<IconSearch size={18} stroke={1.7} />} rightSection={found.state === 'searching' ? <Loader size={16} /> : undefined} />
      <ScrollArea.Autosize mah="56vh" scrollbars="y" className={classes.list} styles={{ content: { minWidth: 0 } }}>
        <div id={list} role="listbox" aria-label={t('search.open')}>
          {entries.map((entry, index) => (
            <div key={entry.key} role="presentation">
              {entry.group !== entries[index - 1]?.group && <Text className={classes.group}>{entry.group}</Text>}
              <Row id={`${list}-${index}`} entry={entry} active={index === at} onOpen={() => open(entry)} onHover={() => setAt(index)} />
            </div>
          ))}
        </div>
        <Feedback text={text} state={found.state} none={entries.length === 0} />
      </ScrollArea.Autosize>
      <Text className={classes.keys} aria-hidden>↑ ↓ {t('search.keys')}</Text>
    </>
  );
}

/** Enter before the answer came waits for it: what is on the list then is not what was typed. */
function useEnter(searching: boolean, open: () => void): () => void {
  const waits = useRef(false);
  const now = useRef(open);
  useEffect(() => { now.current = open; });
  useEffect(() => {
    if (searching || !waits.current) return;
    waits.current = false;
    now.current();
  }, [searching]);
  return () => { if (searching) waits.current = true; else now.current(); };
}

function Row({ id, entry, active, onOpen, onHover }: { id: string; entry: PaletteEntry; active: boolean; onOpen: () => void; onHover: () => void }) {
  return (
    <div id={id} role="option" aria-selected={active} className={classes.row} onClick={onOpen} onMouseMove={active ? undefined : onHover}
      ref={active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}>
      <Text size="sm" fw={500} truncate>{entry.label}</Text>
      {entry.detail && <Text size="xs" c="gray.6" truncate>{entry.detail}</Text>}
    </div>
  );
}

function Feedback({ text, state, none }: { text: string; state: string; none: boolean }) {
  const { t } = useTranslation();
  if (state === 'failed') return <Text p="md" size="sm" role="alert">{t('common.pick.failed')}</Text>;
  if (none && state === 'found') return <Text p="md" size="sm" c="gray.6" role="status">{t('search.nothing', { text })}</Text>;
  return text === '' ? <Text px="md" py="xs" size="xs" c="gray.6">{t('search.hint')}</Text> : null;
}
