import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { inBoth } from '../graphql/in-both.js';
import { Reader } from '../graphql/read.js';

/** What a reader is told in. */
export type DocumentLanguage = 'es' | 'en';

/** How the coalition's documents look; plain JSON, so that a thread can be given it. */
export interface Brand {
  acronym: string;
  name: { es: string; en: string };
  /** Under the name on the letterhead; '': none. */
  addressLine: string;
  /** PNG or JPEG as a data address; of the letterhead, and of the cover of long documents. */
  logo: string | null;
  cover: string | null;
  /** '#rrggbb'. Text in them goes through `legibleOnWhite`. */
  primary: string;
  accent: string;
}

export const INK = '#1b212c';
export const QUIET = '#505969';
export const LINE = '#c3c9d4';
export const GROUND = '#f1f3f6';

/** A stored picture as a data address: SQL, given its column. */
export const dataAddress = (picture: Sql): Sql =>
  sql`'data:image/' || (case when substr(${picture}, 1, 1) = '\\x89'::bytea then 'png' else 'jpeg' end) || ';base64,' || translate(encode(${picture}, 'base64'), E'\n', '')`;

/** The brand of the coalition `c`, as JSON. */
export const brandOf = (c: Sql): Sql => sql`json_build_object('acronym', ${c}.acronym, 'name', ${inBoth('name', c)}, 'addressLine', ${c}.address_line,
  'logo', ${dataAddress(sql`${c}.logo`)}, 'cover', ${dataAddress(sql`${c}.cover`)}, 'primary', ${c}.primary_colour, 'accent', ${c}.accent_colour)`;

/** The bytes of a data address. */
export const pictureBytes = (address: string): Buffer => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

/** The brand as the settings have it now. */
@Injectable()
export class Brands {
  constructor(private readonly reader: Reader) {}

  async brand(): Promise<Brand> {
    return (await this.reader.answer<Brand>(sql`select ${brandOf(sql`c`)} as answer from coalition c`))!;
  }
}
