import { Anchor, Box, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { DayText } from '../../ui/day-text.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { useDraft } from '../../ui/use-draft.js';
import { AnswerObservation, ObserveMinutes, type Meeting, type Minutes, type Observation } from './operations.js';

const TONES = { accepted: 'good', rejected: 'over', answered: 'progress', waiting: 'waiting' } as const satisfies Record<string, Tone>;
type Outcome = keyof typeof TONES;
const OUTCOMES = ['accepted', 'rejected', 'answered'] as const;

/** What those who read the circulated minutes say, and what the secretariat answered. */
export function Observations({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const { t } = useTranslation();
  const open = minutes.state === 'circulated' && minutes.windowOpen && meeting.viewerCan.includes('observeMinutes');
  if (!open && minutes.observations.length === 0) return null;
  const answers = minutes.state !== 'approved' && meeting.viewerCan.includes('answerMinutes');
  return (
    <Section title={t('minutes.observations')} count={minutes.observations.length}>
      <Stack gap="md">
        {minutes.observations.map((each) => <Row key={each.id} observation={each} minutes={minutes} answers={answers} />)}
        {open && <Observe meeting={meeting} minutes={minutes} />}
      </Stack>
    </Section>
  );
}

const titleOf = (minutes: Minutes, id: string | null | undefined): string | undefined => {
  const section = minutes.sections.find((each) => each.id === id);
  return section && [section.number && `${section.number}.`, section.title].filter(Boolean).join(' ');
};

function Row({ observation, minutes, answers }: { observation: Observation; minutes: Minutes; answers: boolean }) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState(false);
  const outcome = (observation.outcome ?? 'waiting') as Outcome;
  const about = titleOf(minutes, observation.sectionId);
  return (
    <Box>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="xs" c="gray.6" component="div">{observation.author} · <DayText day={observation.madeOn} />{about && <> · {about}</>}</Text>
        <StatusBadge size="sm" tone={TONES[outcome]} label={t(`minutes.outcome.${outcome}`)} />
      </Group>
      <Text size="sm" mt={2} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{observation.text}</Text>
      {observation.answer && <Text size="sm" mt={4} pl="sm" c="gray.7" style={{ borderInlineStart: '3px solid var(--mantine-color-gray-3)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{observation.answer}{observation.answeredBy && <Text span size="xs" c="gray.6"> — {observation.answeredBy}</Text>}</Text>}
      {answers && (answering ? <Answer observation={observation} onClose={() => setAnswering(false)} />
        : <Anchor component="button" type="button" size="xs" mt={4} onClick={() => setAnswering(true)}>{t(observation.outcome ? 'minutes.changeAnswer' : 'minutes.answer')}</Anchor>)}
    </Box>
  );
}

function Answer({ observation, onClose }: { observation: Observation; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft<{ outcome: string; answer: string }>(`minutes.answer.${observation.id}`);
  const form = useForm({ initialValues: draft.restored ?? { outcome: observation.outcome ?? 'accepted', answer: observation.answer }, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const answer = useApiMutation(AnswerObservation, { onDone: () => { draft.forget(); onClose(); } });
  const submit = form.onSubmit((values) => { problems.clear(); answer.mutate({ id: observation.id, ...values }, { onError: problems.show }); });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs" mt="xs">
        <ProblemSummary text={problems.summary} />
        <Select label={t('minutes.outcomeLabel')} allowDeselect={false} data={OUTCOMES.map((value) => ({ value, label: t(`minutes.outcome.${value}`) }))} {...form.getInputProps('outcome')} />
        <Textarea label={t('minutes.answerText')} autosize minRows={2} {...form.getInputProps('answer')} />
        <Group justify="flex-end" gap="xs"><Button size="xs" variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button size="xs" type="submit" loading={answer.isPending}>{t('minutes.saveAnswer')}</Button></Group>
      </Stack>
    </form>
  );
}

function Observe({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const { t } = useTranslation();
  const empty = { sectionId: null as string | null, text: '' };
  const draft = useDraft<typeof empty>(`minutes.observation.${meeting.id}`);
  const form = useForm({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const observe = useApiMutation(ObserveMinutes, { onDone: () => { form.setValues(empty); draft.forget(); } });
  const submit = form.onSubmit(({ sectionId, text }) => { problems.clear(); observe.mutate({ meetingId: meeting.id, sectionId, text }, { onError: problems.show }); });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ProblemSummary text={problems.summary} />
        <Select label={t('minutes.about')} placeholder={t('minutes.aboutAll')} clearable data={minutes.sections.map(({ id }) => ({ value: id, label: titleOf(minutes, id) || t('minutes.untitled') }))} {...form.getInputProps('sectionId')} />
        <Textarea label={t('minutes.observation')} autosize minRows={3} {...form.getInputProps('text')} />
        <Group justify="flex-end"><Button variant="default" type="submit" loading={observe.isPending}>{t('minutes.observe')}</Button></Group>
      </Stack>
    </form>
  );
}
