import { type Customer, waId } from '../world/customer.ts'
import type { ContactPayload } from './webhook-event.ts'

/** A hidden phone is left out, never empty. */
export function contactPayload(customer: Customer, options: { withUsername: boolean }): ContactPayload {
  const phone = waId(customer)
  return {
    profile: {
      name: customer.name,
      ...(options.withUsername && customer.username ? { username: customer.username } : {}),
    },
    ...(phone ? { wa_id: phone } : {}),
    user_id: customer.userId,
  }
}

/** Seconds since 1970. */
export function unixTime(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000)
}

/** Meta's timestamps of messages: seconds, as text. */
export function unixSeconds(iso: string): string {
  return String(unixTime(iso))
}
