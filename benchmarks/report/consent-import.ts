import type { ImportResult } from '../parts/consent-list.ts'

export function printConsentImport(asked: number, ours: ImportResult, bare: ImportResult): void {
  console.log(`A list of ${asked.toLocaleString('en')} consents imported by one worker, beside bare inserts`)
  console.log(`  checking:  ${perSecond(ours, ours.checking ?? 0)}`)
  console.log(`  recording: ${perSecond(ours, ours.recording)}`)
  console.log(`  bare:      ${perSecond(bare, bare.recording)}`)
  const ratio = bare.recording / ((ours.checking ?? 0) + ours.recording)
  console.log(`  ratio of both together to the bare program's: ${ratio.toFixed(2)}`)
  for (const { rows } of [ours, bare]) {
    if (rows === asked) continue
    console.log(`  ONLY ${rows} KEPT`)
    process.exitCode = 1
  }
}

function perSecond({ rows }: ImportResult, seconds: number): string {
  return `${Math.round(rows / seconds).toLocaleString('en')} rows/s (${seconds.toFixed(1)} s)`
}
