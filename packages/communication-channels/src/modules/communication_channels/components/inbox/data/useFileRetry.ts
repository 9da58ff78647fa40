import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { retryFile } from './fileRequests.ts'
import { keys, showFile } from './queries.ts'
import { RequestFailed } from './request.ts'

/** Asks for a file once more that could not be had, and shows at once that it is being fetched. */
export function useFileRetry(fileId: string) {
  const client = useQueryClient()
  const mutationKey = keys.fileRetry(fileId)
  const { mutate, isPending, error } = useMutation({
    mutationKey,
    mutationFn: () => retryFile(fileId),
    onSuccess: (file) => showFile(client, file),
  })
  // Of whichever button: what shows the file is another one while it waits.
  const accepted = useMutationState({
    filters: { mutationKey, status: 'success' },
    select: ({ state }) => state.submittedAt,
  })
  const askedAt = accepted.at(-1)
  return {
    retry: () => mutate(),
    isRetrying: isPending,
    /** When it was last asked for from here; ISO. */
    askedAt: askedAt === undefined ? null : new Date(askedAt).toISOString(),
    failure: error ? (error instanceof RequestFailed ? error : new RequestFailed(0, null)) : null,
  }
}
