import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from './graph-client.ts'
import { GraphError } from './graph-error.ts'

const named = z.object({ id: z.string(), name: z.string().nullish().catch(null) })

const account = z.object({
  name: z.string().nullish().catch(null),
  owner_business_info: named.nullish().catch(null),
})

export interface GraphAccount {
  name: string | null
  /** Within it a person has one user id. Null where the token may not see it. */
  portfolio: { id: string; name: string | null } | null
}

/** A WhatsApp Business Account, and the business portfolio that owns it. */
export async function readAccount(access: GraphAccess, businessAccountId: string): Promise<GraphAccount> {
  const ask = async (fields: string) =>
    account.parse(await callGraph(access, 'GET', `${businessAccountId}?fields=${fields}`))
  try {
    const { name, owner_business_info } = await ask('id,name,owner_business_info')
    const portfolio = owner_business_info && {
      id: owner_business_info.id,
      name: owner_business_info.name ?? null,
    }
    return { name: name ?? null, portfolio: portfolio ?? null }
  } catch (error) {
    // The owner is for tokens with `business_management`; the account works without it.
    if (!(error instanceof GraphError) || !isForbidden(error.code)) throw error
    const { name } = await ask('id,name')
    return { name: name ?? null, portfolio: null }
  }
}

function isForbidden(code: number | null): boolean {
  return code === 100 || code === 10 || code === 3 || (code !== null && code >= 200 && code <= 299)
}
