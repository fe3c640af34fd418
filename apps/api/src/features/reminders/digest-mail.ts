import { daysBetween } from '@tejido/domain/day.js';
import { REMINDER_KINDS, type ReminderKind } from '@tejido/domain/reminders.js';
import { DIGEST_TEXTS, type DigestLanguage } from './digest-texts.js';
import type { Told } from './notifications.reads.js';

export interface Digest {
  language: DigestLanguage;
  coalition: string;
  name: string;
  choice: 'daily' | 'weekly';
  today: string;
  /** Where people reach the register, without a slash at the end. */
  origin: string;
  waiting: readonly (Told & { fresh: boolean })[];
  /** Nothing was told before: then nothing is called new. */
  isFirst: boolean;
}

/** Of one kind; the rest is a number, for a mail is no list to work through. */
const MOST_OF_A_KIND = 8;

const PAGES = { agreement: '/acuerdos/', commitment: '/compromisos/', meeting: '/reuniones/', activity: '/actividades/', organisation: '/organizaciones/' } satisfies Record<Told['subjectTable'], string>;
const NOTIFICATIONS = '/avisos';
const PREFERENCES = '/ajustes';

export const preferencesAddress = (origin: string): string => `${origin}${PREFERENCES}`;

interface Line { text: string; when: string; address: string; fresh: boolean }
interface Group { title: string; count: number; lines: Line[] }

/** A person's reminders as a letter, the same in words and in HTML. */
export function digestMail(digest: Digest): { subject: string; text: string; html: string } {
  const texts = DIGEST_TEXTS[digest.language];
  const fresh = digest.waiting.filter((each) => each.fresh).length;
  const groups = REMINDER_KINDS.flatMap((kind) => groupOf(digest, kind));
  return { subject: texts.subject(digest.coalition, digest.waiting.length, fresh), text: asText(digest, groups, fresh), html: asHtml(digest, groups, fresh) };
}

function groupOf(digest: Digest, kind: ReminderKind): Group[] {
  const of = digest.waiting.filter((each) => each.kind === kind);
  const lines = of.slice(0, MOST_OF_A_KIND).map((told) => ({
    text: (digest.language === 'en' ? told.labelEn : null) ?? told.label, when: whenOf(digest, told), fresh: told.fresh,
    address: `${digest.origin}${PAGES[told.subjectTable]}${told.subjectId}`,
  }));
  return of.length === 0 ? [] : [{ title: DIGEST_TEXTS[digest.language].kinds[kind], count: of.length, lines }];
}

function whenOf({ language, today }: Digest, { kind, dueOn }: Told): string {
  if (dueOn === null) return '';
  const texts = DIGEST_TEXTS[language];
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(dueOn));
  const left = daysBetween(today, dueOn);
  return `${kind === 'agreement_expiring' ? texts.ends(left) : texts.due(left)} (${day})`;
}

function asText(digest: Digest, groups: readonly Group[], fresh: number): string {
  const texts = DIGEST_TEXTS[digest.language];
  const line = (each: Line) => `- ${each.fresh ? `[${texts.fresh}] ` : ''}${each.text}${each.when ? `\n  ${each.when}` : ''}\n  ${each.address}`;
  const group = ({ title, count, lines }: Group) => [`${title} (${count})`, ...lines.map(line), ...(count > lines.length ? [`  ${texts.more(count - lines.length)}`] : [])].join('\n');
  return [
    texts.hello(digest.name), texts.intro(digest.waiting.length, digest.isFirst ? null : fresh), ...groups.map(group), `${texts.open}: ${digest.origin}${NOTIFICATIONS}`,
    `--\n${texts.why(digest.choice, digest.coalition)}\n${texts.preferences}: ${preferencesAddress(digest.origin)}`,
  ].join('\n\n');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function asHtml(digest: Digest, groups: readonly Group[], fresh: number): string {
  const texts = DIGEST_TEXTS[digest.language];
  const link = (address: string, words: string, style = 'color:#2f4b9b') => `<a href="${escaped(address)}" style="${style}">${escaped(words)}</a>`;
  const line = (each: Line) => `<li style="margin:0 0 10px">${link(each.address, each.text)}${each.fresh ? ` <strong style="font-size:12px">(${escaped(texts.fresh)})</strong>` : ''}`
    + `${each.when ? `<br><span style="color:#555;font-size:14px">${escaped(each.when)}</span>` : ''}</li>`;
  const group = ({ title, count, lines }: Group) => `<h2 style="font-size:16px;margin:24px 0 8px">${escaped(title)} (${count})</h2><ul style="margin:0;padding-left:20px">${lines.map(line).join('')}`
    + `${count > lines.length ? `<li style="margin:0;color:#555">${escaped(texts.more(count - lines.length))}</li>` : ''}</ul>`;
  return `<!doctype html><html lang="${digest.language}"><head><meta charset="utf-8"><title>${escaped(texts.subject(digest.coalition, digest.waiting.length, fresh))}</title></head>`
    + '<body style="margin:0;padding:24px;background:#fff;color:#1f2430;font:16px/1.5 system-ui,sans-serif"><div style="max-width:640px;margin:0 auto">'
    + `<p>${escaped(texts.hello(digest.name))}</p><p>${escaped(texts.intro(digest.waiting.length, digest.isFirst ? null : fresh))}</p>${groups.map(group).join('')}`
    + `<p style="margin:28px 0">${link(`${digest.origin}${NOTIFICATIONS}`, texts.open, 'display:inline-block;padding:10px 18px;border-radius:6px;background:#2f4b9b;color:#fff;text-decoration:none')}</p>`
    + `<p style="border-top:1px solid #ddd;padding-top:12px;color:#555;font-size:13px">${escaped(texts.why(digest.choice, digest.coalition))} ${link(preferencesAddress(digest.origin), texts.preferences)}.</p></div></body></html>`;
}
