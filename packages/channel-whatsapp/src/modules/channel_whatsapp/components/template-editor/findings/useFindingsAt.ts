import { useEditor } from '../editorContext.ts'
import { isAt, type ShownFinding } from './findings-at.ts'
import { useFindingWords } from './useFindingWords.ts'

interface Said {
  refused: string[]
  advice: string[]
}

interface Concern {
  /** Further paths that concern a field although they name something around it. */
  also?: string[] | undefined
  /** Findings of a larger part that speak of this field. */
  naming?: ((finding: ShownFinding) => boolean) | undefined
}

/** The sentences about a field and what is in it, each once. */
export function useFindingsAt(path: string, { also, naming }: Concern = {}): Said {
  return useSentences(
    path,
    (named) => isAt(named, path, also),
    (finding) => isAt(finding.path, path, also) || (naming?.(finding) ?? false),
  )
}

/** The sentences about these paths themselves, not about what is in them. */
export function useFindingsOf(paths: string[], isSaidElsewhere?: (finding: ShownFinding) => boolean): Said {
  const isHere = (path: string) => paths.includes(path)
  return useSentences(
    paths[0] ?? '',
    isHere,
    (finding) => isHere(finding.path) && !(isSaidElsewhere?.(finding) ?? false),
  )
}

function useSentences(
  field: string,
  isRefused: (path: string) => boolean,
  concerns: (finding: ShownFinding) => boolean,
): Said {
  const wordsOf = useFindingWords()
  const { findings, refusals, mayComplain } = useEditor()
  const here = mayComplain(field) ? findings.filter(concerns) : []
  const sentences = (level: 'refused' | 'advice') =>
    here.filter((finding) => finding.level === level).map((finding) => wordsOf(finding).title)
  const said = refusals.filter(({ path }) => isRefused(path)).map(({ sentence }) => sentence)
  return {
    refused: [...new Set([...sentences('refused'), ...said])],
    advice: [...new Set(sentences('advice'))],
  }
}
