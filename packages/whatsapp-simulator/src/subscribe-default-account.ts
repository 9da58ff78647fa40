import type { SimulatorAccount } from './accounts/account.ts'

/** Sends an account's webhooks to one address, through Graph as its owner would. Returns a sentence on how it went. */
export async function subscribeDefaultAccount(
  graphUrl: string,
  account: SimulatorAccount,
  webhookUrl: string,
): Promise<string> {
  const response = await fetch(`${graphUrl}/v26.0/${account.wabaId}/subscribed_apps`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${account.accessToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ override_callback_uri: webhookUrl, verify_token: account.verifyToken }),
  })
  if (response.ok) return `  webhooks of ${account.wabaName} go to ${webhookUrl}`
  const { error } = (await response.json()) as { error: { message: string } }
  return `  webhooks of ${account.wabaName} go nowhere yet: ${error.message}`
}
