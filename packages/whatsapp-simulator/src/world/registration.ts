/** What happened to a number on its way to being registered. Times are milliseconds since 1970. */
export type Registration = {
  /** It was added here and has never been registered. */
  isNew: boolean
  /** The two-step verification PIN; null while there is none. */
  pin: string | null
  code: { text: string; expiresAt: number; wrongTries: number } | null
  registeredAt: number[]
  deregisteredAt: number[]
  wrongPinAt: number[]
}

/** What customers see of a business, as Graph has it; what is not set is missing. */
export type BusinessProfile = {
  about?: string
  address?: string
  description?: string
  email?: string
  websites?: string[]
  vertical?: string
  /** The SHA-256 of the picture. */
  picture?: string
}
