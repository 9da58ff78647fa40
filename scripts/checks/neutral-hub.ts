import { sourceFiles, textOf } from './source-files.ts'

// The hub serves any provider. `import.meta` is the language's, `page.meta` is Open Mercato's file name.
const providerWord = /whatsapp|(?<!\bimport\.)(?<!\bpage\.)\bmeta\b/i

/** Every line of the hub (code, comments, texts, file names) that names one provider. */
export function findProviderWordsInHub(root: string): string[] {
  return sourceFiles(root, ['packages/communication-channels/{src,generated}/**/*.*']).flatMap((path) => {
    const lines = textOf(root, path).split('\n')
    const named = lines.flatMap((line, index) => {
      const word = providerWord.exec(line)?.[0]
      return word ? [`${path}:${index + 1} names ${word}`] : []
    })
    return providerWord.test(path) ? [`${path} is named after a provider`, ...named] : named
  })
}
