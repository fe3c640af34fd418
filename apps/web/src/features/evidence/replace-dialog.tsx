import { Button, Group, Modal, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { LARGEST_FILE } from '@tejido/domain/file-problems.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { useProblems } from '../../app/problems.js';
import { uploadFile, type UploadedFile } from '../../app/upload.js';
import { useApiMutation } from '../../app/use-api.js';
import { FileDrop, megabytes } from '../../ui/file-drop.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { ENDINGS } from './endings.js';
import { ReplaceEvidence, type Evidence } from './operations.js';
import { useRefusalText } from './refusal.js';

/** Another document in place of this one; what it was stays below it as a version, and a second person looks again. */
export function ReplaceDialog({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const form = useForm({ initialValues: { title: evidence.title, address: evidence.address ?? '', archiveReference: evidence.archiveReference ?? '' } });
  const problems = useProblems(form);
  const replace = useApiMutation(ReplaceEvidence, { onDone: onClose });
  const changed = file !== null || form.isDirty();
  const submit = form.onSubmit(({ title, address, archiveReference }) => {
    problems.clear();
    const input = { title, address: address || null, archiveReference: archiveReference || null, ...(file ? { fileId: file.id } : {}) };
    replace.mutate({ id: evidence.id, version: evidence.version, input }, { onError: (error) => {
      problems.show(error);
      // Somebody judged or replaced it meanwhile: the page shows what it is now, and what was typed here stays for a second try.
      if (error instanceof ApiError && error.code === 'CONFLICT_STALE') void client.invalidateQueries();
    } });
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('evidence.replaceTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="gray.7">{t('evidence.replaceBody')}</Text>
          <ProblemSummary text={problems.summary} />
          <OneFile file={file} onFile={setFile} />
          <TextInput label={t('evidence.document')} required {...form.getInputProps('title')} />
          <TextInput type="url" label={t('evidence.address')} placeholder="https://" {...form.getInputProps('address')} />
          <TextInput label={t('evidence.archive')} {...form.getInputProps('archiveReference')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" disabled={!changed} loading={replace.isPending}>{t('evidence.replace')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function OneFile({ file, onFile }: { file: UploadedFile | null; onFile: (file: UploadedFile | null) => void }) {
  const { t } = useTranslation();
  const refusal = useRefusalText();
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (chosen: File) => {
    setError(null);
    setSent({ name: chosen.name, share: 0 });
    try {
      onFile(await uploadFile(chosen, { onProgress: (share) => setSent({ name: chosen.name, share }) }));
    } catch (failed) {
      setError(`${chosen.name}: ${refusal(failed as Error)}`);
    } finally {
      setSent(null);
    }
  };
  if (sent) return <div><Text size="sm">{sent.name}</Text><Progress value={sent.share * 100} size="sm" aria-label={t('evidence.sending', { name: sent.name })} /></div>;
  return (
    <Stack gap={6}>
      {file && <Text size="sm"><Text span inherit fw={600}>{t('evidence.newFile')}</Text> {file.name} · {megabytes(file.size)}</Text>}
      <FileDrop multiple={false} label={t(file ? 'evidence.dropOther' : 'evidence.dropOne')} hint={t('evidence.dropHint', { max: megabytes(LARGEST_FILE) })} endings={ENDINGS} largest={LARGEST_FILE} error={error} onFiles={([chosen]) => void send(chosen!)} />
    </Stack>
  );
}
