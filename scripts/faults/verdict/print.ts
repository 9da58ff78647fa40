import type { Tally } from '../tally.ts'
import type { OutboundVerdict, Verdict } from './verdict.ts'

const COLUMNS = ['acked', 'stored', 'lost', 'doubled', 'misfiled', 'unknown'] as const

export function printFaults(tally: Tally): void {
  console.log('\nWhat was done to it')
  for (const [fault, times] of tally.entries()) console.log(`${String(times).padStart(8)} × ${fault}`)
}

export function printTable(rows: { inbound: Verdict; statuses: Verdict; outbound: OutboundVerdict }): void {
  const { settledByWebhook, settledByPerson, left } = rows.outbound.unknown
  const unknown = settledByWebhook + settledByPerson + left.length
  console.log(`\n${''.padEnd(20)}${COLUMNS.map((column) => column.padStart(10)).join('')}`)
  line('messages in', rows.inbound, '–')
  line('statuses in', rows.statuses, '–')
  line('messages out', rows.outbound, String(unknown))
  console.log(
    `\nOf the ${unknown} unknown, ${settledByWebhook} were settled by a webhook, ${settledByPerson} by a person, ` +
      `${left.length} left unsettled.`,
  )
}

function line(what: string, { acked, stored, lost, doubled, misfiled }: Verdict, unknown: string): void {
  const cells = [acked, stored, lost.length, doubled.length, misfiled.length, unknown]
  console.log(`${what.padEnd(20)}${cells.map((cell) => String(cell).padStart(10)).join('')}`)
}
