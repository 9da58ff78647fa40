import {
  body,
  buttons,
  footer,
  GOOD_TEXT,
  image,
  link,
  marketing,
  mended,
  reply,
  said,
  withParts,
} from '../../../../../../../test/lint-cases.ts'
import type { DefinitionButton } from '../../definition/definition.ts'

const at = 'components.0.text'
const inLanguage = (language: string, text: string) => ({ ...withParts(body(text)), language })

describe('a utility template that reads like marketing', () => {
  it.each([
    ['en', 'Your order is on its way. Get 20% off your next one with us.'],
    ['en', 'Your order is on its way, and our summer SALE has begun today.'],
    ['en_US', 'Your order is on its way. Here is a coupon for you as well.'],
    ['pl', 'Twoje zamówienie jest w drodze. Mamy dla Ciebie rabaty na buty.'],
    ['pl', 'Twoje zamówienie jest w drodze. Buty są teraz 20% taniej.'],
    ['de', 'Ihre Bestellung ist unterwegs. Hier ist ein Gutschein für Sie.'],
    ['es', 'Su pedido está en camino. Tenemos descuentos para usted esta semana.'],
  ])('is told in %s: %p', (language, text) => {
    const definition = inLanguage(language, text)
    expect(said(definition)).toEqual([`advice reads_promotional ${at}`])
    expect(mended(definition, 'reads_promotional').category).toBe('MARKETING')
  })

  it.each([
    ['en', 'Your sales order was confirmed, and we will write when it leaves our house.'],
    ['de', 'Ihr Angebot ist fertig, und wir haben es Ihnen gerade zugeschickt.'],
    ['es', 'Su pedido sale hoy de nuestra casa y llega a la suya mañana.'],
    ['pl', 'Przy okazji przypominamy, że paczka czeka na Ciebie w punkcie.'],
    ['de_AT', 'Ihre Bestellung wurde heute verschickt und kommt in den nächsten Tagen.'],
  ])('is not thought of in %s: %p', (language, text) => {
    expect(said(inLanguage(language, text))).toEqual([])
  })

  it('is told of buttons too, and by numbers that are variables', () => {
    expect(said(withParts(body(), buttons(reply('Shop now'))))).toEqual([
      'advice reads_promotional components.1.buttons.0.text',
    ])
    expect(said(withParts(body('Your order is on its way, and you get {{1}}% off the next.', '20')))).toEqual(
      [`advice reads_promotional ${at}`],
    )
  })
})

describe('words that Meta rejects anywhere', () => {
  it.each([
    ['en', 'Please reply with your card number so that we can send the order.'],
    ['pl', 'Prosimy o podanie hasła do konta, aby dokończyć zamówienie dla Ciebie.'],
    ['de', 'Bitte zahlen Sie heute, sonst übergeben wir die Sache dem Inkassobüro.'],
    ['es', 'Por favor, envíenos su contraseña para terminar con su pedido.'],
  ])('are told in %s', (language, text) => {
    expect(said(inLanguage(language, text))).toEqual([`advice asks_for_secrets ${at}`])
  })
})

describe('marketing', () => {
  const missing = 'advice opt_out_missing components'

  it.each([
    ['the footer', marketing(body(), footer('Reply STOP to end this'))],
    ['the body', marketing(body(`${GOOD_TEXT} You can unsubscribe at any time.`))],
    ['a quick reply', marketing(body(), buttons(reply('Not interested')))],
    [
      'Polish words',
      {
        ...marketing(
          body('Nowe namioty już są w sklepie i czekają na Ciebie. Nie pisz do mnie: odpisz WYPISZ.'),
        ),
        language: 'pl',
      },
    ],
  ])('may say how to stop in %s', (_, definition) => {
    expect(said(definition)).toEqual([])
  })

  it.each([
    ['en', GOOD_TEXT, 'Reply STOP to hear no more from us'],
    ['pl', 'Nowe namioty już są w sklepie i czekają na Ciebie.', 'Aby zrezygnować z wiadomości, odpisz STOP'],
    ['de', 'Die neuen Zelte sind da und warten im Laden auf Sie.', 'Mit STOP melden Sie sich ab'],
    [
      'es_MX',
      'Las nuevas tiendas de campaña ya están aquí para usted.',
      'Responde STOP para no recibir más mensajes',
    ],
  ])('gets a footer that says how, in %s', (language, text, words) => {
    const definition = { ...marketing(body(text), buttons(link('https://shop.example'))), language }
    expect(said(definition)).toEqual([missing])
    expect(mended(definition, 'opt_out_missing').components).toEqual([
      body(text),
      footer(words),
      buttons(link('https://shop.example')),
    ])
  })

  it('gets a quick reply where there is a footer', () => {
    const list: DefinitionButton[] = [reply('More'), link('https://shop.example')]
    const after = mended(marketing(body(), footer('Yours'), buttons(...list)), 'opt_out_missing')
    expect(after.components[2]).toEqual(buttons(reply('More'), reply('Stop promotions'), list[1]!))
    expect(mended(marketing(body(), footer('Yours')), 'opt_out_missing').components[2]).toEqual(
      buttons(reply('Stop promotions')),
    )
  })

  it('has no room for either in an offer', () => {
    const offer = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon' } } as const
    expect(() => mended(marketing(image, offer, body()), 'opt_out_missing')).toThrow('Nothing mends')
  })

  it('is not judged in languages that we do not read', () => {
    const swedish = {
      ...marketing(body('De nya tälten finns nu i butiken och väntar på dig.')),
      language: 'sv',
    }
    expect(said(swedish)).toEqual([])
  })
})
