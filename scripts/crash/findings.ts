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
    this.failed.push(`${promise}: ${broken.slice(0, 5).join('; ')}${broken.length > 5 ? '; …' : ''}`)
    console.log(`✗ ${this.failed.at(-1)}`)
  }
}
