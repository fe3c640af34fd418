import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import { PART_VISIBILITIES, stricter } from '@tejido/domain/minutes.js';
import { contentText, EMPTY_CONTENT, mentionsIn, readContent, unnamedIn, type ContentNode, type Mention } from '@tejido/domain/minutes-content.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { unnameable } from '../../platform/access/nameable.js';
import { readableBy } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Decision, MinutesSection } from './minutes.entity.js';
import type { MinutesSectionInput } from './minutes.input.js';
import { meetingFor, minutesFor, refuseOutOfReach, sectionToWrite } from './minutes-access.js';

/** In one set of minutes: more is a book, and no document is made of it while somebody waits. */
const MOST_SECTIONS = 80;
const MOST_CHARACTERS = 400_000;

/** The verbs that write a draft: its sections, each saved by itself, so that two who write different points never meet. */
@Injectable()
export class MinutesService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** Begins the minutes of a meeting: a section for each point of its agenda, one for all when there is none. A second start changes nothing. */
  start(viewer: Viewer, meetingId: string): Promise<void> {
    return this.work.run(viewer, 'minutes.start', async (tx) => {
      await meetingFor(tx, viewer, 'minutes.write', meetingId);
      const begun = await tx.query(sql`insert into minutes (meeting_id) values (${meetingId}) on conflict do nothing returning 1`);
      if (begun.length === 0) return;
      await tx.query(sql`insert into minutes_section (meeting_id, agenda_item_id, position, title, updated_by)
        select meeting_id, id, row_number() over (order by position, id), title, ${viewer.userId} from agenda_item where meeting_id = ${meetingId}`);
      await tx.query(sql`insert into minutes_section (meeting_id, position, updated_by) select ${meetingId}, 1, ${viewer.userId}
        where not exists (select from minutes_section s where s.meeting_id = ${meetingId})`);
    });
  }

  /** @throws INVALID, CONFLICT unless a draft */
  addSection(viewer: Viewer, meetingId: string, input: MinutesSectionInput): Promise<void> {
    return this.work.run(viewer, 'minutes.addSection', async (tx) => {
      const { meeting } = await minutesFor(tx, viewer, 'minutes.write', meetingId, 'draft');
      refuseIfAny([...sectionProblems(input), ...await unknownPoint(tx, meetingId, input.agendaItemId)]);
      refuseOutOfReach(viewer, meeting, input.visibility ?? null);
      const [{ count, last }] = await tx.query<{ count: number; last: number }>(
        sql`select count(*)::int as count, coalesce(max(position), 0) as last from minutes_section where meeting_id = ${meetingId}`) as [{ count: number; last: number }];
      if (count >= MOST_SECTIONS) refuseIfAny([problem('title', 'too_many', { max: MOST_SECTIONS })]);
      await tx.insert(MinutesSection, {
        meetingId, agendaItemId: input.agendaItemId ?? null, position: last + 1, title: tidy(input.title ?? ''), content: EMPTY_CONTENT as never,
        visibility: input.visibility ?? null, updatedBy: viewer.userId,
      });
    });
  }

  /** Saves a section against the version that the text builds on. Absent keeps. @throws CONFLICT_STALE, INVALID, CONFLICT unless a draft */
  saveSection(viewer: Viewer, id: string, version: number, input: MinutesSectionInput): Promise<string> {
    return this.work.run(viewer, 'minutes.write', async (tx) => {
      const { part, meeting } = await sectionToWrite(tx, viewer, id, version);
      refuseIfAny(sectionProblems(input));
      if (input.visibility !== undefined) refuseOutOfReach(viewer, meeting, input.visibility);
      const content = input.content === undefined ? undefined : await this.read(tx, viewer, part, input.content);
      await tx.amend(MinutesSection, id, version, {
        title: input.title == null ? undefined : tidy(input.title), visibility: input.visibility, updatedAt: this.clock.now(), updatedBy: viewer.userId,
        ...(content ? { content: content as never, text: await searchText(tx, content) } : {}),
      });
      if (input.visibility) await closeDecisions(tx, part.id, input.visibility);
      return part.meetingId;
    });
  }

  /** Moves it one place up or down among the sections that the viewer sees. */
  moveSection(viewer: Viewer, id: string, down: boolean): Promise<string> {
    return this.work.run(viewer, 'minutes.moveSection', async (tx) => {
      const { part, meeting } = await sectionToWrite(tx, viewer, id);
      const rows = await tx.query<{ id: string; seen: boolean }>(sql`select s.id, s.visibility is null or ${readableBy(viewer, sql`as_seen`)} as seen
        from minutes_section s, lateral (select s.visibility, ${meeting.country}::text as country) as_seen where s.meeting_id = ${meeting.id} order by s.position, s.id`);
      const seen = rows.filter((each) => each.seen).map((each) => each.id);
      const other = seen[seen.indexOf(id) + (down ? 1 : -1)];
      if (!other) return part.meetingId;
      const order = rows.map((each) => each.id).filter((each) => each !== id);
      order.splice(order.indexOf(other) + (down ? 1 : 0), 0, id);
      await tx.query(sql`update minutes_section s set position = wanted.position
        from unnest(${order}::uuid[]) with ordinality wanted (id, position) where wanted.id = s.id and s.position <> wanted.position`);
      return part.meetingId;
    });
  }

  /** Its decisions go with it, what was promised there stays a commitment of the meeting. */
  removeSection(viewer: Viewer, id: string, version: number): Promise<string> {
    return this.work.run(viewer, 'minutes.removeSection', async (tx) => {
      const { part } = await sectionToWrite(tx, viewer, id, version);
      await tx.remove(Decision, { sectionId: id });
      await tx.remove(MinutesSection, { id });
      return part.meetingId;
    });
  }

  /** What was sent, read and judged. Names that the writer does not see come back as they were shown, and stay who they are. */
  private async read(tx: Tx, viewer: Viewer, part: MinutesSection, sent: unknown): Promise<ContentNode> {
    const before = mentionsIn(part.content);
    const hidden = new Set((await unnameable(tx, viewer, references(before, 'content'))).map(({ path }) => path));
    const unnamed = unnamedIn(part.content, (mention) => (hidden.has(pathOf(before, mention)) ? undefined : 'named'));
    const answer = readContent(sent, 'content', unnamed);
    if ('problem' in answer) refuseIfAny([answer.problem]);
    const { content } = answer as { content: ContentNode };
    // What stood there before may be archived or merged since; only what is new has to be there.
    const fresh = mentionsIn(content).filter((mention) => !before.some((each) => each.kind === mention.kind && each.id === mention.id));
    const unknown = await unnameable(tx, viewer, references(fresh, 'content'));
    refuseIfAny([...(unknown.length > 0 ? [problem('content', 'unknown_record')] : []), ...await tooLong(tx, part, content)]);
    return content;
  }
}

const tidy = (text: string) => text.normalize('NFC').trim();

const references = (mentions: readonly Mention[], path: string) => mentions.map(({ kind, id }, at) => ({ path: `${path}.${at}`, table: kind, id }));
const pathOf = (mentions: readonly Mention[], { kind, id }: Mention) => `content.${mentions.findIndex((each) => each.kind === kind && each.id === id)}`;

function sectionProblems({ title, visibility }: MinutesSectionInput): FieldProblem[] {
  return [
    ...textProblems('title', title, { max: 300 }),
    ...(visibility == null || PART_VISIBILITIES.includes(visibility) ? [] : [problem('visibility', 'not_a_choice')]),
  ];
}

async function unknownPoint(tx: Tx, meetingId: string, id: string | null | undefined): Promise<FieldProblem[]> {
  if (!id) return [];
  const known = await tx.query(sql`select from agenda_item where id::text = ${id.toLowerCase()} and meeting_id = ${meetingId}`);
  return known.length > 0 ? [] : [problem('agendaItemId', 'unknown_record')];
}

/** The whole has a limit too: a document is made of it while somebody waits. */
async function tooLong(tx: Tx, { id, meetingId }: MinutesSection, content: ContentNode): Promise<FieldProblem[]> {
  const [rest] = await tx.query<{ characters: number }>(
    sql`select coalesce(sum(length(text)), 0)::int as characters from minutes_section where meeting_id = ${meetingId} and id <> ${id}`);
  return rest!.characters + contentText(content).length > MOST_CHARACTERS ? [problem('content', 'too_long', { max: MOST_CHARACTERS })] : [];
}

/**
 * What the search looks in. Of the records that a text mentions, only names that everybody of the coalition may read: a word that is found
 * would betray a hidden one, and a person's name can be erased.
 */
async function searchText(tx: Tx, content: ContentNode): Promise<string> {
  const ids = mentionsIn(content).filter(({ kind }) => kind === 'organisation').map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await tx.query<{ id: string; name: string }>(
    sql`select id, concat_ws(' ', acronym, name) as name from organisation where id = any(${ids}::uuid[]) and visibility in ('public', 'coalition')`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return contentText(content, ({ id }) => names.get(id));
}

/** The decisions of a section are at least as reserved as the section. */
async function closeDecisions(tx: Tx, sectionId: string, visibility: 'country' | 'secretariat'): Promise<void> {
  for (const decision of await tx.manager.findBy(Decision, { sectionId })) {
    const closed = stricter(decision.visibility, visibility);
    if (closed !== decision.visibility) await tx.manager.update(Decision, { id: decision.id }, { visibility: closed });
  }
}
