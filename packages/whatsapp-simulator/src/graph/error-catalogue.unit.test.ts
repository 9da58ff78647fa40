import { knownError } from './error-catalogue.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Every code that Meta documents, by the status it is documented with. */
const documented: Record<number, number[]> = {
  206: [131201],
  400: [
    ...[1, 4, 33, 100, 613, 80007, 130403, 130429, 130472, 131008, 131009, 131020, 131021, 131026, 131030],
    ...[
      131037, 131041, 131042, 131044, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055, 131056,
    ],
    ...[131059, 131060, 131061, 131062, 131063, 131064, 131202, 131204, ...range(131209, 131215)],
    ...[
      132000, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069, 133005, 133006, 133008,
    ],
    ...[133009, 133010, 133015, 133016, 134011, 134100, 134101, 135000, 136024, 137000],
    ...[
      ...range(138000, 138018),
      ...range(139000, 139004),
      ...range(139100, 139103),
      ...range(147001, 147005),
    ],
    ...[...range(200005, 200007), 1752041, 2388001, 2388012, 2388019, 2388039, 2388040, 2388047, 2388072],
    ...[2388073, 2388091, 2388093, 2388103, 2388293, 2388299, 2494100, ...range(2494164, 2494179)],
    ...[2593079, 2593085, ...range(2593107, 2593109)],
  ],
  401: [0, 190],
  403: [10, ...range(200, 299), 368, 130497, 131005, 131031, 131207],
  404: [132001],
  429: [131208],
  500: [3, 131000, 131016, 131045, 131057, 133000, 134102],
  503: [2, 133004],
}

test.each(Object.entries(documented))(
  'codes that are documented with %s have it, and words',
  (status, codes) => {
    const { title: nothing } = knownError(9_999_999)
    const wrong = codes.filter((code) => {
      const { title, http = 400 } = knownError(code)
      return http !== Number(status) || title === nothing
    })
    expect(wrong).toEqual([])
  },
)

test('only 131000 has the words of 131000', () => {
  const { title } = knownError(131000)
  const codes = Object.values(documented).flat()
  expect(codes.filter((code) => knownError(code).title === title)).toEqual([131000])
})
