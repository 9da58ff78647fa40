/** As `GET /connections/:id/webhook` returns it. */
export type LevelState = 'here' | 'elsewhere' | 'inherited' | 'off'

export type Level = {
  /** Null where Graph could not be asked: `problem` says why. */
  state: LevelState | null
  url: string | null
  problem: { code: string; message: string } | null
}

export type Webhook = {
  url: string
  app: Level & { missingFields: string[] }
  account: Level
  numbers: (Level & { channelId: string; messagesArrive: boolean | null })[]
}

export type WebhookChange =
  | { level: 'app' | 'account'; isOn: boolean }
  | { level: 'number'; channelId: string; isOn: boolean }

/** What is offered for a level: to deliver here, or to take its own address away. Nothing where that changes nothing. */
export function offerOf(
  level: 'app' | 'account' | 'number',
  state: LevelState | null,
): 'set' | 'clear' | null {
  if (state === null) return null
  if (state !== 'here') return 'set'
  return level === 'app' ? null : 'clear'
}
