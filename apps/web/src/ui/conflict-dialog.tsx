import { Box, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldConflict, StaleEdit } from './conflicts.js';
import classes from './conflict-dialog.module.css';

interface ConflictDialogProps<Values> {
  /** What compareStaleEdit found; null: closed. */
  edit: StaleEdit<Values> | null;
  /** A field's name in the reader's language. */
  label: (field: keyof Values & string) => string;
  /** A value as the reader should see it; text by default. */
  show?: (field: keyof Values & string, value: unknown) => ReactNode;
  /** Who made the other change, when known. */
  changedBy?: string;
  busy?: boolean;
  /** The values to save, against the record's present version. */
  onResolve: (values: Values) => void;
  /** Back to the form, with everything typed still in it. */
  onClose: () => void;
}

/** A stale edit, field by field: what it was, what it is now, what you wrote. Your text is chosen until you say otherwise. */
export function ConflictDialog<Values extends object>(props: ConflictDialogProps<Values>) {
  const { t } = useTranslation();
  return (
    <Modal opened={props.edit !== null} onClose={props.onClose} size="xl" title={<Text fw={600}>{t('common.conflict.title')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {props.edit && <Choices {...props} edit={props.edit} />}
    </Modal>
  );
}

function Choices<Values extends object>({ edit, label, show = defaultShow, changedBy, busy, onResolve, onClose }: ConflictDialogProps<Values> & { edit: StaleEdit<Values> }) {
  const { t } = useTranslation();
  const [theirs, setTheirs] = useState<readonly string[]>([]); // fields where the record's value stays
  const resolve = () => onResolve(edit.conflicts.reduce<Values>(
    (values, each) => ({ ...values, [each.field]: theirs.includes(each.field) ? each.theirs : each.yours }), edit.merged,
  ));
  const choose = (field: string, side: string) => setTheirs(side === 'theirs' ? [...theirs, field] : theirs.filter((each) => each !== field));
  return (
    <Stack gap="md">
      <Text size="sm" c="gray.7">{t('common.conflict.intro')}{changedBy && ` ${t('common.conflict.changedBy', { name: changedBy })}.`}</Text>
      {edit.conflicts.length > 1 && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setTheirs([])}>{t('common.conflict.allYours')}</Button>
          <Button size="compact-sm" variant="default" onClick={() => setTheirs(edit.conflicts.map((each) => each.field))}>{t('common.conflict.allTheirs')}</Button>
        </Group>
      )}
      {edit.conflicts.map((each) => (
        <Choice key={each.field} conflict={each} name={label(each.field)} side={theirs.includes(each.field) ? 'theirs' : 'yours'}
          onChoose={(side) => choose(each.field, side)} show={(value) => show(each.field, value) ?? t('common.conflict.empty')} />
      ))}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
        <Button loading={busy} onClick={resolve}>{t('common.conflict.apply')}</Button>
      </Group>
    </Stack>
  );
}

interface ChoiceProps<Values> {
  conflict: FieldConflict<Values>;
  name: string;
  side: 'yours' | 'theirs';
  onChoose: (side: string) => void;
  show: (value: unknown) => ReactNode;
}

function Choice<Values>({ conflict, name, side, onChoose, show }: ChoiceProps<Values>) {
  const { t } = useTranslation();
  return (
    <Radio.Group value={side} onChange={onChoose} label={name}>
      <Text size="xs" c="gray.6" mb={6}>{t('common.conflict.original')}: {show(conflict.original)}</Text>
      <Box className={classes.sides}>
        {(['yours', 'theirs'] as const).map((each) => (
          <Radio.Card key={each} value={each} p="sm" className={classes.side} aria-label={`${name}: ${t(`common.conflict.${each}`)}`}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <Radio.Indicator mt={2} />
              <Box miw={0}>
                <Text size="xs" c="gray.6">{t(`common.conflict.${each}`)}</Text>
                <Text size="sm" component="div" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{show(conflict[each])}</Text>
              </Box>
            </Group>
          </Radio.Card>
        ))}
      </Box>
    </Radio.Group>
  );
}

/** Null for an empty value: the dialog then says so in words. */
function defaultShow(_field: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return null;
  return Array.isArray(value) ? value.join(', ') || null : String(value);
}
