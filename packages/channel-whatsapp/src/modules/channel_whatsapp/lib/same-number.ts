/** Meta writes one number in several ways: with a plus and spaces for people, as bare digits in webhooks. */
export function isSameNumber(a: string | null | undefined, b: string | null | undefined): boolean {
  return digitsOf(a) === digitsOf(b)
}

function digitsOf(phone: string | null | undefined): string | undefined {
  return phone?.replace(/\D/g, '')
}
