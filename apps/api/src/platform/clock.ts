import { Injectable } from '@nestjs/common';

/** The one clock. `today` is a day in the coalition's time zone. */
@Injectable()
export class Clock {
  private timeZone = 'America/Guatemala';

  /** Set at start from the coalition's settings. @param timeZone IANA name. */
  useTimeZone(timeZone: string): void {
    this.timeZone = timeZone;
  }

  now(): Date {
    return new Date();
  }

  today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(this.now());
  }
}
