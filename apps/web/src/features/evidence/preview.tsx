import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { canPreview } from '@tejido/domain/file-problems.js';
import { IconDownload } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../../ui/states.js';
import type { EvidenceFile } from './operations.js';

/** A file over the page, as large as the window lets it be. */
export function PreviewDialog({ file, onClose }: { file: EvidenceFile; onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)');
  return (
    <Modal opened onClose={onClose} size={960} fullScreen={narrow} title={<Text fw={600} style={{ overflowWrap: 'anywhere' }}>{file.name}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <FilePreview file={file} height="calc(100vh - 250px)" />
    </Modal>
  );
}

/** What the file shows, where browsers show it without running anything; any file can be downloaded. */
export function FilePreview({ file, height }: { file: EvidenceFile; height: string | number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {canPreview(file.mediaType) ? <Shown file={file} height={height} /> : <Text size="sm" c="gray.7">{t('evidence.noPreview')}</Text>}
      <Group justify="flex-end">
        <Button component="a" href={`/files/${file.id}`} download={file.name} size="xs" variant="default" leftSection={<IconDownload size={16} />}>{t('evidence.download')}</Button>
      </Group>
    </Stack>
  );
}

function Shown({ file, height }: { file: EvidenceFile; height: string | number }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['file', file.id], queryFn: () => read(file), staleTime: Infinity, gcTime: 0, retry: false });
  const show = useShownIn(query.data);
  if (query.error) return <ErrorState message={t('evidence.previewFailed')} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState rows={8} />;
  if (file.mediaType.startsWith('image/')) return <img ref={show} alt={file.name} style={{ maxWidth: '100%', maxHeight: height, objectFit: 'contain', alignSelf: 'center' }} />;
  return <iframe ref={show} title={file.name} style={{ width: '100%', height, minHeight: 320, border: '1px solid var(--mantine-color-gray-3)', borderRadius: 'var(--mantine-radius-sm)' }} />;
}

/** The bytes under the type that the server found in them: never one that could run in our pages. */
async function read({ id, mediaType }: EvidenceFile): Promise<Blob> {
  const answer = await fetch(`/files/${id}`, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(String(answer.status));
  return new Blob([await answer.arrayBuffer()], { type: canPreview(mediaType) ? mediaType : 'application/octet-stream' });
}

/** Shows a blob in a picture or frame, under an address of this page's own that is given back when it is no longer shown. */
function useShownIn(blob: Blob | undefined) {
  return useCallback((element: HTMLImageElement | HTMLIFrameElement | null) => {
    if (!element || !blob) return undefined;
    const address = URL.createObjectURL(blob);
    // The viewer's own: the page as wide as the frame, without a column of small pages.
    element.src = element instanceof HTMLIFrameElement ? `${address}#navpanes=0&view=FitH` : address;
    return () => URL.revokeObjectURL(address);
  }, [blob]);
}
