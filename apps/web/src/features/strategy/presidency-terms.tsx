import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.js';
import { countryName } from '../../ui/countries.js';
import { DayText } from '../../ui/day-text.js';
import { today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import type { Term } from './operations.js';
import { TermDialog } from './term-dialog.js';

/** Who presided, presides and will preside; the newest first. Edited by the office. */
export function PresidencyTerms({ terms }: { terms: readonly Term[] }) {
  const { t, i18n } = useTranslation();
  const [editing, setEditing] = useState<Term | 'new' | null>(null);
  const may = useMay('term.amend');
  const now = today();
  return (
    <Section title={t('strategy.presidencies')} intro={t('strategy.presidenciesIntro')}
      actions={may && <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setEditing('new')}>{t('strategy.addTerm')}</Button>}>
      {terms.length === 0 ? <Text size="sm" c="gray.7">{t('strategy.noTerms')}</Text> : (
        <Table fz="sm" verticalSpacing={6} aria-label={t('strategy.presidencies')}>
          <Table.Tbody>
            {[...terms].reverse().map((term) => (
              <Table.Tr key={term.id}>
                <Table.Th scope="row" fw={550}>
                  <Group gap={8}>{countryName(term.country, i18n.language)}{isCurrent(term, now) && <Badge color="anil">{t('strategy.current')}</Badge>}</Group>
                </Table.Th>
                <Table.Td c="gray.7"><DayText day={term.fromDay} /> – {term.toDay ? <DayText day={term.toDay} /> : t('strategy.openTerm')}</Table.Td>
                {may && <Table.Td ta="right"><Button size="compact-xs" variant="subtle" aria-label={t('strategy.editTerm', { country: countryName(term.country, i18n.language) })} onClick={() => setEditing(term)}>{t('common.edit')}</Button></Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing && <TermDialog key={editing === 'new' ? 'new' : editing.id} term={editing === 'new' ? null : editing} terms={terms} onClose={() => setEditing(null)} />}
    </Section>
  );
}

const isCurrent = ({ fromDay, toDay }: Term, now: string): boolean => fromDay <= now && (!toDay || now < toDay);
