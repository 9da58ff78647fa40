/** `PENDING_DELETION` reads “Pending deletion”. */
export function statusWords(status: string): string {
  const words = status.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
