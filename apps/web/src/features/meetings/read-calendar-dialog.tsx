import { Alert, Button, Checkbox, FileButton, Group, Loader, Modal, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCalendarDown, IconUpload } from '@tabler/icons-react';
import type { CalendarPreview, CalendarReceipt } from '@tejido/domain/calendar-preview.js';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { postFile } from '../../app/post-file.js';
import { errorText, problemText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { PreviewRows } from './read-calendar-rows.js';

const CALENDAR = 'text/calendar';
const LARGEST = 10 * 1024 * 1024;

interface ReadCalendarDialogProps {
  opened: boolean;
  /** Dropped on the page; null: chosen in the dialog. */
  file: File | null;
  onFile: (file: File | null) => void;
  onClose: () => void;
}

/** A calendar of another program: first what it brings, event by event, then all of it at once. */
export function ReadCalendarDialog({ opened, file, onFile, onClose }: ReadCalendarDialogProps) {
  const { t } = useTranslation();
  const preview = useMutation({ mutationFn: (chosen: File) => previewOf(chosen) });
  const { mutate, reset } = preview;
  useEffect(() => { if (file) mutate(file); else reset(); }, [file, mutate, reset]);
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={<Text fw={600}>{t('calendars.title')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        {!file && <Text size="sm">{t('calendars.intro')}</Text>}
        {preview.isPending && <Group gap="sm" role="status"><Loader size="sm" /><Text size="sm">{t('calendars.reading')}</Text></Group>}
        {preview.isError && <Alert color="red" role="alert">{file?.name}: <Failure error={preview.error} /></Alert>}
        {file && preview.data && <Preview key={file.name + file.size} file={file} preview={preview.data} onDone={onClose} />}
        {(!file || !preview.isPending) && (
          <Group>
            <FileButton accept=".ics,.ical,.ifb,text/calendar" onChange={onFile} resetRef={undefined}>
              {(props) => <Button {...props} variant={file ? 'subtle' : 'filled'} leftSection={<IconUpload size={16} />} data-autofocus={file ? undefined : true}>{file ? t('calendars.another') : t('calendars.choose')}</Button>}
            </FileButton>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

class NoCalendar extends Error {}

async function previewOf(file: File): Promise<CalendarPreview> {
  if (!/\.(ics|ical|ifb|vcs)$/i.test(file.name) && file.type !== CALENDAR) throw new NoCalendar();
  // Said before ninety megabytes are sent for nothing.
  if (file.size > LARGEST) throw new ApiError('TOO_LARGE', [{ path: 'file', problem: 'file_too_large', values: { max: '10 MB' } }]);
  return postFile<CalendarPreview>('/api/calendars/preview', file, CALENDAR);
}

const UNREADABLE = ['no_calendar', 'too_many', 'too_complex'] as const;

/** Why nothing of it can be read. */
function Failure({ error }: { error: Error }) {
  const { t } = useTranslation();
  if (error instanceof NoCalendar) return <>{t('calendars.notIcs')}</>;
  const [field] = error instanceof ApiError ? error.fields : [];
  const reason = UNREADABLE.find((each) => each === field?.values?.['reason']);
  if (reason) return <>{t(`calendars.unreadable.${reason}`, field?.values ?? {})}</>;
  return <>{field ? problemText(t, field) : errorText(t, error)}</>;
}

function Preview({ file, preview, onDone }: { file: File; preview: CalendarPreview; onDone: () => void }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const client = useQueryClient();
  const [kind, setKind] = useState('bilateral');
  const [register, setRegister] = useState(false);
  const many = preview.rows.filter(({ status }) => ['new', 'changed', 'cancelled'].includes(status)).length;
  const fresh = preview.rows.some(({ status }) => status === 'new');
  const unknown = new Set(preview.rows.filter(({ status }) => status === 'new' || status === 'changed')
    .flatMap(({ guests }) => guests.filter((guest) => !guest.found && guest.name !== '').map(({ email }) => email))).size;
  const take = useMutation({
    mutationFn: () => postFile<CalendarReceipt>(`/api/calendars/import?${new URLSearchParams({ kind, ...(register ? { register: '1' } : {}) })}`, file, CALENDAR),
    onSuccess: (receipt) => {
      notifications.show({ color: 'teal', title: t('calendars.done'), message: t('calendars.doneBody', { ...receipt }) });
      void client.invalidateQueries();
      onDone();
    },
  });
  return (
    <Stack gap="md">
      <Text size="sm" c="gray.7">{file.name}</Text>
      <PreviewRows preview={preview} />
      {fresh && <Select label={t('calendars.kind')} data={options('meeting_kind', kind)} value={kind} allowDeselect={false} onChange={(value) => value && setKind(value)} maw={320} />}
      {unknown > 0 && <Checkbox label={t('calendars.register', { count: unknown })} checked={register} onChange={(event) => setRegister(event.currentTarget.checked)} />}
      {take.isError && <Alert color="red" role="alert"><Failure error={take.error} /></Alert>}
      <Group justify="flex-end">
        {many > 0 ? <Button leftSection={<IconCalendarDown size={16} />} loading={take.isPending} onClick={() => take.mutate()} data-autofocus>{t(`calendars.take.${many === 1 ? 'one' : 'many'}`, { count: many })}</Button>
          : <Text size="sm" c="gray.7">{t('calendars.nothing')}</Text>}
      </Group>
    </Stack>
  );
}
