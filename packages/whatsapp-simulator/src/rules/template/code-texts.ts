/** What WhatsApp writes around a one-time code. */
export type CodeTexts = {
  body: string
  /** Follows the body where the business wants it. */
  recommendation: string
  expires: (minutes: number) => string
  copy: string
  autofill: string
}

const english: CodeTexts = {
  body: '*{{1}}* is your verification code.',
  recommendation: 'For your security, do not share this code.',
  expires: (minutes) => `This code expires in ${minutes} minutes.`,
  copy: 'Copy code',
  autofill: 'Autofill',
}

const byLanguage: Record<string, CodeTexts> = {
  en: english,
  pl: {
    body: '*{{1}}* to Twój kod weryfikacyjny.',
    recommendation: 'Dla własnego bezpieczeństwa nie podawaj nikomu tego kodu.',
    expires: (minutes) => `Kod wygaśnie za ${minutes} min.`,
    copy: 'Kopiuj kod',
    autofill: 'Wypełnij',
  },
  de: {
    body: '*{{1}}* ist Ihr Bestätigungscode.',
    recommendation: 'Geben Sie ihn zu Ihrer Sicherheit nicht weiter.',
    expires: (minutes) => `Der Code läuft in ${minutes} Minuten ab.`,
    copy: 'Code kopieren',
    autofill: 'Ausfüllen',
  },
  es: {
    body: 'El código de verificación es *{{1}}*.',
    recommendation: 'Por seguridad, no lo comparta con nadie.',
    expires: (minutes) => `El código caduca en ${minutes} minutos.`,
    copy: 'Copiar código',
    autofill: 'Rellenar',
  },
  fr: {
    body: '*{{1}}* est votre code de vérification.',
    recommendation: 'Pour votre sécurité, ne le communiquez à personne.',
    expires: (minutes) => `Ce code expire dans ${minutes} minutes.`,
    copy: 'Copier le code',
    autofill: 'Remplir',
  },
  it: {
    body: '*{{1}}* è il tuo codice di verifica.',
    recommendation: 'Per la tua sicurezza, non comunicarlo a nessuno.',
    expires: (minutes) => `Il codice scade tra ${minutes} minuti.`,
    copy: 'Copia codice',
    autofill: 'Compila',
  },
  pt: {
    body: '*{{1}}* é o seu código de verificação.',
    recommendation: 'Para sua segurança, não o compartilhe.',
    expires: (minutes) => `Este código expira em ${minutes} minutos.`,
    copy: 'Copiar código',
    autofill: 'Preencher',
  },
}

/** The languages that the simulator can show them in. */
export const CODE_LANGUAGES = [
  'en',
  'en_GB',
  'en_US',
  'pl',
  'de',
  'es',
  'es_ES',
  'fr',
  'it',
  'pt_BR',
  'pt_PT',
]

/** In a language that the simulator does not know they are English. */
export function codeTexts(language: string): CodeTexts {
  return byLanguage[language.split('_')[0]!] ?? english
}

export function codeBody(texts: CodeTexts, withRecommendation: boolean): string {
  return withRecommendation ? `${texts.body} ${texts.recommendation}` : texts.body
}
