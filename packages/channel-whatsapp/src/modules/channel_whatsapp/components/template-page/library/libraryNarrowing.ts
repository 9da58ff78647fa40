import type { LibraryTemplate } from '../data/useLibrary.ts'

export type LibraryNarrowing = { topic: string | null; usecase: string | null }

/** What can be chosen of what the library lists: topics, and the use cases of the one that is chosen. */
export function narrowingChoices(templates: LibraryTemplate[], { topic, usecase }: LibraryNarrowing) {
  const ofTopic = templates.filter((one) => topic === null || one.topic === topic)
  return {
    topics: distinct([topic, ...templates.map((one) => one.topic)]),
    usecases: distinct([usecase, ...ofTopic.map((one) => one.usecase)]),
  }
}

export function narrowed(templates: LibraryTemplate[], { topic, usecase }: LibraryNarrowing) {
  return templates.filter(
    (one) => (topic === null || one.topic === topic) && (usecase === null || one.usecase === usecase),
  )
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
