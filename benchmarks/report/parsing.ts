import { cpus } from 'node:os'
import type { Contender, ContenderName } from '../parts/parsers.ts'

export interface ParseRate {
  name: ContenderName
  perSecond: number
}

const BAR_PER_SECOND = 60_000

export function printParsing(contenders: Contender[], rates: ParseRate[], bodyBytes: number): void {
  console.log(`One core (${cpus()[0]?.model}), Node ${process.versions.node}`)
  console.log(
    `Deliveries of one text message verified and read, ${bodyBytes} bytes each;\n  per second of processor time, median of the rounds`,
  )
  for (const { name, does } of contenders) {
    const sorted = sortedRates(rates, name)
    const range = `${perSecond(sorted[0]!)} to ${perSecond(sorted.at(-1)!)}`
    console.log(`  ${name.padEnd(26)} ${perSecond(median(sorted)).padStart(10)}   (${range})   ${does}`)
  }
  const ours = median(sortedRates(rates, 'the product'))
  const floor = median(sortedRates(rates, 'floor'))
  console.log(`  ratio to the floor: ${(ours / floor).toFixed(2)}`)
  console.log(`  bar: ${perSecond(BAR_PER_SECOND)} ${ours >= BAR_PER_SECOND ? 'kept' : 'MISSED'}`)
  if (ours < BAR_PER_SECOND) process.exitCode = 1
}

function sortedRates(rates: ParseRate[], name: ContenderName): number[] {
  return rates
    .filter((one) => one.name === name)
    .map((one) => one.perSecond)
    .sort((a, b) => a - b)
}

/** Of an odd number of rounds: one that the machine was busy with something else in does not count. */
function median(sorted: number[]): number {
  return sorted[Math.floor(sorted.length / 2)]!
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')}/s`
}
