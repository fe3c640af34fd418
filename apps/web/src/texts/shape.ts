import type { es } from './es.js';

type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> };

/** The shape of a catalogue: Spanish's keys, with any text in them. A language's file ends in `satisfies Texts['feature']`. */
export type Texts = Shape<typeof es>;
