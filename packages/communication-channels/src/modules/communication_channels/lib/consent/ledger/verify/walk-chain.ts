import { entryHash, GENESIS, type LedgerHead } from '../entry.ts'
import type { StoredEntry } from '../read-entries.ts'
import { changed, type Finding, gone, inserted, reordered } from './finding.ts'
import { type Run, takeOut } from './runs.ts'

/** How far an intact entry may stand from its place to be known again, where others were put in or taken out before it. */
const FAR = 20

/** Among how many missing ones an entry is looked for that has a number which none has. */
const MOST_TRIES = 1000

/** A stored entry, and the number under which it was recorded as far as that can be told. */
interface Placed {
  stored: StoredEntry
  place: number
  finding: Finding | null
}

/**
 * Goes along the ledger from its first entry and finds what is not as it was recorded. An entry is intact where its hash is
 * that of its content under some number: its place. Places follow each other without a gap, and each intact entry names
 * the hash of the one before it.
 *
 * What somebody did, and where it is found (`next` is the place behind the last entry):
 *
 *   changed, its hash left          no place                                    step: changed
 *   changed with its hash           the one behind it names another hash        stepOn: changed, the one before
 *   the same with the first one     it stands on something                      stepOn: changed
 *   the same with the last one      the head names another hash                 end: changed
 *   removed                         the one behind it is further than `next`    moveOn: missing, end: removed
 *   moved back                      its place is among the missing              stepBack: reordered
 *   moved further than FAR          no place, until all are known               exchanged: reordered
 *   renumbered                      its place is `next`, its number is not      stepOn: reordered
 *   put in                          the one behind it has the same place        stepBack: inserted, the one before
 *   put on the end                  further than the head                       end: inserted
 *   given a number that none has    below 1, or further than the head           end: reordered
 *   put on the end, and we went on  both name the hash of the same entry        stepOn: inserted, the one before
 *   a copy of an earlier one        its place is taken                          stepBack: inserted
 *   cut off                         the head is further than the last one       end: cut_off
 *
 * @param head where the ledger ends; null where that cannot be relied on
 */
export function chainWalk(head: LedgerHead | null) {
  const findings = new Set<Finding>()
  const missing: Run[] = []
  /** With numbers that no entry has: they say nothing of their neighbours, and which they are is known at the end. */
  const strays: StoredEntry[] = []
  let last: Placed | null = null

  function step(stored: StoredEntry): void {
    if (stored.entry.seq < 1) {
      strays.push(stored)
      return
    }
    const next = (last?.place ?? 0) + 1
    const place = placeOf(stored, next)
    const at = place ?? next + Math.max(0, stored.entry.seq - (last?.stored.entry.seq ?? 0) - 1)
    if (head && at > head.seq) strays.push(stored)
    else if (at < next) stepBack(stored, at)
    else if (place === null) moveOn(stored, at, next, note(changed(stored)))
    else stepOn(stored, at, next)
  }

  function stepOn(stored: StoredEntry, place: number, next: number): void {
    const isNext = place === next
    const isLinked = stored.entry.previousHash === (last?.stored.hash ?? GENESIS)
    // The content and the hash of the one before fit each other, and still it is not what this one was put on.
    if (isNext && !isLinked && last && !last.finding) {
      const isBetween = last.stored.entry.previousHash === stored.entry.previousHash
      note((isBetween ? inserted : changed)(last.stored))
    }
    const isFalseStart = isNext && !isLinked && !last
    const finding = isFalseStart ? note(changed(stored)) : null
    // All are there, and it has another number: not that by which those before it stand beside their places.
    const shift = stored.entry.seq - place
    const isRenumbered = isNext && shift !== 0 && shift !== (last ? last.stored.entry.seq - last.place : 0)
    moveOn(stored, place, next, isRenumbered ? note(reordered(stored, place)) : finding)
  }

  /** It was recorded before the one that stands before it. */
  function stepBack(stored: StoredEntry, place: number): void {
    if (takeOut(missing, place)) {
      note(reordered(stored, place))
    } else if (last?.place === place) {
      // Of two in one place the chain goes on from the second: the first was put in before it.
      if (last.finding) findings.delete(last.finding)
      note(inserted(last.stored))
      last = { stored, place, finding: null }
    } else {
      note(inserted(stored))
    }
  }

  function moveOn(stored: StoredEntry, place: number, next: number, finding: Finding | null): void {
    if (place > next) missing.push({ first: next, last: place - 1 })
    last = { stored, place, finding }
  }

  function note(finding: Finding): Finding {
    findings.add(finding)
    return finding
  }

  /** @param isWhole whether all entries were gone along: else those behind the last one are not missing */
  function end(isWhole: boolean): Finding[] {
    const end = last?.place ?? 0
    if (head && last && end === head.seq && last.stored.hash !== head.hash && !last.finding)
      note(changed(last.stored))
    const behind = head && end < head.seq ? [{ first: end + 1, last: head.seq }] : []
    for (const stored of strays) {
      const place = findAmong([...missing, ...behind], stored)
      if (place !== null) takeOut(missing, place) || takeOut(behind, place)
      note(place === null ? inserted(stored) : reordered(stored, place))
    }
    return [
      ...exchanged([...findings]),
      ...missing.flatMap((run) => gone('removed', run)),
      ...(isWhole ? behind.flatMap((run) => gone('cut_off', run)) : []),
    ].sort((a, b) => a.seq! - b.seq!)
  }

  return { step, end, count: () => findings.size + strays.length }
}

/** As which of the missing ones an entry was recorded. */
function findAmong(runs: Run[], { entry, hash }: StoredEntry): number | null {
  let tries = MOST_TRIES
  for (const { first, last } of runs)
    for (let seq = first; seq <= last && tries-- > 0; seq++)
      if (entryHash({ ...entry, seq }) === hash) return seq
  return null
}

function placeOf({ entry, hash }: StoredEntry, next: number): number | null {
  const isAt = (seq: number) => entryHash({ ...entry, seq }) === hash
  if (isAt(entry.seq)) return entry.seq
  for (let away = 0; away <= FAR; away++) {
    if (isAt(next + away)) return next + away
    if (next > away && isAt(next - away)) return next - away
  }
  return null
}

/** What looks changed and is intact under the number of another one was only exchanged with it. */
function exchanged(findings: Finding[]): Finding[] {
  const places = findings.flatMap(({ kind, seq }) => (kind === 'changed' && seq !== null ? [seq] : []))
  return findings.map((finding) => {
    const { kind, stored } = finding
    if (kind !== 'changed' || !stored) return finding
    const place = places.find((seq) => entryHash({ ...stored.entry, seq }) === stored.hash)
    return place === undefined || place === stored.entry.seq ? finding : reordered(stored, place)
  })
}
