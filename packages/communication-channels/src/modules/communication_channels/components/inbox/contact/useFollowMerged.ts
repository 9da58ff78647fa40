import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '../data/queries.ts'
import { useUrlParams } from '../data/useUrlParams.ts'

/** A thread that was merged answers as the one that goes on: the address of the page says so too. */
export function useFollowMerged(conversationId: string): void {
  const client = useQueryClient()
  const { params, setParams } = useUrlParams()
  const asked = params.get('conversation')
  useEffect(() => {
    if (asked === null || asked === conversationId) return
    setParams({ conversation: conversationId }, 'replace')
    void client.invalidateQueries({ queryKey: keys.lists })
  }, [asked, conversationId, client, setParams])
}
