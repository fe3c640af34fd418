import { useDebouncedValue } from '@mantine/hooks';
import { fold } from '@tejido/domain/text.js';
import { useEffect, useRef, useState } from 'react';

const WAIT_MS = 150;
const FEWEST_LETTERS = 2;

export interface OptionSearch<Option> {
  options: readonly Option[];
  state: 'short' | 'searching' | 'found' | 'failed';
}

/** Searches a moment after typing stops. An answer that comes after a newer question is dropped. */
export function useOptionSearch<Option>(text: string, find: (text: string) => Promise<readonly Option[]>): OptionSearch<Option> {
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, WAIT_MS);
  const [answer, setAnswer] = useState<{ to: string; options: readonly Option[]; failed: boolean }>({ to: '', options: [], failed: false });
  const finder = useRef(find);
  useEffect(() => { finder.current = find; });
  useEffect(() => {
    if (asked.length < FEWEST_LETTERS) return undefined;
    let current = true;
    finder.current(asked)
      .then((options) => { if (current) setAnswer({ to: asked, options, failed: false }); })
      .catch(() => { if (current) setAnswer({ to: asked, options: [], failed: true }); });
    return () => { current = false; };
  }, [asked]);
  if (wanted.length < FEWEST_LETTERS) return { options: [], state: 'short' };
  if (answer.to !== wanted) return { options: answer.options, state: 'searching' };
  return { options: answer.options, state: answer.failed ? 'failed' : 'found' };
}

/** Looks each name up; one that is found under exactly that name or acronym (accents and case apart) is matched, others are not guessed. */
export async function matchPasted<Option extends { label: string; alsoCalled?: readonly string[] }>(
  names: readonly string[], find: (text: string) => Promise<readonly Option[]>,
): Promise<{ matched: Option[]; unmatched: string[] }> {
  const answers = await Promise.all(names.map((name) => find(addressIn(name) ?? name).catch((): readonly Option[] => [])));
  const matches = names.map((name, index) => exactlyOne(answers[index]!, name));
  return {
    matched: matches.filter((match) => match !== null),
    unmatched: names.filter((_, index) => matches[index] === null),
  };
}

interface Called { label: string; alsoCalled?: readonly string[] }

/** Is this its name, one of the parts that it reads as (acronym · name), or what it is called in the other language? */
export const isCalled = ({ label, alsoCalled = [] }: Called, text: string): boolean =>
  [label, ...label.split(' · '), ...alsoCalled].some((name) => fold(name) === fold(text));

/** "Luis Mejía <luis@x.org>": what mail programs copy. */
const addressIn = (name: string): string | null => /[^\s<>()"]+@[^\s<>()"]+\.[^\s<>()"]+/.exec(name)?.[0] ?? null;

function exactlyOne<Option extends Called>(options: readonly Option[], name: string): Option | null {
  // An address is somebody's alone: whoever it finds is meant.
  if (name.includes('@')) return options.length === 1 ? options[0]! : null;
  const same = options.filter((option) => isCalled(option, name));
  return same.length === 1 ? same[0]! : null;
}
