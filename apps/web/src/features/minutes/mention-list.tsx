import { Paper, Portal, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findOrganisations } from '../../app/pickers/find-organisations.js';
import { findPeople } from '../../app/pickers/find-people.js';
import classes from './minutes-editor.module.css';

/** Somebody who can be named in a text. */
export interface Named { id: string; kind: 'organisation' | 'person'; label: string; detail?: string }

/** What is offered where somebody types @, as the editor tells it. */
export interface Suggested { items: Named[]; query: string; command: (item: Named) => void; clientRect?: (() => DOMRect | null) | null; at: number }

/** Organisations and people for what was typed after @; a text names an organisation by its acronym when it has one. */
export async function findNamed(query: string): Promise<Named[]> {
  if (query.trim().length < 2 || query.length > 60) return [];
  try {
    const [organisations, people] = await Promise.all([findOrganisations(query), findPeople(query)]);
    return [
      ...organisations.slice(0, 5).map(({ id, label }) => ({ id, kind: 'organisation' as const, label: label.split(' · ')[0]!, detail: label.split(' · ').slice(1).join(' · ') })),
      ...people.slice(0, 4).map(({ id, label, detail }) => ({ id, kind: 'person' as const, label, detail })),
    ];
  } catch {
    return []; // no connection: what is typed stays text
  }
}

/** The list under the @; the editor keeps the focus and sends arrows and Enter here. */
export function MentionList({ suggested: { items, query, command, clientRect, at } }: { suggested: Suggested }) {
  const { t } = useTranslation();
  const place = clientRect?.();
  if (!place) return null;
  const left = Math.max(8, Math.min(place.left, window.innerWidth - 308));
  return (
    <Portal>
      <Paper shadow="md" withBorder p={4} className={classes.mentions} style={{ left, top: place.bottom + 6 }} role="listbox" aria-label={t('minutes.mention')}>
        {items.length === 0 && <Text size="xs" c="gray.7" px="xs" py={4}>{t(query.trim().length < 2 ? 'minutes.mentionHint' : 'minutes.mentionNone')}</Text>}
        {items.map((item, index) => (
          <UnstyledButton key={item.id} role="option" aria-selected={index === at} data-chosen={index === at || undefined} className={classes.option}
            onMouseDown={(event) => event.preventDefault()} onClick={() => command(item)}>
            <Text size="sm" fw={550} truncate>{item.label}</Text>
            {item.detail && <Text size="xs" c="gray.6" truncate>{item.detail}</Text>}
          </UnstyledButton>
        ))}
      </Paper>
    </Portal>
  );
}
