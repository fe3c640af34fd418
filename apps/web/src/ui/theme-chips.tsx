import { Badge, Chip, Group, Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { termLabel, type Term } from './selects.js';

/** The themes that a thing has, as quiet badges. */
export function ThemeBadges({ themes }: { themes: readonly Term[] }) {
  const { i18n } = useTranslation();
  return <Group gap={4}>{themes.map((theme) => <Badge key={theme.code} color="gray" variant="outline" c="gray.7">{termLabel(theme, i18n.language)}</Badge>)}</Group>;
}

interface ThemeChipsProps {
  themes: readonly Term[];
  value: string[];
  onChange: (codes: string[]) => void;
  label?: ReactNode;
  error?: ReactNode;
  required?: boolean;
}

/** Chooses themes; a thing may have several. */
export function ThemeChips({ themes, value, onChange, label, error, required }: ThemeChipsProps) {
  const { t, i18n } = useTranslation();
  return (
    <Input.Wrapper label={label ?? t('common.theme.label')} error={error} required={required} labelElement="div">
      <Chip.Group multiple value={value} onChange={onChange}>
        <Group gap="xs" mt={4} role="group">
          {themes.map((theme) => <Chip key={theme.code} value={theme.code} size="sm" variant="outline">{termLabel(theme, i18n.language)}</Chip>)}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
