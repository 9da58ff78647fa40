import type { NumberState } from './number-state.ts'
import type { Template } from './template.ts'

export type BusinessNumber = {
  id: string
  displayPhoneNumber: string
  verifiedName: string
  /** How the number is at the start, where it differs from the usual. */
  state?: Partial<NumberState>
  /** The two-step verification PIN it starts with. */
  pin?: string
}

/** The business that Meta knows a user by: user ids are of a portfolio, and one may have several accounts. */
export type Portfolio = { id: string; name: string }

export type Scope = 'whatsapp_business_messaging' | 'whatsapp_business_management'

/** A WhatsApp Business Account and the Meta app that is used with it. A token may be good for several. */
export type SimulatorAccount = {
  appId: string
  appName: string
  appSecret: string
  accessToken: string
  /** What the owner types into the webhook form; only used where the simulator subscribes by itself. */
  verifyToken: string
  wabaId: string
  wabaName: string
  portfolio: Portfolio
  currency: string
  country: string
  timezoneId: string
  numbers: BusinessNumber[]
  templates: Template[]
  /** What the access token may do; both scopes where it is not said. */
  scopes?: Scope[]
}

export type NumberOwner = { account: SimulatorAccount; number: BusinessNumber }

export function findNumber(accounts: SimulatorAccount[], phoneNumberId: string): NumberOwner | null {
  for (const account of accounts) {
    const number = account.numbers.find((candidate) => candidate.id === phoneNumberId)
    if (number) return { account, number }
  }
  return null
}

export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}

export function scopesOf(account: SimulatorAccount): Scope[] {
  return account.scopes ?? ['whatsapp_business_messaging', 'whatsapp_business_management']
}
