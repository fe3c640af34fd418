import { UnreadableCalendar, type LeftOut, type Notice } from './calendar-content.js';

export interface Line { text: string; at: number }

/** The lines of one component, without BEGIN and END. */
export interface Block { name: string; at: number; lines: Line[] }

/** One VCALENDAR: its own properties, its time zones and events, as lines. */
export interface CalendarBlock { properties: Line[]; zones: Block[]; events: Block[] }

export interface Blocks { calendars: CalendarBlock[]; leftOut: LeftOut[]; notices: Notice[]; notTaken: Record<string, number> }

/**
 * Cuts a file into calendars, zones and events. A component that is not closed is left out and the rest is read: half a file is
 * better than none. @param most events; more are refused before any is parsed. @throws UnreadableCalendar
 */
export function blocksOf(text: string, most: number): Blocks {
  const found = (text.match(/^BEGIN:VEVENT\s*$/gim) ?? []).length;
  if (found > most) throw new UnreadableCalendar('too_many', { count: found, max: most });
  const cutter = new Cutter();
  for (const line of unfolded(text)) cutter.take(line);
  cutter.end();
  if (cutter.blocks.calendars.length === 0) throw new UnreadableCalendar('no_calendar');
  return cutter.blocks;
}

/** RFC 5545, 3.1: a line that begins with a blank goes on with the one before. */
function* unfolded(text: string): Generator<Line> {
  let open: Line | null = null;
  let at = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    at++;
    if (open && /^[ \t]/.test(raw)) open.text += raw.slice(1);
    else {
      if (open && open.text.trim() !== '') yield open;
      open = { text: raw, at };
    }
  }
  if (open && open.text.trim() !== '') yield open;
}

class Cutter {
  readonly blocks: Blocks = { calendars: [], leftOut: [], notices: [], notTaken: {} };
  private calendar: CalendarBlock | null = null;
  private block: Block | null = null;
  /** Components inside the block (alarms in events): names of those that are open. */
  private inside: string[] = [];

  take(line: Line): void {
    const [, mark, name] = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i.exec(line.text)?.map((each) => each.toUpperCase()) ?? [];
    if (mark === 'BEGIN') this.begin(name!, line);
    else if (mark === 'END') this.close(name!);
    else if (this.block) { if (this.inside.length === 0 || this.block.name === 'VTIMEZONE') this.block.lines.push(line); }
    else if (this.calendar) this.calendar.properties.push(line);
    else this.blocks.notices.push({ line: line.at, title: '', notice: 'outside_calendar' });
  }

  end(): void {
    this.dropOpen();
  }

  private begin(name: string, line: Line): void {
    if (name === 'VCALENDAR') {
      this.dropOpen();
      this.calendar = { properties: [], zones: [], events: [] };
      this.blocks.calendars.push(this.calendar);
    } else if (!this.calendar) this.blocks.notices.push({ line: line.at, title: '', notice: 'outside_calendar' });
    else if (this.block && name !== 'VEVENT' && name !== 'VTIMEZONE') {
      this.inside.push(name);
      if (this.block.name === 'VTIMEZONE') this.block.lines.push(line);
      else this.count(name);
    } else {
      this.dropOpen();
      this.block = { name, at: line.at, lines: [] };
    }
  }

  private close(name: string): void {
    const { block, calendar } = this;
    if (!block || !calendar) return;
    if (this.inside.at(-1) === name) {
      this.inside.pop();
      if (block.name === 'VTIMEZONE') block.lines.push({ text: `END:${name}`, at: block.at });
    } else if (block.name === name) {
      if (name === 'VEVENT') calendar.events.push(block);
      else if (name === 'VTIMEZONE') calendar.zones.push(block);
      else this.blocks.leftOut.push({ line: block.at, title: titleOf(block), reason: 'not_an_event', values: { component: name } });
      [this.block, this.inside] = [null, []];
    } else if (name === 'VCALENDAR') this.dropOpen();
  }

  /** What another component or the end of the file interrupts. */
  private dropOpen(): void {
    if (this.block) this.blocks.leftOut.push({ line: this.block.at, title: titleOf(this.block), reason: 'cut_off' });
    [this.block, this.inside] = [null, []];
  }

  private count(name: string): void {
    this.blocks.notTaken[name] = (this.blocks.notTaken[name] ?? 0) + 1;
  }
}

const titleOf = ({ lines }: Block): string => lines.find(({ text }) => /^SUMMARY[:;]/i.test(text))?.text.replace(/^SUMMARY[^:]*:/i, '').slice(0, 300) ?? '';
