import type { LibraryDraft } from './template-library-draft.ts'

/** Of customers' accounts, and what they think. */
export const libraryAccountTexts: LibraryDraft[] = [
  {
    topic: 'ACCOUNT_UPDATE',
    industry: ['E_COMMERCE', 'FINANCIAL_SERVICES'],
    name: 'account_creation_confirmation_1',
    usecase: 'ACCOUNT_CREATION_CONFIRMATION',
    params: ['TEXT'],
    buttons: ['URL'],
    texts: {
      en_US: {
        body: 'Your account is ready, {{1}}. You can sign in and finish your profile now.',
        examples: ['Maria'],
        buttons: ['Sign in'],
      },
      pl: {
        body: 'Twoje konto jest gotowe, {{1}}. Możesz się zalogować i uzupełnić profil.',
        examples: ['Maria'],
        buttons: ['Zaloguj się'],
      },
      de: {
        body: 'Ihr Konto ist eingerichtet, {{1}}. Sie können sich jetzt anmelden und Ihr Profil vervollständigen.',
        examples: ['Maria'],
        buttons: ['Anmelden'],
      },
      es: {
        body: 'Su cuenta está lista, {{1}}. Ya puede entrar y completar su perfil.',
        examples: ['Maria'],
        buttons: ['Entrar'],
      },
    },
  },
  {
    topic: 'ACCOUNT_UPDATE',
    industry: ['FINANCIAL_SERVICES'],
    name: 'transaction_alert_1',
    usecase: 'TRANSACTION_ALERT',
    params: ['AMOUNT', 'DATE'],
    buttons: ['PHONE_NUMBER'],
    texts: {
      en_US: {
        body: 'A payment of {{1}} left your account on {{2}}. Call us if that was not you.',
        examples: ['€ 40.00', '22 November'],
        buttons: ['Call us'],
      },
      pl: {
        body: 'Z Twojego konta wyszła płatność {{1}} w dniu {{2}}. Zadzwoń do nas, jeśli to nie Ty.',
        examples: ['40,00 €', '22 listopada'],
        buttons: ['Zadzwoń'],
      },
      de: {
        body: 'Von Ihrem Konto wurden {{1}} am {{2}} abgebucht. Rufen Sie uns an, wenn Sie das nicht waren.',
        examples: ['40,00 €', '22. November'],
        buttons: ['Anrufen'],
      },
      es: {
        body: 'Se ha hecho un pago de {{1}} desde su cuenta el {{2}}. Llámenos si no fue usted.',
        examples: ['40,00 €', '22 de noviembre'],
        buttons: ['Llamar'],
      },
    },
  },
  {
    topic: 'CUSTOMER_FEEDBACK',
    industry: ['E_COMMERCE'],
    name: 'feedback_survey_1',
    usecase: 'FEEDBACK_SURVEY',
    params: ['NUMBER'],
    buttons: ['QUICK_REPLY', 'QUICK_REPLY'],
    texts: {
      en_US: {
        body: 'Did everything go well with order {{1}}? Your answer helps us to do better.',
        examples: ['1042'],
        buttons: ['Yes, it did', 'No, it did not'],
      },
      pl: {
        body: 'Czy z zamówieniem {{1}} wszystko było w porządku? Odpowiedź pomoże nam się poprawić.',
        examples: ['1042'],
        buttons: ['Tak', 'Nie'],
      },
      de: {
        body: 'War mit der Bestellung {{1}} alles in Ordnung? Ihre Antwort hilft uns, besser zu werden.',
        examples: ['1042'],
        buttons: ['Ja', 'Nein'],
      },
      es: {
        body: '¿Fue todo bien con el pedido {{1}}? Su respuesta nos ayuda a mejorar.',
        examples: ['1042'],
        buttons: ['Sí', 'No'],
      },
    },
  },
]
