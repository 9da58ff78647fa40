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

export type LevelKind = 'app' | 'account' | 'number'

export type WebhookChange =
  | { level: 'app' | 'account'; isOn: boolean }
  | { level: 'number'; channelId: string; isOn: boolean }

/** What is offered for a level: to deliver here, or to take its own address away. Nothing where that changes nothing. */
export function offerOf(level: LevelKind, state: LevelState | null): 'set' | 'clear' | null {
  if (state === null) return null
  if (state !== 'here') return 'set'
  return level === 'app' ? null : 'clear'
}

/** Whose messages would not come here any more, and where they would go: null where Graph could not be asked. */
export type Loss = { channelIds: string[]; to: 'nowhere' | 'elsewhere' | null; url: string | null }

/** What taking a level's own address away would cost; null where all messages keep coming here. */
export function lossOf(kind: LevelKind, channelId: string | undefined, webhook: Webhook): Loss | null {
  const { app, account, numbers } = webhook
  const next = kind === 'number' && account.state !== 'inherited' ? account : app
  const isHit = (number: Webhook['numbers'][number]) =>
    kind === 'number'
      ? number.channelId === channelId
      : number.state !== 'here' && number.state !== 'elsewhere'
  const channelIds = numbers.filter(isHit).map((number) => number.channelId)
  if (next.state === 'here' || channelIds.length === 0) return null
  const to = next.state === null ? null : next.state === 'elsewhere' ? 'elsewhere' : 'nowhere'
  return { channelIds, to, url: next.url }
}

export type Arrival = { is: 'all' | 'some' | 'none'; lost: string[] }

/** Whether messages arrive, and the numbers (by channel) whose do not; null as long as nothing is known of any. */
export function arrivalOf({ numbers }: Webhook): Arrival | null {
  const known = numbers.filter(({ messagesArrive }) => messagesArrive !== null)
  if (known.length === 0) return null
  const lost = known.filter(({ messagesArrive }) => !messagesArrive).map(({ channelId }) => channelId)
  return { is: lost.length === 0 ? 'all' : lost.length === numbers.length ? 'none' : 'some', lost }
}
