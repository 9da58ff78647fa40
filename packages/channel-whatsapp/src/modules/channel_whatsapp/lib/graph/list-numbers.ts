import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from './graph-client.ts'
import { GraphError } from './graph-error.ts'
import { listAll } from './list-all.ts'

const KNOWN_LONG = ['id', 'display_phone_number', 'verified_name', 'quality_rating', 'status']
const FIELDS = [
  ...KNOWN_LONG,
  ...['code_verification_status', 'name_status', 'new_name_status', 'platform_type', 'throughput'],
  ...['whatsapp_business_manager_messaging_limit', 'is_official_business_account', 'is_pin_enabled'],
  ...['account_mode', 'username', 'is_on_biz_app'],
]

const text = z.string().nullish().catch(null)
const flag = z.boolean().nullish().catch(null)

/** But for the first two, a value in another form than today's is one that is not known. */
const graphNumber = z.object({
  id: z.string(),
  display_phone_number: z.string(),
  verified_name: text,
  quality_rating: text,
  status: text,
  code_verification_status: text,
  name_status: text,
  new_name_status: text,
  platform_type: text,
  throughput: z.object({ level: text }).nullish().catch(null),
  whatsapp_business_manager_messaging_limit: text,
  is_official_business_account: flag,
  is_pin_enabled: flag,
  account_mode: text,
  is_on_biz_app: flag,
  username: text,
})
export type GraphNumber = z.infer<typeof graphNumber>

/** The numbers of a WhatsApp Business Account. */
export function listNumbers(access: GraphAccess, businessAccountId: string): Promise<GraphNumber[]> {
  return withFields((fields) =>
    listAll(access, `${businessAccountId}/phone_numbers?fields=${fields}`, graphNumber),
  )
}

export function readNumber(access: GraphAccess, phoneNumberId: string): Promise<GraphNumber> {
  return withFields(async (fields) =>
    graphNumber.parse(await callGraph(access, 'GET', `${phoneNumberId}?fields=${fields}`)),
  )
}

/** Graph refuses the whole question for one field that its version does not have (yet, or any more): code 100. */
async function withFields<T>(ask: (fields: string) => Promise<T>): Promise<T> {
  try {
    return await ask(FIELDS.join())
  } catch (error) {
    if (error instanceof GraphError && error.code === 100) return ask(KNOWN_LONG.join())
    throw error
  }
}
