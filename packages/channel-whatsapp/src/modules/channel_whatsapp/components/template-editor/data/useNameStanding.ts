import { useEffect, useState } from 'react'
import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import type { LintContext } from '../../../lib/templates/lint/finding.ts'
import { providerRequest } from '../../request.ts'

/** A name is asked about when nothing more was typed for this long. */
const PAUSE_MS = 400

type NameStanding = Pick<LintContext, 'takenNames' | 'blockedNames'>
const unknown: NameStanding = {}

/**
 * Whether a new template may have its name in the account; nothing is known until the server has said so, which looks again
 * when it is submitted.
 */
export function useNameStanding(
  connectionId: string,
  { name, language }: Pick<TemplateDefinition, 'name' | 'language'>,
  isNew: boolean,
): NameStanding {
  const [told, setTold] = useState({ connectionId, standing: unknown })
  useEffect(() => {
    if (!isNew || name === '') return
    let isLate = false
    const ask = async () => {
      const query = new URLSearchParams({ connectionId, name, language })
      const standing = await providerRequest<NameStanding>(`/templates/names?${query}`).catch(() => unknown)
      if (!isLate) setTold({ connectionId, standing })
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [connectionId, name, language, isNew])
  // What one account knows says nothing about another.
  return told.connectionId === connectionId ? told.standing : unknown
}
