import { parseBody } from './parse-body.ts'

const parsed = (text: string) => parseBody(new TextEncoder().encode(text))

it('an id that is a number keeps all its digits', () => {
  expect(parsed('{"message_template_id":30120193270961239,"others":[ 9007199254740993]}')).toEqual({
    message_template_id: '30120193270961239',
    others: ['9007199254740993'],
  })
})

it('numbers that are exact stay numbers, and digits in a text stay a text', () => {
  expect(parsed('{"at":1764590400,"ms":1764590400000123,"text":"4:30120193270961239"}')).toEqual({
    at: 1764590400,
    ms: 1764590400000123,
    text: '4:30120193270961239',
  })
})

it.each([
  ['no JSON', '{'],
  ['nothing', ''],
])('%s is nothing', (_, text) => {
  expect(parsed(text)).toBeUndefined()
})
