import { localTimeAt } from '@tejido/domain/zoned-time.js';
import type { Mail } from '../../platform/mail/outbox.js';
import type { WrittenMeeting } from './written-calendar.js';

const TEXTS = {
  es: {
    invited: 'Invitación', cancelled: 'Cancelada', changed: 'Cambio', hello: (name: string) => `Hola, ${name}:`, when: 'Cuándo', where: 'Dónde', agenda: 'Agenda',
    intro: { invited: 'Le invitamos a esta reunión.', changed: 'Esta reunión ha cambiado.', cancelled: 'Esta reunión se ha cancelado.' },
    add: 'El archivo adjunto la pone en su calendario.', strike: 'El archivo adjunto la quita de su calendario.', from: (name: string, coalition: string) => `${name} · ${coalition}`, wholeDay: 'todo el día',
  },
  en: {
    invited: 'Invitation', cancelled: 'Cancelled', changed: 'Changed', hello: (name: string) => `Dear ${name},`, when: 'When', where: 'Where', agenda: 'Agenda',
    intro: { invited: 'You are invited to this meeting.', changed: 'This meeting has changed.', cancelled: 'This meeting has been cancelled.' },
    add: 'The attached file puts it into your calendar.', strike: 'The attached file takes it out of your calendar.', from: (name: string, coalition: string) => `${name} · ${coalition}`, wholeDay: 'all day',
  },
} as const;

export interface InvitationLetter { meeting: WrittenMeeting; to: { name: string; language: 'es' | 'en'; sentSequence: number | null }; sender: string; coalition: string }

/** An invitation, a change or a cancellation as a letter, the same in words and in HTML. */
export function invitationLetter({ meeting, to, sender, coalition }: InvitationLetter): Pick<Mail, 'subject' | 'text' | 'html'> {
  const texts = TEXTS[to.language];
  const about = meeting.cancelled ? 'cancelled' : to.sentSequence === null ? 'invited' : 'changed';
  const facts = [[texts.when, whenOf(meeting, to.language)], [texts.where, meeting.place]].filter(([, value]) => value) as [string, string][];
  const points = meeting.agenda.map(({ title, minutes }, at) => `${at + 1}. ${title}${minutes === null ? '' : ` (${minutes} min)`}`);
  const closing = about === 'cancelled' ? texts.strike : texts.add;
  const paragraphs = [texts.hello(to.name), texts.intro[about], [meeting.title, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n'),
    ...(meeting.notes && about !== 'cancelled' ? [meeting.notes] : []), ...(points.length > 0 && about !== 'cancelled' ? [`${texts.agenda}\n${points.join('\n')}`] : []), closing, texts.from(sender, coalition)];
  return {
    subject: `${texts[about]}: ${meeting.title}`, text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="${to.language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1d2433">${
      paragraphs.map((each, at) => `<p>${at === 2 ? `<strong>${escaped(meeting.title)}</strong>${facts.map(([name, value]) => `<br>${escaped(name)}: ${escaped(value)}`).join('')}` : escaped(each).replaceAll('\n', '<br>')}</p>`).join('')
    }</body></html>`,
  };
}

/** In the time of its place, with the zone: a guest may be anywhere. */
function whenOf({ startsAt, endsAt, allDay, timeZone }: WrittenMeeting, language: 'es' | 'en'): string {
  const format = (options: Intl.DateTimeFormatOptions, at: string) => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'es', { timeZone, ...options }).format(new Date(at));
  const day = format({ dateStyle: 'full' }, startsAt);
  if (allDay) return `${day}, ${TEXTS[language].wholeDay}`;
  const end = endsAt && (localTimeAt(new Date(endsAt), timeZone).slice(0, 10) === localTimeAt(new Date(startsAt), timeZone).slice(0, 10) ? format({ timeStyle: 'short' }, endsAt) : format({ dateStyle: 'full', timeStyle: 'short' }, endsAt));
  const zone = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date(startsAt)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${day}, ${format({ timeStyle: 'short' }, startsAt)}${end ? ` – ${end}` : ''} (${zone})`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
