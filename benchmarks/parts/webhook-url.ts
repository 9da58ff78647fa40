/** Where the simulator posts the account's deliveries: the product has subscribed it there. */
export async function webhookUrl(simulatorUrl: string, wabaId: string): Promise<string> {
  const response = await fetch(`${simulatorUrl}/sim/accounts`)
  const { items } = (await response.json()) as { items: { wabaId: string; callbacks: string[] }[] }
  const url = items.find((account) => account.wabaId === wabaId)?.callbacks[0]
  if (!url) throw new Error(`No webhook is subscribed to account ${wabaId}.`)
  return url
}
