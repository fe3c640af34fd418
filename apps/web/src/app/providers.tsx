import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from './graphql.js';
import { legible, theme } from './theme.js';

const FRESH_MS = 15_000;

/** A refusal will not change by asking again; a lost answer may. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: (failures, error) => !(error instanceof ApiError) && failures < 2 },
      mutations: { retry: false },
    },
  });
}

/** Everything that pages need around them: look, texts' dates, the memory of answers. `test` switches animations off. */
export function Providers({ client, test = false, children }: { client: QueryClient; test?: boolean; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} cssVariablesResolver={legible} forceColorScheme="light" env={test ? 'test' : 'default'}>
        <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1, weekendDays: [] }}>
          <Notifications position="bottom-right" limit={3} />
          {children}
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
