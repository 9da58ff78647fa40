import { dirname } from 'node:path'
import { sourceFiles, textOf } from './source-files.ts'

const languages = ['en', 'pl', 'de', 'es']

/** Every missing locale file, missing or surplus key and empty text beside the English one, one sentence each. */
export function findLocaleGaps(root: string): string[] {
  const files = sourceFiles(root, ['{apps,packages}/**/i18n/*.json'])
  return [...new Set(files.map(dirname))].flatMap((folder) => gapsIn(root, folder))
}

function gapsIn(root: string, folder: string): string[] {
  const texts = new Map(languages.map((language) => [language, textsOf(root, `${folder}/${language}.json`)]))
  const english = texts.get('en') ?? {}
  return languages.flatMap((language) => {
    const path = `${folder}/${language}.json`
    const own = texts.get(language)
    if (!own) return [`${path} is missing`]
    const missing = Object.keys(english).filter((key) => !(key in own))
    const surplus = Object.keys(own).filter((key) => !(key in english))
    const empty = Object.entries(own).filter(([, text]) => typeof text !== 'string' || text.trim() === '')
    return [
      ...missing.map((key) => `${path} lacks ${key}`),
      ...surplus.map((key) => `${path} has ${key}, which the English file has not`),
      ...empty.map(([key]) => `${path} has no text for ${key}`),
    ]
  })
}

function textsOf(root: string, path: string): Record<string, unknown> | undefined {
  const text = textOf(root, path)
  return text === '' ? undefined : JSON.parse(text)
}
