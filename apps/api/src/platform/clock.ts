import { Injectable } from '@nestjs/common';

/** The one clock. `today` is a day in the coalition's time zone. */
@Injectable()
export class Clock {
  private timeZone = 'America/Guatemala';
  /** Days begin on whole minutes: within one, today does not change. Every read asks for it, and working it out costs. */
  private known = { minute: NaN, today: '' };

  /** Set at start from the coalition's settings. @param timeZone IANA name. */
  useTimeZone(timeZone: string): void {
    this.timeZone = timeZone;
    this.known = { minute: NaN, today: '' };
  }

  now(): Date {
    return new Date();
  }

  today(): string {
    const now = this.now();
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.known.minute) this.known = { minute, today: this.dayOf(now) };
    return this.known.today;
  }

  /** The hour of the coalition's day, 0 to 23. */
  hour(): number {
    return Number(new Intl.DateTimeFormat('en-GB', { timeZone: this.timeZone, hour: '2-digit', hourCycle: 'h23' }).format(this.now()));
  }

  private dayOf(instant: Date): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
  }
}
