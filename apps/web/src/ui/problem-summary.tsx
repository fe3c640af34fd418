import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** What is wrong with the form as a whole; nothing when `text` is null. Give `problems.summary`. */
export function ProblemSummary({ text }: { text: string | null }) {
  if (text === null) return null;
  return <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle size={18} />}>{text}</Alert>;
}
