const SHOWN = 10

/** Promises and whether each was kept. */
export class Findings {
  readonly passed: string[] = []
  readonly failed: string[] = []

  /** @param broken what speaks against it; nothing means that the promise was kept */
  note(promise: string, broken: string[]): void {
    if (broken.length === 0) {
      this.passed.push(promise)
      console.log(`✓ ${promise}`)
      return
    }
    const more = broken.length > SHOWN ? `; and ${broken.length - SHOWN} more` : ''
    this.failed.push(`${promise}: ${broken.slice(0, SHOWN).join('; ')}${more}`)
    console.log(`✗ ${this.failed.at(-1)}`)
  }
}
