import { ProviderRequestFailed } from '../../request.ts'

const all = ['channel_whatsapp', 'managedTemplates'] as const

export const templateKeys = {
  all,
  accounts: [...all, 'accounts'] as const,
  list: [...all, 'list'] as const,
  inReview: [...all, 'inReview'] as const,
  one: (id: string) => [...all, 'one', id] as const,
  preflight: [...all, 'preflight'] as const,
  defaults: (connectionId: string) => [...all, 'defaults', connectionId] as const,
  library: [...all, 'library'] as const,
}

/** Asking again changes nothing about a refusal, unless it was only for now. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof ProviderRequestFailed &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429
  )
}

export const retryUnlessRefused = (failures: number, error: unknown) => failures < 2 && !isRefusal(error)
