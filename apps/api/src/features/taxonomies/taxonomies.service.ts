import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { invalid, notFound, problem, refuseIfAny, stale, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { authorize } from '../../platform/access/ability.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { taxonomyNamed } from './taxonomies.js';
import type { TermInput } from './taxonomy.input.js';

type Taxonomy = NonNullable<ReturnType<typeof taxonomyNamed>>;

const LONGEST_LABEL = 200;
const LONGEST_CODE = 60;

/** The verbs that change what the forms offer. Codes are given once and stay: records, exports and rules name them. */
@Injectable()
export class TaxonomiesService {
  constructor(private readonly work: Work) {}

  /** @returns the new term's code, made of its English label. @throws INVALID, FORBIDDEN, NOT_FOUND */
  register(viewer: Viewer, name: string, input: TermInput): Promise<string> {
    return this.work.run(viewer, 'taxonomy.registerTerm', async (tx) => {
      const taxonomy = this.allowed(viewer, name);
      if (taxonomy.fixed) throw invalid([problem('taxonomy', 'read_only')]);
      const whole = { ...input, labelEs: input.labelEs ?? '', labelEn: input.labelEn ?? '', reverseEs: input.reverseEs ?? '', reverseEn: input.reverseEn ?? '' };
      refuseIfAny([...problemsOf(whole, taxonomy), ...await twins(tx, taxonomy, null, input)]);
      const code = await freeCode(tx, taxonomy, input.labelEn!);
      const columns = columnsOf(taxonomy, input);
      const position = input.position === undefined ? sql`(select coalesce(max(position), -1) + 1 from ${raw(taxonomy.table)})` : sql`${input.position}`;
      await tx.query(sql`insert into ${raw(taxonomy.table)} (code, position, ${join(columns.map(([column]) => raw(column)), ', ')})
        values (${code}, ${position}, ${join(columns.map(([, value]) => sql`${value}`), ', ')})`);
      return code;
    });
  }

  /** Absent keeps. What the strategy brings keeps everything but its labels. @throws INVALID, CONFLICT_STALE, NOT_FOUND */
  amend(viewer: Viewer, name: string, code: string, version: number, input: TermInput): Promise<void> {
    return this.work.run(viewer, 'taxonomy.amendTerm', async (tx) => {
      const taxonomy = this.allowed(viewer, name);
      if (taxonomy.fixed && input.position !== undefined) throw invalid([problem('position', 'read_only')]);
      refuseIfAny([...problemsOf(input, taxonomy), ...await twins(tx, taxonomy, code, input)]);
      const position = input.position === undefined ? [] : [['position', input.position] as const];
      await change(tx, taxonomy, { code, version }, [...columnsOf(taxonomy, input), ...position]);
    });
  }

  /** No longer offered; what has it keeps it. */
  retire(viewer: Viewer, name: string, code: string, version: number): Promise<void> {
    return this.setRetired(viewer, name, { code, version }, true);
  }

  unretire(viewer: Viewer, name: string, code: string, version: number): Promise<void> {
    return this.setRetired(viewer, name, { code, version }, false);
  }

  private setRetired(viewer: Viewer, name: string, which: Which, retired: boolean): Promise<void> {
    return this.work.run(viewer, retired ? 'taxonomy.retireTerm' : 'taxonomy.unretireTerm', async (tx) => {
      const taxonomy = this.allowed(viewer, name);
      if (taxonomy.fixed) throw invalid([problem('taxonomy', 'read_only')]);
      await change(tx, taxonomy, which, [['retired', retired]]);
    });
  }

  private allowed(viewer: Viewer, name: string): Taxonomy {
    authorize(viewer, 'taxonomy.amend');
    const taxonomy = taxonomyNamed(name);
    if (!taxonomy) throw notFound();
    return taxonomy;
  }
}

interface Which { code: string; version: number }
type Column = readonly [name: string, value: string | number | boolean];

function columnsOf({ flag, reversible, wordy }: Taxonomy, input: TermInput): Column[] {
  const texts = [['label_es', input.labelEs], ['label_en', input.labelEn],
    ...(reversible ? [['reverse_es', input.reverseEs], ['reverse_en', input.reverseEn]] as const : []),
    ...(wordy ? [['short_es', input.shortEs], ['short_en', input.shortEn]] as const : [])] as const;
  const given: (readonly [string, string | boolean | undefined])[] = [
    ...texts.map(([column, text]) => [column, text?.normalize('NFC').trim()] as const),
    ...(flag ? [[flag, input.counts]] as const : []),
  ];
  return given.filter((each): each is readonly [string, string | boolean] => each[1] !== undefined);
}

async function change(tx: Tx, { table }: Taxonomy, { code, version }: Which, columns: readonly Column[]): Promise<void> {
  const set = columns.length > 0 ? columns.map(([column, value]): Sql => sql`${raw(column)} = ${value}`) : [sql`version = version`];
  const [row] = await tx.query<{ known: boolean; changed: boolean }>(sql`with changed as (
      update ${raw(table)} set ${join(set, ', ')} where code = ${code} and version = ${version} returning 1)
    select exists (select from ${raw(table)} where code = ${code}) as known, exists (select from changed) as changed`);
  if (!row!.known) throw notFound();
  if (!row!.changed) throw stale();
}

function problemsOf(input: TermInput, { flag, reversible, wordy }: Taxonomy): FieldProblem[] {
  const labels = ['labelEs', 'labelEn', ...(reversible ? ['reverseEs', 'reverseEn'] as const : []), ...(wordy ? ['shortEs', 'shortEn'] as const : [])] as const;
  return [
    ...labels.filter((path) => input[path] !== undefined).flatMap((path) => textProblems(path, input[path], { max: LONGEST_LABEL, required: true })),
    ...(input.counts !== undefined && !flag ? [problem('counts', 'read_only')] : []),
    ...(input.position !== undefined && (input.position < 0 || input.position > 9999) ? [problem('position', 'number_out_of_range', { min: 0, max: 9999 })] : []),
  ];
}

/** Two terms that read alike in a form would be chosen at random. */
async function twins(tx: Tx, { table }: Taxonomy, code: string | null, input: TermInput): Promise<FieldProblem[]> {
  const others = await tx.query<{ es: string; en: string }>(sql`select label_es as es, label_en as en from ${raw(table)} where code is distinct from ${code}`);
  const taken = (label: string | undefined, language: 'es' | 'en') => label !== undefined && fold(label) !== '' && others.some((other) => fold(other[language]) === fold(label));
  return [
    ...(taken(input.labelEs, 'es') ? [problem('labelEs', 'duplicate_name')] : []),
    ...(taken(input.labelEn, 'en') ? [problem('labelEn', 'duplicate_name')] : []),
  ];
}

/** 'Observer country' → observer_country, or observer_country_2 when that is taken. */
async function freeCode(tx: Tx, { table }: Taxonomy, label: string): Promise<string> {
  const stem = fold(label).replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, LONGEST_CODE - 4) || 'term';
  const taken = (await tx.query<{ code: string }>(sql`select code from ${raw(table)}`)).map(({ code }) => code);
  for (let at = 1; ; at++) {
    const code = at === 1 ? stem : `${stem}_${at}`;
    if (!taken.includes(code)) return code;
  }
}
