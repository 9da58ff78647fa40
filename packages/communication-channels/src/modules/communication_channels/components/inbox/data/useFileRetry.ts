import { useMutation, useQueryClient } from '@tanstack/react-query'
import { retryFile } from './fileRequests.ts'
import { showFile } from './queries.ts'
import { RequestFailed } from './request.ts'

/** Asks for a file once more that could not be had, and shows at once that it is being fetched. */
export function useFileRetry(fileId: string) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => retryFile(fileId),
    onSuccess: (file) => showFile(client, file),
  })
  return {
    retry: () => mutate(),
    isRetrying: isPending,
    failure: error ? (error instanceof RequestFailed ? error : new RequestFailed(0, null)) : null,
  }
}
