interface CodeWords {
  code: (code: string) => string
  security: string
  expires: (minutes: number) => string
  copy: string
  autofill: string
}

/** What Meta writes into a code's template. It has more languages than stand here; those are shown in English. */
const words: Record<string, CodeWords> = {
  en: {
    code: (code) => `*${code}* is your verification code.`,
    security: 'For your security, do not share this code.',
    expires: (minutes) => `This code expires in ${minutes} minutes.`,
    copy: 'Copy code',
    autofill: 'Autofill',
  },
  pl: {
    code: (code) => `*${code}* to Twój kod weryfikacyjny.`,
    security: 'Ze względów bezpieczeństwa nie udostępniaj tego kodu.',
    expires: (minutes) => `Ten kod wygaśnie za ${minutes} min.`,
    copy: 'Kopiuj kod',
    autofill: 'Autouzupełnianie',
  },
  de: {
    code: (code) => `*${code}* ist dein Verifizierungscode.`,
    security: 'Gib diesen Code zu deiner Sicherheit nicht weiter.',
    expires: (minutes) => `Dieser Code läuft in ${minutes} Minuten ab.`,
    copy: 'Code kopieren',
    autofill: 'Automatisch ausfüllen',
  },
  es: {
    code: (code) => `Tu código de verificación es *${code}*.`,
    security: 'Por tu seguridad, no lo compartas.',
    expires: (minutes) => `Este código caduca en ${minutes} minutos.`,
    copy: 'Copiar código',
    autofill: 'Autocompletar',
  },
  ar: {
    code: (code) => `*${code}* هو كود التحقق الخاص بك.`,
    security: 'للحفاظ على أمانك، لا تشارك هذا الكود.',
    expires: (minutes) => `تنتهي صلاحية هذا الكود خلال ${minutes} دقيقة.`,
    copy: 'نسخ الكود',
    autofill: 'تعبئة تلقائية',
  },
}

export function codeWords(language: string): CodeWords {
  return words[language.split('_')[0] ?? ''] ?? words.en!
}
