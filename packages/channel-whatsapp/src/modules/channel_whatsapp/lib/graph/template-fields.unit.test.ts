import { GraphError } from './graph-error.ts'
import { fewerFields, fieldsOf, keepAnswered, type TemplateFields, WHOLE } from './template-fields.ts'

const refusal = (sentence: string, code = 100) => new GraphError(400, code, sentence, null)
const nonexisting = (name: string) => refusal(`(#100) Tried accessing nonexisting field (${name})`)
const bare: TemplateFields = { facts: [], summary: [] }

it('a field that Graph does not have is asked for no more, and every other still is', () => {
  const fewer = fewerFields(WHOLE, nonexisting('sub_category'))
  expect(fewer?.facts).toEqual(WHOLE.facts.filter((name) => name !== 'sub_category'))
  expect(fewer?.summary).toEqual(WHOLE.summary)
})

it.each([
  ['a word of the summary', nonexisting('message_template_limit'), ['total_count', 'message_template_count']],
  ['the summary itself', refusal('(#100) Unknown parameter: summary'), []],
])('%s that Graph does not have costs none of the facts', (_, failure, summary) => {
  expect(fewerFields(WHOLE, failure)).toEqual({ facts: WHOLE.facts, summary })
})

it('a refusal that names nothing leaves what Graph has had for years, and then ends', () => {
  expect(fewerFields(WHOLE, refusal('(#100) Invalid parameter'))).toEqual(bare)
  expect(fewerFields(bare, refusal('(#100) Invalid parameter'))).toBeNull()
})

it.each([
  ['the template does not exist', refusal('Object with ID 1 does not exist', 33)],
  ['too many calls', refusal('(#80007) Rate limit issues', 80007)],
  ['no answer', new Error('No answer')],
])('what is not about fields changes no question: %s', (_, failure) => {
  expect(fewerFields(WHOLE, failure)).toBeNull()
})

it('what a version answered is what it is asked for from then on, but for a refusal that named nothing', () => {
  const fewer = fewerFields(WHOLE, nonexisting('sub_category'))!
  keepAnswered('v90.0', fewer)
  keepAnswered('v90.0', bare)
  expect(fieldsOf('v90.0')).toEqual(fewer)
  expect(fieldsOf('v91.0')).toEqual(WHOLE)
})
