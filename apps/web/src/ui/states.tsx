import { Button, Group, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconMoodEmpty, IconRefresh } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface MessageProps {
  title: string;
  /** A sentence under the title: what to do next. */
  body?: ReactNode;
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Buttons. */
  actions?: ReactNode;
}

function Message({ title, body, icon: Icon = IconMoodEmpty, actions, colour }: MessageProps & { colour: string }) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <ThemeIcon size={44} radius={22} variant="light" color={colour} aria-hidden><Icon size={22} stroke={1.6} /></ThemeIcon>
      <Text fw={600} mt={4}>{title}</Text>
      {body && <Text c="gray.7" size="sm" maw={420}>{body}</Text>}
      {actions && <Group mt="xs" gap="xs" justify="center">{actions}</Group>}
    </Stack>
  );
}

/** There is nothing (yet): says so, and what the reader can do about it. */
export function EmptyState(props: MessageProps) {
  return <Message {...props} colour="gray" />;
}

/** Filters or a search left nothing. `onClear` removes them. */
export function NothingFound({ onClear }: { onClear?: () => void }) {
  const { t } = useTranslation();
  return (
    <Message colour="gray" title={t('common.states.nothingFound')} body={t('common.states.nothingFoundHint')}
      actions={onClear && <Button variant="default" onClick={onClear}>{t('common.clearFilters')}</Button>} />
  );
}

/** Loading failed. `message` is one sentence (errorText of app/problems); `onRetry` asks again. */
export function ErrorState({ message, onRetry }: { message: string; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Message colour="red" icon={IconAlertTriangle} title={t('common.states.failedTitle')} body={message}
        actions={onRetry && <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>{t('common.retry')}</Button>} />
    </div>
  );
}

/** Grey bars in the shape of what is coming: `rows` of a list, or a page with a heading. */
export function LoadingState({ rows = 6, heading = false }: { rows?: number; heading?: boolean }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" aria-busy="true" role="status" aria-label={t('common.loading')} py="xs">
      {heading && <><Skeleton h={26} w="min(320px, 70%)" /><Skeleton h={14} w="min(480px, 90%)" mb="md" /></>}
      {Array.from({ length: rows }, (_, index) => <Skeleton key={index} h={34} style={{ opacity: 1 - index / (rows + 2) }} />)}
    </Stack>
  );
}

interface LoadedProps<Data> {
  /** A useApiQuery result. */
  query: { data?: Data; error: Error | null; isPending: boolean; refetch: () => unknown };
  /** One sentence for an error; give errorText. */
  message: (error: Error) => string;
  loading?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The three states around a page's data: loading, failed (with retry), and `children` once it is there. */
export function Loaded<Data>({ query, message, loading, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState message={message(query.error)} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <LoadingState heading />}</>;
}
