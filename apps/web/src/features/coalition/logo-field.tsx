import { Button, FileButton, Group, Input } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const LARGEST = 200_000; // bytes; the server refuses more
const KINDS = ['image/png', 'image/jpeg'];

/** The picture of the letterhead, as a data address. */
export function LogoField({ value, onChange, error }: { value: string | null; onChange: (logo: string | null) => void; error?: ReactNode }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(false);
  const read = (file: File | null) => {
    const bad = file !== null && (file.size > LARGEST || !KINDS.includes(file.type));
    setWrong(bad);
    if (!file || bad) return;
    const reader = new FileReader();
    reader.onload = () => onChange(String(reader.result));
    reader.readAsDataURL(file);
  };
  return (
    <Input.Wrapper label={t('coalition.logo')} description={t('coalition.logoHint')} error={wrong ? t('coalition.logoWrong') : error} labelElement="div" inputWrapperOrder={['label', 'input', 'description', 'error']}>
      <Group gap="sm" my={4}>
        {value && <img src={value} alt={t('coalition.logo')} style={{ maxHeight: 48, maxWidth: 200 }} />}
        <FileButton accept={KINDS.join(',')} onChange={read}>{(props) => <Button {...props} variant="default" size="xs">{t('coalition.chooseLogo')}</Button>}</FileButton>
        {value && <Button variant="default" size="xs" onClick={() => onChange(null)}>{t('coalition.removeLogo')}</Button>}
      </Group>
    </Input.Wrapper>
  );
}
