import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './definition-list.module.css';

export interface Definition {
  term: string;
  /** Null, undefined and '' are left out, unless `always`. */
  value: ReactNode;
  always?: boolean;
}

/** Names and values of a record in two columns; one column on a phone. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  const shown = items.filter((item) => item.always || (item.value !== null && item.value !== undefined && item.value !== ''));
  return (
    <Box component="dl" className={classes.list} m={0}>
      {shown.map((item) => (
        <div key={item.term} className={classes.row}>
          <Text component="dt" size="sm" c="gray.6">{item.term}</Text>
          <Text component="dd" size="sm" m={0} className={classes.value}>{item.value || '—'}</Text>
        </div>
      ))}
    </Box>
  );
}
