import { Badge, Box, Button, Checkbox, Drawer, Group, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { fold } from '@tejido/domain/text.js';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FacetOption {
  value: string;
  label: string;
  count?: number;
  /** The label's own, longer wording: shown by pointing at it. */
  full?: string;
}

interface FacetProps {
  label: string;
  options: readonly FacetOption[];
  /** Chosen values; none chosen means no filter. */
  value: readonly string[];
  onChange: (values: string[]) => void;
  /** Options shown before "show all": the most frequent, when the server orders them. */
  show?: number;
}

/** One filter: a list of checkboxes with counts. Chosen options stay visible even when their count is zero; nothing to choose, nothing shown. */
export function Facet({ label, options, value, onChange, show = 6 }: FacetProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState('');
  const matching = options.filter((option) => fold(option.label).includes(fold(wanted).trim()));
  const shown = all ? matching : matching.filter((option, index) => index < show || value.includes(option.value));
  if (options.length === 0 && value.length === 0) return null;
  const toggle = (option: string, on: boolean) => onChange(on ? [...value, option] : value.filter((each) => each !== option));
  return (
    <Box component="fieldset" m={0} p={0} style={{ border: 0, minWidth: 0 }}>
      <Text component="legend" size="xs" fw={600} c="gray.7" mb={6} p={0}>{label}</Text>
      {all && options.length > 12 && (
        <TextInput size="xs" mb={6} aria-label={`${t('common.search')}: ${label}`} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} leftSection={<IconSearch size={13} />} />
      )}
      <Stack gap={6}>
        {shown.map((option) => <Option key={option.value} option={option} checked={value.includes(option.value)} onToggle={toggle} />)}
      </Stack>
      {options.length > show && (
        <UnstyledButton mt={6} fz="xs" c="anil" onClick={() => setAll(!all)}>{all ? t('common.showLess') : `${t('common.showAll')} (${options.length})`}</UnstyledButton>
      )}
    </Box>
  );
}

// At most two lines, so that a long label never becomes a column of words.
const OPTION_STYLES = {
  root: { minWidth: 0, flex: 1 },
  labelWrapper: { minWidth: 0, flex: 1 },
  label: {
    fontSize: 'var(--mantine-font-size-sm)', lineHeight: 1.35, overflowWrap: 'anywhere', overflow: 'hidden',
    display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical',
  },
} as const;

function Option({ option, checked, onToggle }: { option: FacetOption; checked: boolean; onToggle: (value: string, on: boolean) => void }) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" title={option.full ?? option.label}>
      <Checkbox size="xs" label={option.label} checked={checked} styles={OPTION_STYLES} onChange={(event) => onToggle(option.value, event.currentTarget.checked)} />
      {option.count !== undefined && <Text size="xs" c="gray.6" pt={1} style={{ fontVariantNumeric: 'tabular-nums' }}>{option.count}</Text>}
    </Group>
  );
}

interface FilterBarProps {
  /** Instant search; absent: no search box. */
  search?: { value: string; onChange: (text: string) => void; placeholder?: string };
  /** The Facets. */
  facets?: ReactNode;
  /** What is filtered now, as removable badges. */
  active?: readonly { key: string; label: string; onRemove: () => void }[];
  onClear?: () => void;
  /** True: the list needs the whole width, and the facets are in the drawer whatever the page's. */
  wide?: boolean;
  /** At the right end: a view switch, an export button. */
  end?: ReactNode;
  /** The list itself. */
  children: ReactNode;
}

/** A list with its search and filters: facets at the side on a wide page, in a drawer on a phone. */
export function FilterBar({ search, facets, active = [], onClear, wide = false, end, children }: FilterBarProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false }) || wide;
  const [opened, drawer] = useDisclosure(false);
  const list = <Box flex={1} miw={0}>{children}</Box>;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {search && (
          <TextInput flex="1 1 220px" maw={460} type="search" aria-label={search.placeholder ?? t('common.search')} placeholder={search.placeholder ?? t('common.search')}
            value={search.value} onChange={(event) => search.onChange(event.currentTarget.value)} leftSection={<IconSearch size={16} stroke={1.7} />} />
        )}
        {facets && narrow && (
          <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} />} onClick={drawer.open}>
            {active.length > 0 ? t('common.filtersActive', { count: active.length }) : t('common.filters')}
          </Button>
        )}
        {end && <Group gap="xs" ml="auto">{end}</Group>}
      </Group>
      {active.length > 0 && <Active active={active} onClear={onClear} />}
      {!facets ? list : narrow
        ? <>{list}<Drawer opened={opened} onClose={drawer.close} title={t('common.filters')} size="xs"><Stack gap="lg">{facets}</Stack></Drawer></>
        : (
          <Group align="flex-start" gap="xl" wrap="nowrap">
            {list}
            <ScrollArea.Autosize component="aside" aria-label={t('common.filters')} w={236} mah="calc(100vh - 120px)" style={{ position: 'sticky', top: 76, flexShrink: 0 }}>
              <Stack gap="lg" pr="sm">{facets}</Stack>
            </ScrollArea.Autosize>
          </Group>
        )}
    </Stack>
  );
}

function Active({ active, onClear }: Required<Pick<FilterBarProps, 'active'>> & Pick<FilterBarProps, 'onClear'>) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      {active.map((each) => (
        <Badge key={each.key} component="button" type="button" size="lg" onClick={each.onRemove} rightSection={<IconX size={12} aria-hidden />}
          aria-label={t('common.removeNamed', { name: each.label })} style={{ cursor: 'pointer' }}>{each.label}</Badge>
      ))}
      {onClear && <Button size="compact-xs" variant="subtle" onClick={onClear}>{t('common.clearFilters')}</Button>}
    </Group>
  );
}
