import { Injectable } from '@nestjs/common';
import { notFound } from '@tejido/domain/error.js';
import { mentionsIn } from '@tejido/domain/minutes-content.js';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { contentNow, type MinutesContent } from './minutes-content.reads.js';
import { documentFacts, namesFor, type DocumentFacts, type Names } from './minutes-document.reads.js';
import { documentOf, type MinutesDocument } from './minutes-document.js';
import type { DocumentLanguage } from './minutes-words.js';

/** Minutes as documents for whoever may read them: approved ones from what was approved, others as they are now. */
@Injectable()
export class MinutesDocumentsService {
  constructor(private readonly reader: Reader) {}

  /** @throws NOT_FOUND also when the meeting is hidden or has no minutes */
  async document(viewer: Viewer, meetingId: string, language: DocumentLanguage): Promise<MinutesDocument> {
    const reading = this.reader.reading(viewer);
    const facts = isUuid(meetingId) ? await this.reader.answer<DocumentFacts>(documentFacts(reading, meetingId)) : null;
    if (!facts || !can(viewer, 'minutes.read', facts)) throw notFound();
    const content = facts.approvedContent ? JSON.parse(facts.approvedContent) as MinutesContent : (await this.reader.rows<{ content: MinutesContent }>(contentNow(meetingId)))[0]!.content;
    const mentioned = content.sections.flatMap((section) => mentionsIn(section.content).map(({ id }) => id));
    const names = await this.reader.answer<Names>(namesFor(reading, content, mentioned));
    return documentOf(viewer, facts, content, names!, language);
  }
}
