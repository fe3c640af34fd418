import { Loader, Modal, ScrollArea, Text, TextInput } from '@mantine/core';
import { fold } from '@tejido/domain/text.js';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionSearch } from '../../ui/use-option-search.js';
import { useViewer } from '../session.js';
import { sectionsFor } from './sections.js';
import classes from './search-palette.module.css';

export type SearchKind = 'organisation' | 'person' | 'agreement' | 'meeting' | 'activity' | 'commitment';

/** A record that the search found; `to` is its page's address ('/organizaciones/<id>'). */
export interface SearchHit { kind: SearchKind; id: string; label: string; detail?: string; to: string }

/** Finds records for what is typed, best first; misspelt words and missing accents are the server's business. */
export type SearchFn = (text: string) => Promise<readonly SearchHit[]>;

interface Entry { key: string; group: string; label: string; detail?: string; to: string }

const nothingFound: SearchFn = () => Promise.resolve([]);

/** ⌘K: sections and records by typing. Arrow keys move, Enter opens. */
export function SearchPalette({ opened, onClose, searchFn }: { opened: boolean; onClose: () => void; searchFn: SearchFn | null }) {
  return (
    <Modal opened={opened} onClose={onClose} withCloseButton={false} padding={0} size={600} centered={false} yOffset="12vh" transitionProps={{ duration: 90 }}>
      <Palette onClose={onClose} searchFn={searchFn} />
    </Modal>
  );
}

function Palette({ onClose, searchFn }: { onClose: () => void; searchFn: SearchFn | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = useOptionSearch(text, searchFn ?? nothingFound);
  const entries = useEntries(text, found.options);
  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    void navigate({ to: entry.to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') open(entries[at]);
    if (step === 0 || entries.length === 0) return;
    event.preventDefault();
    setAt((at + step + entries.length) % entries.length);
  };
  return (
    <>
      <TextInput value={text} onChange={(event) => { setText(event.currentTarget.value); setAt(0); }} onKeyDown={onKeyDown} variant="unstyled" size="lg" px="sm" data-autofocus
        placeholder={t('search.placeholder')} aria-label={t('search.placeholder')} role="combobox" aria-expanded aria-controls={list}
        aria-activedescendant={entries[at] ? `${list}-${at}` : undefined}
        leftSection={<IconSearch size={18} stroke={1.7} />} rightSection={found.state === 'searching' ? <Loader size={16} /> : undefined} />
      <ScrollArea.Autosize mah="56vh" className={classes.list}>
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

/** Records first once something is typed; the sections whose name fits after them. */
function useEntries(text: string, hits: readonly SearchHit[]): Entry[] {
  const { t } = useTranslation();
  const wanted = fold(text);
  const sections = sectionsFor(useViewer()).filter((section) => fold(t(`nav.${section.key}`)).includes(wanted));
  const records = wanted === '' ? [] : hits;
  const kinds = [...new Set(records.map((hit) => hit.kind))];
  return [
    ...kinds.flatMap((kind) => records.filter((hit) => hit.kind === kind))
      .map((hit) => ({ key: `${hit.kind}-${hit.id}`, group: t(`search.kinds.${hit.kind}`), label: hit.label, detail: hit.detail, to: hit.to })),
    ...sections.map((section) => ({ key: section.key, group: t('search.goTo'), label: t(`nav.${section.key}`), to: section.to })),
  ];
}

function Row({ id, entry, active, onOpen, onHover }: { id: string; entry: Entry; active: boolean; onOpen: () => void; onHover: () => void }) {
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
