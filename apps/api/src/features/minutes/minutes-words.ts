export type DocumentLanguage = 'es' | 'en';

/** What documents say besides what was written. */
export const WORDS = {
  es: {
    minutes: 'Acta', kind: 'Tipo de reunión', when: 'Fecha y hora', where: 'Lugar', mode: 'Modalidad', status: 'Estado', participants: 'Participantes', organisation: 'Organización', person: 'Persona', post: 'Cargo', presence: 'Asistencia',
    agreed: 'Síntesis', decisions: 'Decisiones', decision: 'Decisión', commitments: 'Compromisos', otherCommitments: 'Otros compromisos', who: 'Quién', what: 'Qué', toWhom: 'A quién', due: 'Plazo', noDue: 'sin plazo', untitled: 'Apartado',
    reservedCountry: 'Reservado al país', reservedSecretariat: 'Reservado a la secretaría', page: 'Página', of: 'de', hash: 'Huella SHA-256', draft: 'BORRADOR', nobody: 'No se registró quién asistió.',
    states: { draft: 'Borrador', circulated: 'Circulada; observaciones hasta el {day}', approved: 'Aprobada el {day} por {name}' },
    modes: { in_person: 'Presencial', virtual: 'Virtual', hybrid: 'Híbrida' },
    presences: { present: 'Presente', excused: 'Se excusó', on_behalf: 'En representación' }, onBehalfOf: 'En representación de {name}', fileName: 'Acta',
  },
  en: {
    minutes: 'Minutes', kind: 'Kind of meeting', when: 'Date and time', where: 'Place', mode: 'Mode', status: 'Status', participants: 'Participants', organisation: 'Organisation', person: 'Person', post: 'Post', presence: 'Attendance',
    agreed: 'Summary', decisions: 'Decisions', decision: 'Decision', commitments: 'Commitments', otherCommitments: 'Other commitments', who: 'Who', what: 'What', toWhom: 'To whom', due: 'Due', noDue: 'no date', untitled: 'Section',
    reservedCountry: 'Reserved for the country', reservedSecretariat: 'Reserved for the secretariat', page: 'Page', of: 'of', hash: 'SHA-256 fingerprint', draft: 'DRAFT', nobody: 'Nobody was recorded as attending.',
    states: { draft: 'Draft', circulated: 'Circulated; observations until {day}', approved: 'Approved on {day} by {name}' },
    modes: { in_person: 'In person', virtual: 'Virtual', hybrid: 'Hybrid' },
    presences: { present: 'Present', excused: 'Excused', on_behalf: 'On behalf' }, onBehalfOf: 'On behalf of {name}', fileName: 'Minutes',
  },
} as const;

export type Words = (typeof WORDS)[DocumentLanguage];

/** "Aprobada el {day} por {name}", filled. */
export const filled = (template: string, values: Record<string, string>): string => template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
