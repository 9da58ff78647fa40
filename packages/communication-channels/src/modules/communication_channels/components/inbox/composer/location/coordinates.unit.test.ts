import { degrees, readCoordinates } from './coordinates.ts'

describe('coordinates in a pasted text', () => {
  test.each([
    ['52.1, 21.0', '52.1', '21.0'],
    [' (-33.8688 151.2093) ', '-33.8688', '151.2093'],
    ['52,2297; 21,0122', '52.2297', '21.0122'],
    ['52.2297° 21.0122°', '52.2297', '21.0122'],
    ['geo:52.2297,21.0122?z=15', '52.2297', '21.0122'],
    ['https://www.google.com/maps/@52.2297,21.0122,15z', '52.2297', '21.0122'],
    ['https://www.google.com/maps/place/X/@52.1,21.1,15z/data=!3d52.2297!4d21.0122', '52.2297', '21.0122'],
    ['https://maps.google.com/?q=52.2297%2C21.0122', '52.2297', '21.0122'],
    ['https://maps.apple.com/?ll=52.2297,21.0122&z=10', '52.2297', '21.0122'],
    ['https://www.openstreetmap.org/#map=15/52.2297/21.0122', '52.2297', '21.0122'],
    ['https://www.openstreetmap.org/?mlat=52.2297&mlon=21.0122#map=5/1/2', '52.2297', '21.0122'],
  ])('%s', (text, latitude, longitude) => {
    expect(readCoordinates(text)).toEqual({ latitude, longitude })
  })

  test.each(['52.1', 'Main Street 1, 21', '95.0, 21.0', '52.1, 190', 'https://example.com/100%'])(
    'are not in %s',
    (text) => {
      expect(readCoordinates(text)).toBeNull()
    },
  )
})

test.each([
  ['52,5', 52.5],
  ['-90', -90],
  ['90.1', null],
  ['1e1', null],
  ['', null],
])('%j as a latitude is %p', (typed, value) => {
  expect(degrees(typed, 90)).toBe(value)
})
