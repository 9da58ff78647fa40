import { body, said, withParts } from '../../../../../../../test/lint-cases.ts'

const TEXTS = {
  en: 'Hello, your order has left our house today and will be with you in the next days. Thank you for your trust.',
  pl: 'Dzień dobry, Twoje zamówienie zostało dziś wysłane i dotrze do Ciebie w ciągu kilku dni. Dziękujemy za zaufanie.',
  de: 'Hallo, Ihre Bestellung wurde heute verschickt und wird in den nächsten Tagen bei Ihnen sein. Vielen Dank.',
  es: 'Hola, su pedido ha salido hoy y le llegará en los próximos días. Gracias por su confianza en nosotros.',
  fr: 'Bonjour, votre commande est partie aujourd’hui et vous sera livrée dans les prochains jours. Merci de votre confiance.',
  pt_BR:
    'Olá, o seu pedido foi enviado hoje e chega nos próximos dias. Obrigado por comprar com a nossa loja.',
  it: 'Ciao, il tuo ordine è partito oggi e arriverà nei prossimi giorni. Grazie per la tua fiducia.',
  nl: 'Hallo, je bestelling is vandaag verzonden en komt in de komende dagen bij je aan. Bedankt voor het vertrouwen.',
  ru: 'Здравствуйте, ваш заказ отправлен сегодня и прибудет в ближайшие дни. Спасибо за доверие.',
  el: 'Γεια σας, η παραγγελία σας στάλθηκε σήμερα και θα φτάσει τις επόμενες ημέρες.',
  ar: 'مرحبا، تم إرسال طلبك اليوم وسيصل إليك خلال الأيام القادمة. شكرا لك.',
  he: 'שלום, ההזמנה שלך נשלחה היום ותגיע אליך בימים הקרובים. תודה.',
  zh_CN: '您好，您的订单今天已经发出，将在几天内送达。感谢您的信任。',
  ja: 'こんにちは。ご注文の商品は本日発送されました。数日以内にお届けします。',
  ko: '안녕하세요. 주문하신 상품이 오늘 발송되어 며칠 안에 도착합니다.',
}
const inLanguage = (language: string, text: string) => ({ ...withParts(body(text)), language })
const entries = Object.entries(TEXTS)
const latin = new Set(['en', 'pl', 'de', 'es', 'fr', 'pt_BR', 'it', 'nl'])
const pairs = entries.flatMap(([said]) =>
  entries.filter(([language]) => language !== said).map(([language, text]) => ({ said, language, text })),
)

describe('the language of a template', () => {
  it.each(entries)('is right for %s', (language, text) => {
    expect(said(inLanguage(language, text))).toEqual([])
  })

  it.each(pairs)('is told from another: $language as $said', (pair) => {
    const bothLatin = latin.has(pair.said) && latin.has(pair.language)
    expect(said(inLanguage(pair.said, pair.text))).toEqual([
      `advice ${bothLatin ? 'language_mismatch' : 'language_script'} language`,
    ])
  })

  it.each([
    ['too few words', 'de', 'Your order is on its way.'],
    ['a few foreign words', 'de', 'Ihr „The Best of the North and the South“ ist da und wartet auf Sie.'],
    [
      'a neighbour of a language that we know',
      'da',
      'Hej, din ordre er sendt i dag og er hos dig om de næste dage. Tak for din tillid til os.',
    ],
    ['Serbian in either script', 'sr', TEXTS.ru],
  ])('is not doubted for %s', (_, language, text) => {
    expect(said(inLanguage(language, text))).toEqual([])
  })

  it('is told when English stands under a language that we do not read', () => {
    expect(said(inLanguage('sv', TEXTS.en))).toEqual(['advice language_mismatch language'])
  })

  it('is one that Meta lists', () => {
    expect(said(inLanguage('eo', 'Saluton'))).toEqual(['advice language_unknown language'])
  })
})
