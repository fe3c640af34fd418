/** What reading a foreign calendar will do, event by event: the contract between the API's route and the page. */
export interface CalendarPreview {
  rows: CalendarRow[];
  leftOut: { line: number; title: string; reason: LeftOutReason; values?: Values }[];
  notices: { line: number; title: string; notice: CalendarNotice; values?: Values }[];
  /** What events hold and meetings have no place for: how often each property or component occurs. */
  notTaken: Record<string, number>;
}

export interface CalendarRow {
  /** Stable within a file: its identifier and instance. */
  key: string;
  status: 'new' | 'changed' | 'cancelled' | 'same' | 'left_out';
  reason: RowReason | null;
  title: string;
  startsAt: string;
  endsAt: string | null;
  allDay: boolean;
  timeZone: string;
  place: string;
  /** One of a series. */
  repeats: boolean;
  meetingId: string | null;
  /** Fields that the calendar says otherwise than before. */
  changes: string[];
  guests: { name: string; email: string; found: 'person' | 'organisation' | 'colleague' | null; organisation: string | null }[];
}

/** What reading a calendar did. */
export interface CalendarReceipt { created: number; changed: number; cancelled: number; same: number; leftOut: number; registered: number; ids: string[] }

type Values = Record<string, string | number>;

export const ROW_REASONS = ['older', 'cancelled_unknown', 'in_trash', 'minutes_approved', 'not_yours', 'not_in_series'] as const;
export type RowReason = (typeof ROW_REASONS)[number];

export const LEFT_OUT_REASONS = ['cut_off', 'no_start', 'unreadable_time', 'unknown_zone', 'end_before_start', 'superseded', 'repeats_too_often', 'unreadable_rule', 'impossible_rule', 'reply', 'not_an_event'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export const CALENDAR_NOTICES = ['zone_by_its_rules', 'floating', 'deletion_of_nothing', 'rule_bounded', 'older_instances', 'unreadable_line', 'no_uid', 'outside_calendar'] as const;
export type CalendarNotice = (typeof CALENDAR_NOTICES)[number];
