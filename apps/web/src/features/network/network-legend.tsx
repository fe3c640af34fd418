import { Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import { AudienceMark } from './audience-mark.js';
import { DECLARED, DEMONSTRATED } from './look.js';
import classes from './network.module.css';
import { IN_PRACTICE, ON_PAPER, withFacet, type NetworkSearch } from './search.js';

interface LegendProps { search: NetworkSearch; onSearch: (search: NetworkSearch) => void }

/** What colours, shapes and lines mean; each entry filters. */
export function NetworkLegend({ search, onSearch }: LegendProps) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const audiences = search.audience ?? [];
  const toggleAudience = (code: string) =>
    onSearch(withFacet(search, 'audience', audiences.includes(code) ? audiences.filter((each) => each !== code) : [...audiences, code]));
  const same = (kinds: readonly string[]) => search.evidence?.length === kinds.length && kinds.every((kind) => search.evidence!.includes(kind));
  const toggleLine = (kinds: readonly string[]) => onSearch(withFacet(search, 'evidence', same(kinds) ? [] : kinds));
  return (
    <Group gap="xs" role="group" aria-label={`${t('network.legend')}. ${t('network.legendHint')}`} className={classes.legend}>
      {options('audience').map(({ value, label }) => (
        <UnstyledButton key={value} className={classes.entry} aria-pressed={audiences.includes(value)} onClick={() => toggleAudience(value)}>
          <AudienceMark node={{ standing: 'external', audience: value }} size={12} />{label}
        </UnstyledButton>
      ))}
      <Line label={t('network.declared')} hint={t('network.declaredHint')} colour={DECLARED} pressed={same(ON_PAPER)} onClick={() => toggleLine(ON_PAPER)} />
      <Line label={t('network.practice')} hint={t('network.practiceHint')} colour={DEMONSTRATED} dashed pressed={same(IN_PRACTICE)} onClick={() => toggleLine(IN_PRACTICE)} />
      <Group gap={6} className={classes.size} wrap="nowrap">
        <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden fill="#a3abb9"><circle cx="4" cy="7" r="2.5" /><circle cx="12" cy="7" r="4" /><circle cx="23" cy="7" r="6" /></svg>
        <Text size="xs" c="gray.7">{t('network.bigger')}</Text>
      </Group>
    </Group>
  );
}

function Line({ label, hint, colour, dashed, pressed, onClick }: {
  label: string; hint: string; colour: string; dashed?: boolean; pressed: boolean; onClick: () => void;
}) {
  return (
    <Tooltip label={hint}>
      <UnstyledButton className={classes.entry} aria-pressed={pressed} onClick={onClick}>
        <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden>
          <line x1="0" y1="4" x2="22" y2="4" stroke={colour} strokeWidth="2.5" strokeDasharray={dashed ? '5 3' : undefined} />
        </svg>{label}
      </UnstyledButton>
    </Tooltip>
  );
}
