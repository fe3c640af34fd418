import { fold } from '@tejido/domain/text.js';
import type { ActivityDraft } from './drafts.js';
import { readLinks } from './links.js';
import { countryRef, type RowFields } from './values.js';

const STATUSES: Record<ActivityDraft['status'], string[]> = {
  planned: ['planned', 'planificada', 'planeada', 'programada', 'prevista', 'por iniciar', 'pipeline', 'pipeline identification'],
  under_way: ['under way', 'underway', 'en ejecucion', 'en curso', 'en proceso', 'iniciada', 'ongoing', 'in progress', 'implementation', 'active'],
  done: ['done', 'finalizada', 'realizada', 'concluida', 'completada', 'terminada', 'ejecutada', 'completed', 'finished', 'closed', 'finalisation'],
  cancelled: ['cancelled', 'canceled', 'cancelada', 'suspendida', 'no realizada', 'anulada'],
};
const PCODE = /^[A-Z]{2}\d{2,8}$/;

/** The activity that one row describes, with the organisations that this row names. */
export function activityDraft(fields: RowFields): ActivityDraft {
  const [startsOn, endsOn] = fields.period('startsOn', 'endsOn');
  return {
    key: '',
    lines: [fields.row.line],
    title: title(fields),
    titleEn: fields.text('titleEn', 500) || null,
    kind: fields.term('kind'),
    status: status(fields, endsOn),
    summary: fields.text('summary', 20_000),
    startsOn,
    endsOn,
    countries: fields.terms('countries').map(({ value, column }) => ({ ref: countryRef(value), column })),
    themes: fields.terms('themes'),
    sdgs: fields.goals('sdgs'),
    axis: fields.text('axis', 60) || null,
    strategyActivity: fields.text('strategyActivity', 60) || null,
    areas: areas(fields),
    sector: fields.text('sector', 200) || null,
    evidence: fields.text('evidence', 500) || null,
    participants: readLinks(fields),
  };
}

/** A title that had to be made by the map's template is told: a record nearly blank deserves a look. */
function title(fields: RowFields): string {
  const text = fields.text('title', 500);
  const found = fields.find('title');
  if (text === '') fields.report(found, 'error', 'required');
  else if (found.source?.template !== undefined && found.source !== fields.reading.mapping.fields.title?.[0]) {
    fields.report(found, 'warning', 'title_made');
  }
  return text;
}

function status(fields: RowFields, endsOn: string | null): ActivityDraft['status'] {
  const found = fields.find('status');
  if (found.value === '') return 'planned';
  const match = Object.entries(STATUSES).find(([, words]) => words.includes(fold(found.value)));
  if (!match) fields.report(found, 'error', 'not_a_choice', { choices: Object.keys(STATUSES).join(', ') });
  // An activity falls in the period of its end (domain rule A2): a finished one without an end could never be counted.
  if (match?.[0] === 'done' && endsOn === null) fields.report(fields.find('endsOn'), 'error', 'required');
  return (match?.[0] as ActivityDraft['status']) ?? 'planned';
}

function areas(fields: RowFields): ActivityDraft['areas'] {
  return ([1, 2] as const).flatMap((level) => {
    const code = fields.find(`admin${level}Code`);
    const name = fields.text(`admin${level}`, 200);
    const valid = PCODE.test(code.value);
    if (code.value !== '' && !valid) fields.report(code, 'warning', 'invalid_pcode');
    return valid || name !== '' ? [{ level, code: valid ? code.value : null, name }] : [];
  });
}
