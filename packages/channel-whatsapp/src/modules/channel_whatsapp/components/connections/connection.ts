/** One Meta app's access to one WhatsApp Business account, as `GET /api/channel_whatsapp/connections` returns it. */
export type Connection = {
  id: string
  name: string
  isDefault: boolean
  status: 'connected' | 'error' | 'requires_reauth'
  lastError: string | null
  businessAccountId: string
  accountName: string | null
  portfolio: { id: string; name: string | null } | null
  phoneNumberId: string
  appId: string | null
  apiVersion: string
  graphUrl: string
  webhookUrl: string
  account: AccountStanding
  numbers: ConnectionNumber[]
  templates: { approved: number; total: number; syncedAt: string | null }
  updatedAt: string
}

/** How the account stands with Meta, as far as webhooks told. */
export type AccountStanding = {
  review: string | null
  ban: { state: string | null; date: string | null } | null
  restrictions: { type: string; expiresAt: string | null }[]
  lost: string | null
  dailyLimit: number | null
}

export type ConnectionNumber = {
  channelId: string
  phoneNumberId: string
  displayPhoneNumber: string
  verifiedName: string | null
  qualityRating: string | null
  messagingLimit: string | null
  throughput: string | null
  isFlagged: boolean
  nameDecision: string | null
  requestedName: string | null
  username: string | null
  /** Meta's words, as Graph said them last. */
  status: string | null
  nameStatus: string | null
  newNameStatus: string | null
  codeVerificationStatus: string | null
  isPinEnabled: boolean | null
  isOfficial: boolean | null
  platformType: string | null
  accountMode: string | null
  isRegistered: boolean | null
  isEnabled: boolean
}

export function nameOf({ numbers }: Connection, channelId: string): string {
  return numbers.find((number) => number.channelId === channelId)?.displayPhoneNumber ?? ''
}

export type ConnectionInput = {
  name: string
  businessAccountId: string
  phoneNumberId: string
  accessToken: string
  appSecret: string
  webhookVerifyToken: string
  appId: string
}

export const secretFields = ['accessToken', 'appSecret', 'webhookVerifyToken'] as const
export const plainFields = ['name', 'businessAccountId', 'phoneNumberId', 'appId'] as const

/** What is sent: without the optional app id when it is empty, and without secrets that stay as they are. */
export function toRequestBody(input: ConnectionInput, isNew: boolean): Partial<ConnectionInput> {
  const entries = Object.entries(input).map(([field, value]) => [field, value.trim()] as const)
  const isSent = ([field, value]: readonly [string, string]) =>
    value !== '' ||
    (isNew ? field !== 'appId' : !(secretFields as readonly string[]).includes(field) && field !== 'appId')
  return Object.fromEntries(entries.filter(isSent))
}

/** The fields that must be filled before it is worth asking the server. */
export function emptyFields(input: ConnectionInput, isNew: boolean): (keyof ConnectionInput)[] {
  const required = [...plainFields.filter((field) => field !== 'appId'), ...(isNew ? secretFields : [])]
  return required.filter((field) => input[field].trim() === '')
}

export function isLocalAddress(url: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(url)
}
