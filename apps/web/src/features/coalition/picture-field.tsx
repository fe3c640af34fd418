import { Button, FileButton, Group, Input } from '@mantine/core';
import { useState, type ReactNode } from 'react';

const KINDS = ['image/png', 'image/jpeg'];

interface PictureFieldProps {
  value: string | null;
  onChange: (picture: string | null) => void;
  error?: ReactNode;
  /** In kilobytes; the server refuses more. */
  largest: number;
  texts: { label: string; hint: string; wrong: string; choose: string; remove: string };
}

/** A picture as a data address. */
export function PictureField({ value, onChange, error, largest, texts }: PictureFieldProps) {
  const [wrong, setWrong] = useState(false);
  const read = (file: File | null) => {
    const bad = file !== null && (file.size > largest * 1000 || !KINDS.includes(file.type));
    setWrong(bad);
    if (!file || bad) return;
    const reader = new FileReader();
    reader.onload = () => onChange(String(reader.result));
    reader.readAsDataURL(file);
  };
  return (
    <Input.Wrapper label={texts.label} description={texts.hint} error={wrong ? texts.wrong : error} labelElement="div" inputWrapperOrder={['label', 'input', 'description', 'error']}>
      <Group gap="sm" my={4}>
        {value && <img src={value} alt={texts.label} style={{ maxHeight: 48, maxWidth: 200 }} />}
        <FileButton accept={KINDS.join(',')} onChange={read}>{(props) => <Button {...props} variant="default" size="xs">{texts.choose}</Button>}</FileButton>
        {value && <Button variant="default" size="xs" onClick={() => onChange(null)}>{texts.remove}</Button>}
      </Group>
    </Input.Wrapper>
  );
}
