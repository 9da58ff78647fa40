import { wordFinder } from './matcher.ts'

/** How a message tells that one can stop it. */
const stopWord = wordFinder({
  en: [
    'stop',
    'unsub*',
    'opt out',
    'opt-out',
    'not interested',
    'no more',
    'manage your marketing',
    'end messages',
    'preferences',
    'mute',
  ],
  pl: [
    'stop',
    'zrezygn*',
    'rezygn*',
    'wypis*',
    'nie chcę',
    'nie pisz*',
    'wyłącz*',
    'odwoł* zgod*',
    'wycof* zgod*',
  ],
  de: [
    'stop',
    'stopp',
    'abmeld*',
    'abbestell*',
    'keine werbung',
    'keine nachrichten',
    'kein interesse',
    'widerruf*',
  ],
  es: [
    'stop',
    'baja',
    'parar',
    'cancelar suscripción',
    'no más',
    'no quiero',
    'no me interesa',
    'dejar de recibir',
  ],
})

/** In whichever language, for the text may be in another one than was said. */
export function tellsHowToStop(text: string): boolean {
  return ['en', 'pl', 'de', 'es'].some((language) => stopWord(text, language) !== null)
}

/** STOP is understood in every language. */
export const OPT_OUT_FOOTERS: Record<string, string> = {
  en: 'Reply STOP to hear no more from us',
  pl: 'Aby zrezygnować z wiadomości, odpisz STOP',
  de: 'Mit STOP melden Sie sich ab',
  es: 'Responde STOP para no recibir más mensajes',
}
export const OPT_OUT_BUTTONS: Record<string, string> = {
  en: 'Stop promotions',
  pl: 'Stop reklamom',
  de: 'Keine Werbung',
  es: 'No más mensajes',
}
