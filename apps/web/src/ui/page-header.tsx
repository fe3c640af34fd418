import { Box, Group, Text, Title } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTellPageTitle } from './page-title.js';

interface PageHeaderProps {
  title: ReactNode;
  /** One quiet sentence under the title. */
  intro?: ReactNode;
  /** Small line above the title: what kind of record this is, or a link back to the list. */
  above?: ReactNode;
  /** Beside the title: badges. */
  beside?: ReactNode;
  /** At the right end: at most one filled button. */
  actions?: ReactNode;
}

/** The head of every page; its title is the page's h1, and the name of the browser's tab. */
export function PageHeader({ title, intro, above, beside, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [text, setText] = useState('');
  // What is drawn, whatever it was made of.
  useLayoutEffect(() => { setText(heading.current?.textContent ?? ''); }, [title]);
  useTellPageTitle(text);
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="sm" mb="lg" wrap="wrap">
      <Box miw={0} flex="1 1 280px">
        {above && <Text size="sm" c="gray.6" component="div" mb={2}>{above}</Text>}
        <Group gap="sm" align="center">
          <Title ref={heading} order={1} style={{ overflowWrap: 'anywhere' }}>{title}</Title>
          {beside}
        </Group>
        {intro && <Text c="gray.7" size="sm" mt={2} component="div">{intro}</Text>}
      </Box>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
