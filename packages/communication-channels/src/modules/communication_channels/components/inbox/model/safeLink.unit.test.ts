import { mailLink, mapLink, phoneLink, webLink } from './safeLink.ts'

it.each([
  ['https://shop.example/a?b=c', 'https://shop.example/a?b=c'],
  ['http://shop.example', 'http://shop.example/'],
  ['javascript:alert(1)', null],
  [' JavaScript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['shop.example', null],
  ['', null],
  [undefined, null],
])('the address %s opens %s', (address, link) => {
  expect(webLink(address)).toBe(link)
})

it.each([
  ['+48 601 234-567', 'tel:+48601234567'],
  ['javascript:alert(1)', null],
  ['', null],
])('the phone %s calls %s', (phone, link) => {
  expect(phoneLink(phone)).toBe(link)
})

it.each([
  ['maria@shop.example', 'mailto:maria@shop.example'],
  ['maria@shop.example?bcc=all@shop.example', null],
  ['javascript:alert(1)', null],
])('the e-mail %s writes to %s', (email, link) => {
  expect(mailLink(email)).toBe(link)
})

it('a place is marked on the map, south and west of zero too', () => {
  expect(mapLink(-23.55, -46.63)).toBe(
    'https://www.openstreetmap.org/?mlat=-23.55&mlon=-46.63#map=16/-23.55/-46.63',
  )
})
