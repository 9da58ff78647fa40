export const mostDays = 3650

/** Days as typed; undefined for what is no number of days that can be kept to. */
export function readDays(typed: string): number | undefined {
  const days = Number(typed.trim())
  return /^\d+$/.test(typed.trim()) && days >= 1 && days <= mostDays ? days : undefined
}

/** Whether files that are kept now would be deleted. Null: none ever is. */
export function deletesMore(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after < before)
}
