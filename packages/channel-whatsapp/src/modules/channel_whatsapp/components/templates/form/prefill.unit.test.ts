import { body, buttons, sample } from '../../../../../../test/template-samples.ts'
import { dataOf, prefilled } from './prefill.ts'

const maria = { contact: { displayName: 'Maria Nowak', phone: '+48601' }, businessName: 'Acme' }

describe('what need not be typed', () => {
  it('is what is known of the person, by the names of the variables', () => {
    const template = sample('n', [body('{{first_name}} {{customer_name}} {{phone}} {{business}} {{order}}')])
    expect(prefilled(template, dataOf(maria))).toEqual({
      'body.first_name': 'Maria',
      'body.customer_name': 'Maria Nowak',
      'body.phone': '+48601',
      'body.business': 'Acme',
    })
  })

  it('follows the mapping where there is one, and its fallback', () => {
    const components = [
      body('{{1}} {{2}} {{3}}'),
      buttons({ type: 'URL', text: 'Go', url: 'https://a.example/{{1}}' }),
    ]
    const mapping = {
      'body.1': { source: 'contact.first_name' },
      'body.2': { source: 'free', fallback: 'soon' },
      'buttons.0': { source: 'free', fallback: 'spring' },
    }
    expect(prefilled(sample('n', components, { mapping }), dataOf(maria))).toEqual({
      'body.1': 'Maria',
      'body.2': 'soon',
      'buttons.0': 'spring',
    })
  })

  it('is nothing of a person of whom nothing is known', () => {
    const stranger = { contact: { displayName: ' ', phone: null }, businessName: null }
    expect(prefilled(sample('n', [body('{{name}} {{phone}}')]), dataOf(stranger))).toEqual({})
  })

  it('leaves a one-time code to be typed', () => {
    const template = sample('n', [body('{{1}} is your code.')], { category: 'AUTHENTICATION' })
    expect(prefilled(template, dataOf(maria))).toEqual({})
  })
})
