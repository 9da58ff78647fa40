import { HORIZON_MS, LEAD_MS, type SlotRequest, spacingMs, takeSlots } from './slots.ts'

const NOW = 1_000_000
const at80 = spacingMs(80)
const ask = (change: Partial<SlotRequest>): SlotRequest => ({
  nextAt: NOW - 60_000,
  now: NOW,
  perSecond: 80,
  wanted: 3,
  horizonMs: HORIZON_MS,
  ...change,
})
const first = NOW + LEAD_MS

describe('the slots of a number', () => {
  it.each<[string, Partial<SlotRequest>, number[]]>([
    ['begin at once after a rest, and are not caught up', {}, [first, first + at80, first + at80 + at80]],
    ['go on behind those given', { nextAt: NOW + 100, wanted: 2 }, [NOW + 100, NOW + 100 + at80]],
    ['are as many as are wanted', { wanted: 1 }, [first]],
    ['are none where none is wanted', { wanted: 0 }, []],
    ['end with the horizon', { nextAt: NOW + 295, wanted: 9 }, [NOW + 295]],
    ['are none beyond the horizon', { nextAt: NOW + 301 }, []],
    ['are further apart on a slow number', { perSecond: 20, wanted: 2 }, [first, first + spacingMs(20)]],
    ['start anew under a clock that was set back', { nextAt: NOW + 3_600_000, wanted: 1 }, [first]],
  ])('%s', (_, change, expected) => {
    expect(takeSlots(ask(change)).slots).toEqual(expected)
  })

  it('leave the next one to whoever asks next', () => {
    const one = takeSlots(ask({ wanted: 5 }))
    const other = takeSlots(ask({ nextAt: one.nextAt, wanted: 5 }))
    const all = [...one.slots, ...other.slots]
    expect(all).toHaveLength(10)
    for (const [index, slot] of all.slice(1).entries()) expect(slot - all[index]!).toBeCloseTo(at80, 6)
  })

  it.each([20, 80, 1000])(
    'at %d a second stay within 2 %% of it, and 13 ms of delay put no more into any second',
    (perSecond) => {
      const { slots } = takeSlots(ask({ perSecond, wanted: perSecond * 3, horizonMs: 3_000 }))
      expect(1000 / spacingMs(perSecond)).toBeGreaterThan(perSecond * 0.98)
      for (const [index, slot] of slots.entries()) {
        const within = slots.filter((other, place) => place > index && other < slot + 13 + 1000).length
        expect(within + 1).toBeLessThanOrEqual(perSecond)
      }
    },
  )
})
