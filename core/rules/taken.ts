import type { Task } from '../task.ts';

/** A thing as text that is the same wherever the thing stands. */
export function withoutPlaces(thing: unknown): string {
  return JSON.stringify(thing, (key, value) => (key === 'start' || key === 'end' ? undefined : value));
}

/** What tells where a finding about some words begins and ends: it is asked again anyway where they change between. */
export function edgesOf(words: string): string {
  return `${/^\S*/.exec(words)?.[0]} ${/\S*$/.exec(words)?.[0]}`;
}

/** What a rule takes from tasks that asks which items give some. */
export function idOf({ id }: Task): string {
  return id;
}
