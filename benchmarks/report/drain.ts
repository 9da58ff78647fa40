import type { DrainResult } from '../parts/backlog.ts'

const BAR = 0.4

export function printDrain(ours: DrainResult[], bare: DrainResult[]): void {
  console.log('A backlog drained by one worker, beside the bare program')
  ours.forEach((one, nth) => {
    const other = bare[nth]!
    const ratio = rateOf(one) / rateOf(other)
    console.log(
      `  ${one.deliveries} deliveries of ${one.messagesEach} message(s): ${perSecond(one)} stored, bare ${perSecond(other)}` +
        `   ratio ${ratio.toFixed(2)}   bar ${BAR} ${ratio >= BAR ? 'kept' : 'MISSED'}`,
    )
    for (const { deliveries, messagesEach, stored } of [one, other]) {
      if (stored === deliveries * messagesEach) continue
      console.log(`    ONLY ${stored} STORED`)
      process.exitCode = 1
    }
    if (ratio < BAR) process.exitCode = 1
  })
}

function rateOf({ stored, seconds }: DrainResult): number {
  return stored / seconds
}

function perSecond(result: DrainResult): string {
  return `${Math.round(rateOf(result)).toLocaleString('en')}/s (${result.seconds.toFixed(1)} s)`
}
