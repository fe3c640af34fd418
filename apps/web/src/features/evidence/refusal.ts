import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { errorText, problemText } from '../../app/problems.js';

/** Why the server said no: what is wrong with the field, where it told one. */
export function useRefusalText(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => (error instanceof ApiError && error.fields[0] ? problemText(t, error.fields[0]) : errorText(t, error));
}

/** The same, in the corner of the page: for a button that has no field. */
export function useTellRefusal(): (error: Error) => void {
  const text = useRefusalText();
  return (error) => void notifications.show({ color: 'red', message: text(error) });
}
