/**
 * The phone a business means by `to`, in E.164, or null when it is none.
 * Spaces, hyphens and parentheses are allowed. Without `+` Meta's documentation prepends the business's own
 * calling code, while a complete `wa_id` is known to work: what some customer has (`isKnown`) is taken as it is.
 */
export function readRecipientPhone(
  to: string,
  callingCode: string,
  isKnown: (phone: string) => boolean,
): string | null {
  const compact = to.replace(/[\s()-]/g, '')
  if (!/^\+?\d{5,20}$/.test(compact)) return null
  if (compact.startsWith('+')) return compact
  return isKnown(`+${compact}`) ? `+${compact}` : `+${callingCode}${compact}`
}

/** The calling code as Meta displays it: everything up to the first space of `+48 22 123 45 01`. */
export function callingCodeOf(displayPhoneNumber: string): string {
  return displayPhoneNumber.replace('+', '').split(' ')[0] ?? ''
}

/** A business-scoped user id: country, dot, up to 128 letters or digits, with `ENT.` between for parent ids. */
export function isUserId(text: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text)
}
