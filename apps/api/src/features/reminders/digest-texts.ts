import type { ReminderKind } from '@tejido/domain/reminders.js';

export type DigestLanguage = 'es' | 'en';

interface DigestTexts {
  subject: (coalition: string, waiting: number, fresh: number) => string;
  hello: (name: string) => string;
  /** @param fresh null in somebody's first digest */
  intro: (waiting: number, fresh: number | null) => string;
  kinds: Record<ReminderKind, string>;
  ends: (days: number) => string;
  due: (days: number) => string;
  fresh: string;
  more: (count: number) => string;
  open: string;
  why: (choice: 'daily' | 'weekly', coalition: string) => string;
  preferences: string;
}

const days = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const DIGEST_TEXTS: Record<DigestLanguage, DigestTexts> = {
  es: {
    subject: (coalition, waiting, fresh) => `${coalition}: ${days(waiting, 'asunto pendiente', 'asuntos pendientes')}${fresh > 0 ? `, ${days(fresh, 'nuevo', 'nuevos')}` : ''}`,
    hello: (name) => `Hola, ${name}:`,
    intro: (waiting, fresh) => `Le ${waiting === 1 ? 'espera' : 'esperan'} ${days(waiting, 'asunto', 'asuntos')}${fresh === null ? '' : fresh > 0 ? `; ${days(fresh, 'es nuevo', 'son nuevos')} desde el resumen anterior` : ', ninguno nuevo desde el resumen anterior'}.`,
    kinds: {
      commitment_due: 'Compromisos', commitment_to_verify: 'Compromisos por verificar', agreement_expiring: 'Acuerdos que vencen', minutes_to_circulate: 'Actas por circular',
      minutes_to_approve: 'Actas por aprobar', evidence_to_verify: 'Evidencia por verificar', organisation_to_confirm: 'Organizaciones sin confirmar desde hace un año',
    },
    ends: (left) => (left === 0 ? 'vence hoy' : `vence en ${days(left, 'día', 'días')}`),
    due: (left) => (left === 0 ? 'vence hoy' : left > 0 ? `vence en ${days(left, 'día', 'días')}` : `venció hace ${days(-left, 'día', 'días')}`),
    fresh: 'nuevo',
    more: (count) => `y ${count} más`,
    open: 'Abrir mis avisos',
    why: (choice, coalition) => `Recibe este resumen ${choice === 'daily' ? 'diario' : 'semanal'} porque tiene una cuenta en el registro de ${coalition}.`,
    preferences: 'Cambiar la frecuencia o dejar de recibirlo',
  },
  en: {
    subject: (coalition, waiting, fresh) => `${coalition}: ${days(waiting, 'thing waiting', 'things waiting')}${fresh > 0 ? `, ${fresh} new` : ''}`,
    hello: (name) => `Hello ${name},`,
    intro: (waiting, fresh) => `${days(waiting, 'thing waits', 'things wait')} for you${fresh === null ? '' : fresh > 0 ? `; ${days(fresh, 'is new', 'are new')} since the digest before` : ', none new since the digest before'}.`,
    kinds: {
      commitment_due: 'Commitments', commitment_to_verify: 'Commitments to verify', agreement_expiring: 'Agreements that end', minutes_to_circulate: 'Minutes to circulate',
      minutes_to_approve: 'Minutes to approve', evidence_to_verify: 'Evidence to verify', organisation_to_confirm: 'Organisations not confirmed for a year',
    },
    ends: (left) => (left === 0 ? 'ends today' : `ends in ${days(left, 'day', 'days')}`),
    due: (left) => (left === 0 ? 'due today' : left > 0 ? `due in ${days(left, 'day', 'days')}` : `${days(-left, 'day', 'days')} overdue`),
    fresh: 'new',
    more: (count) => `and ${count} more`,
    open: 'Open my notifications',
    why: (choice, coalition) => `You get this ${choice} digest because you have an account in the register of ${coalition}.`,
    preferences: 'Change how often, or stop it',
  },
};
