/** What a pigeon carries. `about` is the message that the words are a mark on, or an answer to. */
export interface Note {
  to: string
  words: string
  about: string | null
  /** Comes back with the reports. */
  label: string
}

export type LoftAnswer = { id: string } | { refused: 'storm' | 'unknown_person' }

/** Stands in for a provider of pigeons. What goes wrong next is used up by one note each. */
export interface Loft {
  take(note: Note): Promise<LoftAnswer>
  taken: (Note & { id: string })[]
  next: ('lose_answer' | 'storm' | 'unknown_person')[]
}

export function openLoft(): Loft {
  const loft: Loft = {
    taken: [],
    next: [],
    async take(note) {
      const trouble = loft.next.shift()
      if (trouble === 'storm' || trouble === 'unknown_person') return { refused: trouble }
      const id = `pigeon-${loft.taken.length + 1}`
      loft.taken.push({ ...note, id })
      if (trouble === 'lose_answer') throw new Error('The messenger fell asleep.')
      return { id }
    },
  }
  return loft
}
