import { Box, Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/days.js';
import { Found } from './found.js';
import type { Evidence } from './operations.js';

/** What it was before it was replaced: each still opens. */
export function Versions({ versions }: { versions: Evidence['versions'] }) {
  const { t, i18n } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const day = (of: string) => formatDay(of, i18n.language);
  if (versions.length === 0) return null;
  return (
    <Box pl={32}>
      <UnstyledButton fz="xs" c="anil" fw={550} aria-expanded={opened} onClick={toggle}>{t('evidence.versions', { count: versions.length })}</UnstyledButton>
      <Collapse expanded={opened}>
        <Stack gap="xs" pt="xs">
          {versions.map((version) => (
            <div key={version.id}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{version.title}</Text>
              <Found {...version} />
              <Text size="xs" c="gray.7">
                {[t('evidence.addedBy', { name: version.addedBy ?? t('evidence.imported'), day: day(version.addedOn) }),
                  version.verifiedOn && t('evidence.verifiedBy', { name: version.verifiedBy ?? t('evidence.somebody'), day: day(version.verifiedOn) }),
                  version.returnReason && t('evidence.wasReturned', { reason: version.returnReason })].filter(Boolean).join(' · ')}
              </Text>
            </div>
          ))}
        </Stack>
      </Collapse>
    </Box>
  );
}
