/**
 * By language. A word that also means something else to a shop (“cancel”, “end”) is not among them: it would be taken for
 * a wish that nobody has.
 */
export const WORDS_BY_LANGUAGE = {
  stop: {
    en: ['stop', 'stop all', 'stopall', 'unsubscribe', 'opt out', 'opt-out', 'optout', 'stop promotions'],
    pl: ['wypisz', 'wypisz mnie', 'rezygnuję', 'nie pisz', 'nie pisz do mnie', 'stop reklamom'],
    de: ['stopp', 'abmelden', 'abbestellen', 'keine werbung'],
    es: ['baja', 'parar', 'alto', 'darme de baja', 'no más mensajes'],
    fr: ['arret', 'arrêt', 'désabonner', 'se désabonner'],
    pt: ['parar', 'sair', 'descadastrar'],
    it: ['ferma', 'disiscrivimi', 'annulla iscrizione'],
  },
  start: {
    en: ['start', 'unstop', 'subscribe', 'opt in', 'opt-in', 'optin'],
    pl: ['zapisz', 'zapisz mnie', 'wznów'],
    de: ['abonnieren', 'wieder anmelden'],
    es: ['darme de alta', 'suscribir', 'suscribirme'],
    fr: ["s'abonner", 'abonner', 'reprendre'],
    pt: ['inscrever', 'inscrever-me'],
    it: ['iscrivimi', 'riprendi'],
  },
  confirm: {
    en: ['yes', 'yes, please', 'confirm', 'i agree'],
    pl: ['tak', 'potwierdzam', 'zgadzam się'],
    de: ['ja', 'ja, bitte', 'bestätigen', 'ich stimme zu'],
    es: ['sí', 'si', 'sí, quiero', 'confirmo', 'acepto'],
    fr: ['oui', 'je confirme'],
    pt: ['sim', 'confirmo'],
    it: ['sì', 'confermo'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

const allOf = (words: Record<string, readonly string[]>) => [...new Set(Object.values(words).flat())]

export const STANDARD_WORDS = {
  stop: allOf(WORDS_BY_LANGUAGE.stop),
  start: allOf(WORDS_BY_LANGUAGE.start),
  confirm: allOf(WORDS_BY_LANGUAGE.confirm),
}
