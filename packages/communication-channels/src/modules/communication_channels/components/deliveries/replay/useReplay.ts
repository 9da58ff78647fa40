import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isFinal, post, request } from '../../inbox/data/request.ts'
import { deliveryKeys } from '../useDeliveries.ts'
import type { Replay, Replayed, ReplayPreview, ReplayRequest } from './replay.ts'

/** A hundred deliveries with a thousand things in each take their time. */
const PATIENCE_MS = 120_000
const REFRESHED_EVERY_MS = 1_000

/** Worked out anew whenever it is asked for: between two of them everything may have changed. */
export function useReplayPreview(wanted: ReplayRequest | null) {
  return useQuery({
    queryKey: ['communication_channels', 'replay_preview', wanted],
    queryFn: ({ signal }) =>
      post<ReplayPreview>('/deliveries/replay/preview', wanted, {}, { patience: PATIENCE_MS, signal }),
    enabled: wanted !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export function useReplay() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: ReplayRequest) =>
      post<Replayed>('/deliveries/replay', wanted, {}, { patience: PATIENCE_MS }),
    onSuccess: () => client.invalidateQueries({ queryKey: deliveryKeys.all }),
  })
}

/** The latest time that was replayed, asked for as long as it runs; the log is read again as it goes on. */
export function useLatestReplay(): Replay | null {
  const { data } = useQuery({
    queryKey: deliveryKeys.replays,
    queryFn: () => request<{ items: Replay[] }>('/deliveries/replays'),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.finishedAt === null) ? REFRESHED_EVERY_MS : false,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
  const latest = data?.items[0] ?? null
  const client = useQueryClient()
  const done = latest?.done
  useEffect(() => {
    if (done) void client.invalidateQueries({ queryKey: deliveryKeys.lists })
  }, [client, done])
  return latest
}
