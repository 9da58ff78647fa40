import { z } from 'zod'

/** Text of 1 to `limit` characters; an emoji counts once. */
export function limitedText(limit: number) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      if ([...text].length <= limit) return
      context.addIssue({ code: 'too_big', origin: 'string', maximum: limit, inclusive: true, input: text })
    })
}

/** Adds a refusal with a code of Meta's; `sentence` follows the name of the parameter. */
export function refuse(context: z.RefinementCtx, path: PropertyKey[], sentence: string, code = 131009): void {
  context.addIssue({ code: 'custom', path, message: sentence, params: { code } })
}

/** Refuses the second of two equal values; `of` leads from the item to its value. */
export function refuseRepeated(context: z.RefinementCtx, path: PropertyKey[], values: string[]): void {
  if (new Set(values).size < values.length) refuse(context, path, 'must not be given twice.')
}

export const webAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))

/** Ids come as text, and as numbers from callers who did not quote them. */
export const numericId = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text) => /^\d{1,40}$/.test(text))

export const wamid = z.string().min(1).max(256)
