import { Box, Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The fields that a form seldom needs, folded away. `open`: unfolded whatever the reader chose, for a problem lies in there. */
export function MoreFields({ open = false, children }: { open?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(false);
  const shown = open || chosen;
  const Icon = shown ? IconChevronUp : IconChevronDown;
  return (
    <Box>
      <UnstyledButton type="button" fz="sm" fw={550} c="anil" aria-expanded={shown} onClick={() => setChosen(!shown)}>
        <Icon size={15} stroke={1.8} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />{shown ? t('common.fewerFields') : t('common.moreFields')}
      </UnstyledButton>
      <Collapse expanded={shown}><Box pt="md">{children}</Box></Collapse>
    </Box>
  );
}
