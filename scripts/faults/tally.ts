/** What was done to the product and how often, in the order in which it first happened. */
export class Tally {
  private readonly counts = new Map<string, number>()

  add(fault: string, times = 1): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + times)
  }

  of(fault: string): number {
    return this.counts.get(fault) ?? 0
  }

  entries(): [fault: string, times: number][] {
    return [...this.counts]
  }
}
