import { Box, Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface MoreFieldsProps {
  /** Unfolded whatever the reader chose, for a problem lies in there. */
  open?: boolean;
  /** Unfolded until the reader folds it, for something is said in there. */
  initially?: boolean;
  children: ReactNode;
}

/** The fields that a form seldom needs, folded away. */
export function MoreFields({ open = false, initially = false, children }: MoreFieldsProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(initially);
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
