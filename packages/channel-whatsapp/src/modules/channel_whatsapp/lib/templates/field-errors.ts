/** What is wrong, by the path of the field. A field with several problems names them all. */
export class FieldErrors {
  private readonly sentences = new Map<string, string[]>()

  add(path: string, sentence: string): void {
    this.sentences.set(path, [...(this.sentences.get(path) ?? []), sentence])
  }

  get isEmpty(): boolean {
    return this.sentences.size === 0
  }

  asRecord(): Record<string, string> {
    return Object.fromEntries([...this.sentences].map(([path, all]) => [path, all.join(' ')]))
  }
}
