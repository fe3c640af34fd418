import { Box, Card, Group, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './numbers.js';

interface StatProps {
  /** What the number is. */
  label: string;
  /** Null: no data, shown as a dash and never as zero. */
  value: number | string | null;
  /** Beside the number: unit, "of 12", a light. */
  beside?: ReactNode;
  /** A quiet line below: since when, compared with what. */
  caption?: ReactNode;
  /** Makes the number a button (opens "why this number?"). */
  onClick?: () => void;
}

/** A big number with its caption, in a card. */
export function Stat({ label, value, beside, caption, onClick }: StatProps) {
  const { t, i18n } = useTranslation();
  const shown = value === null ? t('common.notGiven') : typeof value === 'number' ? formatNumber(value, i18n.language) : value;
  const number = <Text component="span" fz={28} lh={1.2} fw={650} style={{ fontVariantNumeric: 'tabular-nums', letterSpacing: '-0.02em' }}>{shown}</Text>;
  return (
    <Card bg="white" padding="md">
      <Text size="sm" c="gray.7" fw={500}>{label}</Text>
      <Group gap={8} align="baseline" mt={4}>
        {onClick ? <UnstyledButton onClick={onClick} aria-label={`${label}: ${shown}. ${t('common.why.button')}`} className="stat-button">{number}</UnstyledButton> : number}
        {beside && <Box>{beside}</Box>}
      </Group>
      {caption && <Text size="xs" c="gray.6" mt={4} component="div">{caption}</Text>}
    </Card>
  );
}
