import { CloseButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import classes from './file-drop.module.css';

interface FileDropProps {
  /** What to bring: 'Arrastre aquí el texto firmado, o elíjalo'. */
  label: string;
  /** Which kinds, how large. */
  hint?: ReactNode;
  /** Endings that are taken, with their dot: ['.pdf', '.docx']. The content is the server's to look at. */
  endings: readonly string[];
  /** In bytes. */
  largest: number;
  /** False: one file. */
  multiple?: boolean;
  disabled?: boolean;
  /** The files that may be sent; those that may not are listed here with the reason, and the rest goes on. */
  onFiles: (files: File[]) => void;
  /** What the server said of the last one. */
  error?: ReactNode;
}

interface Refused { name: string; reason: string }

/** A place to drop files on, or to choose them: by mouse, finger and keyboard alike. A file that cannot be taken says why next to it. */
export function FileDrop({ label, hint, endings, largest, multiple = true, disabled = false, onFiles, error }: FileDropProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<Refused[]>([]);
  const reasonAgainst = (file: File): string | null => {
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return t('common.files.refusedType', { endings: endings.join(', ') });
    if (file.size === 0) return t('common.files.empty');
    return file.size > largest ? t('common.files.tooLarge', { size: megabytes(file.size), max: megabytes(largest) }) : null;
  };
  const take = (all: File[]) => {
    const judged = all.map((file, at) => ({ file, reason: !multiple && at > 0 ? t('common.files.onlyOne') : reasonAgainst(file) }));
    setRefused(judged.flatMap(({ file, reason }) => (reason ? [{ name: file.name, reason }] : [])));
    const taken = judged.flatMap(({ file, reason }) => (reason ? [] : [file]));
    if (taken.length > 0) onFiles(taken);
  };
  // Kinds are told by their endings: what an operating system calls them differs, and is often nothing.
  const { getRootProps, getInputProps, isDragActive } = useDropzone({ onDrop: (accepted) => take(accepted), multiple: true, disabled });
  return (
    <Stack gap="xs">
      <div {...getRootProps({ className: classes.zone, role: 'button', 'aria-label': label, 'aria-disabled': disabled, ...(isDragActive ? { 'data-over': true } : {}), ...(disabled ? { 'data-disabled': true } : {}) })}>
        <input {...getInputProps({ accept: endings.join(','), multiple, 'aria-label': label })} />
        <IconUpload size={20} stroke={1.6} aria-hidden />
        <Text size="sm" fw={550}>{isDragActive ? t('common.files.dropNow') : label}</Text>
        {hint && <Text size="xs" c="gray.7">{hint}</Text>}
      </div>
      {error && <Problem>{error}</Problem>}
      {refused.map((each) => (
        <Problem key={each.name} onClose={() => setRefused(refused.filter((other) => other !== each))} closeLabel={t('common.removeNamed', { name: each.name })}>
          <Text span inherit fw={600}>{each.name}</Text> — {each.reason}
        </Problem>
      ))}
    </Stack>
  );
}

function Problem({ children, onClose, closeLabel }: { children: ReactNode; onClose?: () => void; closeLabel?: string }) {
  return (
    <Group role="alert" gap={6} wrap="nowrap" align="flex-start" c="red.8">
      <IconAlertTriangle size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="sm" flex={1} style={{ overflowWrap: 'anywhere' }}>{children}</Text>
      {onClose && <CloseButton size="sm" aria-label={closeLabel} onClick={onClose} />}
    </Group>
  );
}

/** '4,2 MB' as a file manager shows it. @param bytes a size */
export function megabytes(bytes: number): string {
  const size = bytes / 1024 / 1024;
  return size < 1 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} MB`;
}
