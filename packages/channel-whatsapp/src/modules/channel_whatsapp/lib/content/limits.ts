import { z } from 'zod'

/** Meta counts characters, so an emoji of one code point counts once. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Text of 1 to `max` characters; `what` begins the sentence that says what is wrong. */
export function words(what: string, max: number) {
  return z.string().superRefine((text, context) => {
    const length = lengthOf(text)
    if (length === 0) refuse(context, [], `${what} is empty.`)
    if (length > max)
      refuse(context, [], `${what} may have ${max} characters at most, and this has ${length}.`)
  })
}

/** `what` in the plural. */
export function countOf<Item extends z.ZodType>(item: Item, what: string, min: number, max: number) {
  return z
    .array(item)
    .min(min, `There must be at least ${min} ${what}.`)
    .max(max, `There may be ${max} ${what} at most.`)
}

export function refuse(context: z.RefinementCtx, path: PropertyKey[], message: string): void {
  context.addIssue({ code: 'custom', path, message })
}

/** Refuses every value that came before in the list, at the path that belongs to it. */
export function refuseRepeated(
  context: z.RefinementCtx,
  what: string,
  values: { value: string; path: PropertyKey[] }[],
): void {
  const seen = new Set<string>()
  for (const { value, path } of values) {
    if (seen.has(value)) refuse(context, path, `${what} “${value}” is there twice, and each must differ.`)
    seen.add(value)
  }
}
