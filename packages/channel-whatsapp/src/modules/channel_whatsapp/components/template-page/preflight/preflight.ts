/** Whether what is sent by itself could be sent, as `GET /templates/preflight` answers. */
export type Preflight = {
  notifications: PreflightNotification[]
  languages: string[]
  numbers: { channelId: string; phone: string; accountName: string; connectionId: string }[]
  cells: PreflightCell[]
}

export type PreflightNotification = { name: string; purpose: string; isInUse: boolean; keys: string[] }

export type CellState =
  | 'usable'
  | 'missing'
  | 'in_review'
  | 'rejected'
  | 'paused'
  | 'disabled'
  | 'unsupported'
  | 'data_missing'
  | 'fallback'

export type PreflightCell = {
  notification: string
  language: string
  channelId: string
  state: CellState
  fallbackLanguage: string | null
  templateId: string | null
  /** What the notification does not bring along. */
  missing: string[]
}

export type CellTone = 'red' | 'yellow' | 'green'

export function toneOfCell(state: CellState): CellTone {
  if (state === 'usable') return 'green'
  return state === 'fallback' || state === 'in_review' ? 'yellow' : 'red'
}

type Numbers = Preflight['numbers']

/** One table: an account's numbers that all stand alike, and how each notification stands with them by language. */
export type PreflightGroup = {
  key: string
  accountName: string
  connectionId: string
  numbers: Numbers
  rows: { notification: PreflightNotification; cells: PreflightCell[] }[]
  red: number
}

/**
 * Numbers of one account have the same templates, so they mostly share a table. What is in use comes first, and of that what
 * is red.
 */
export function preflightGroups(
  { notifications, languages, numbers, cells }: Preflight,
  isShown: (notification: PreflightNotification) => boolean,
): PreflightGroup[] {
  const groups = new Map<string, PreflightGroup>()
  for (const number of numbers) {
    const rows = notifications
      .filter(isShown)
      .map((notification) => ({
        notification,
        cells: languages.flatMap(
          (language) =>
            cells.find(
              (cell) =>
                cell.channelId === number.channelId &&
                cell.notification === notification.name &&
                cell.language === language,
            ) ?? [],
        ),
      }))
      .sort(
        (one, other) =>
          Number(other.notification.isInUse) - Number(one.notification.isInUse) ||
          redIn(other.cells) - redIn(one.cells),
      )
    const key = `${number.connectionId} ${rows.flatMap((row) => row.cells.map(({ state }) => state)).join(' ')}`
    const group = groups.get(key)
    if (group) group.numbers.push(number)
    else {
      const { accountName, connectionId } = number
      const red = rows.reduce((sum, row) => sum + redIn(row.cells), 0)
      groups.set(key, { key, accountName, connectionId, numbers: [number], rows, red })
    }
  }
  return [...groups.values()].sort((one, other) => other.red - one.red)
}

const redIn = (cells: PreflightCell[]) => cells.filter(({ state }) => toneOfCell(state) === 'red').length

/** How many cells of the tables are ready, go by a detour, wait, or would fail. */
export function preflightSums(groups: PreflightGroup[]): Record<PreflightSum, number> {
  const sums = { red: 0, in_review: 0, fallback: 0, usable: 0 }
  for (const { state } of groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
    sums[toneOfCell(state) === 'red' ? 'red' : (state as PreflightSum)] += 1
  }
  return sums
}
type PreflightSum = 'red' | 'in_review' | 'fallback' | 'usable'
