export const mostPerMinute = 100_000

/** Messages a minute as typed; undefined for what is no number that can be kept to. */
export function readPerMinute(typed: string): number | undefined {
  const text = typed.trim()
  const count = Number(text)
  return /^\d{1,6}$/.test(text) && count >= 1 && count <= mostPerMinute ? count : undefined
}
