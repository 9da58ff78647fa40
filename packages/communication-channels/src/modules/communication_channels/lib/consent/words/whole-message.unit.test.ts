import { isShort, wholeMessage } from './whole-message.ts'

describe('a whole message, as it is compared with words', () => {
  it.each([
    ['STOP', 'stop'],
    ['Stop', 'stop'],
    ['  stop \n', 'stop'],
    ['stop.', 'stop'],
    ['"STOP!!!"', 'stop'],
    ['„stop”', 'stop'],
    ['🛑 STOP 🛑', 'stop'],
    ['stop ❤️', 'stop'],
    ['stop 👨‍👩‍👧', 'stop'],
    ['*stop*', 'stop'],
    ['ｓｔｏｐ', 'stop'],
    ['𝗦𝗧𝗢𝗣', 'stop'],
    ['st\u200Bop', 'stop'],
    ['\u200Fstop', 'stop'],
    ['st\u00ADop', 'stop'],
    ['stop\u00A0all', 'stop all'],
    ['stop   all', 'stop all'],
    ['stop\nall', 'stop all'],
    ['opt-out', 'opt out'],
    ['Yes, please!', 'yes please'],
    ["s'abonner", 's abonner'],
    ['S’abonner', 's abonner'],
    ['Arrêt', 'arret'],
    ['arre\u0302t', 'arret'],
    ['REZYGNUJĘ', 'rezygnuje'],
    ['Łączę', 'lacze'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['¡Sí!', 'si'],
    ['İPTAL', 'iptal'],
    ['Стоп', 'стоп'],
    ['й', 'и'],
    ['ΣΤΟΠ', 'στοπ'],
    ['停止', '停止'],
    ['停止。', '停止'],
    ['ガス', 'ガス'],
    ['रोको', 'रोको'],
    ['1', '1'],
    ['', ''],
    ['👍', ''],
    ['?!', ''],
  ])('%j is %j', (text, whole) => expect(wholeMessage(text)).toBe(whole))

  it.each([
    ['stop', 'please stop by tomorrow'],
    ['stop', 'stop it'],
    ['stop', 'nonstop'],
    ['stop', 's t o p'],
    ['ga', 'か'],
  ])('%j is not what %j says', (word, text) => expect(wholeMessage(text)).not.toBe(wholeMessage(word)))

  it('is the same when it is done twice', () => {
    for (const text of ['¡Sí, quiero!', 'ﬃ', 'Łódź', 'ガ', '각', 'ǅ', 'ſtop', '½', '①'])
      expect(wholeMessage(wholeMessage(text))).toBe(wholeMessage(text))
  })

  it('takes no longer for a long run of signs than for its letters', () => {
    const started = performance.now()
    wholeMessage(`${'! '.repeat(50_000)}x`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('whether a message could be nothing but a word', () => {
  it('is so while it is short', () => expect(isShort('stop promotions!!! 🙏🙏🙏')).toBe(true))
  it('is so of one with a hundred signs of anger', () => expect(isShort(`STOP${'!'.repeat(400)}`)).toBe(true))
  it('is not so of a letter', () => expect(isShort('stop '.repeat(101))).toBe(false))
})
