import { atMost } from '../at-most.ts'
import { MAX_FILE_BYTES } from '../max-file-bytes.ts'
import { takeTurns } from './take-turns.ts'

/*
 * How much this process does with files at once. One agent, or one tenant, that sends a hundred large files or bombs
 * waits for itself; everybody else goes on.
 */

const SPARE_BYTES = 20 * 1024 * 1024

/** Bytes that people hand in, which are in memory as a whole: two of the largest of a tenant, five of all. */
export const inHand = takeTurns({
  total: 5 * (MAX_FILE_BYTES + SPARE_BYTES),
  perTenant: 2 * (MAX_FILE_BYTES + SPARE_BYTES),
  mostWaiting: 50,
})

/** Files that are looked into or converted while somebody waits. */
export const atWork = takeTurns({ total: 3, perTenant: 2, mostWaiting: 50 })

/** Pictures are unpacked on Node's four threads, which also read files and look up names: half of them stay free. */
export const unpacking = atMost(2)
