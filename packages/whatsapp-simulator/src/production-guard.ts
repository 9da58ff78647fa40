/**
 * The simulator accepts well-known tokens and lets anybody who reaches it write as any customer:
 * it must never stand beside real conversations.
 * Throws where NODE_ENV is `production`.
 */
export function refuseInProduction(environment: Record<string, string | undefined>): void {
  if (environment.NODE_ENV !== 'production') return
  throw new Error(
    'The WhatsApp simulator does not run with NODE_ENV=production: its tokens are public and its customers are invented. ' +
      'Connect a real Meta account instead, or unset NODE_ENV to try things out.',
  )
}
