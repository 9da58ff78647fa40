import type { DefaultWords } from './default-template.ts'

const ASK = 'Questions? Just reply to this message.'

export const ENGLISH: DefaultWords = {
  language: 'en_US',
  texts: {
    welcome: {
      body: 'Hi {{contact_first_name}}, welcome to {{business}}! From now on you can write to us here about products, orders and deliveries, and be the first to hear what is new.',
      footer: 'Reply STOP to get no more news.',
    },
    re_engagement: {
      body: 'We still have an answer for you about your request. Reply to this message and we will go on from there.',
      footer: 'You wrote to us here a while ago.',
    },
    order_confirmed: {
      body: 'Thank you, {{contact_first_name}}! We have received your order {{order_number}} for {{order_total}} and are getting it ready. We will write to you here as soon as it is on its way.',
      footer: ASK,
    },
    order_shipped: {
      body: 'Hello {{contact_first_name}}, your order {{order_number}} is on its way to you. Its tracking number is {{tracking_number}}, and at {{tracking_url}} you can see where the parcel is now.',
      footer: ASK,
    },
    order_delivered: {
      body: 'Hello {{contact_first_name}}, your order {{order_number}} has been delivered. If something is missing or damaged, let us know and we will put it right.',
      footer: ASK,
    },
    invoice_ready: {
      body: 'Hello {{contact_first_name}}, your invoice {{invoice_number}} for {{invoice_total}} is ready. Please pay it by {{due_date}} at the latest.',
      footer: ASK,
    },
    payment_received: {
      body: 'Thank you, {{contact_first_name}}! Your payment of {{payment_amount}} for order {{order_number}} has arrived. There is nothing else for you to do.',
      footer: ASK,
    },
    payment_reminder: {
      body: 'Hello {{contact_first_name}}, a short reminder: invoice {{invoice_number}} for {{invoice_total}} is due on {{due_date}} and we have not seen a payment yet. If you have paid already, thank you, and please ignore this message.',
      footer: ASK,
    },
    appointment_scheduled: {
      body: 'Hello {{contact_first_name}}, your appointment is booked for {{appointment_time}} at {{appointment_place}}. We look forward to seeing you.',
      footer: 'Reply to this message to change or cancel it.',
    },
    double_opt_in: {
      body: 'You agreed to hear from {{business}} on WhatsApp. Please confirm: may we send you our news here?',
      footer: 'You can change your mind at any time.',
      replies: ['Yes', 'No'],
    },
    stop_confirmation: {
      body: 'You have been unsubscribed and will get no more news from us on WhatsApp. About your orders we will still write to you.',
      footer: 'Reply START to subscribe again.',
    },
  },
  samples: {
    appointment_place: '12 Harbour Street, Springfield',
    appointment_time: 'Monday, March 9 at 10:30 AM',
    business: 'Acme Outdoor',
    contact_first_name: 'Maria',
    due_date: 'March 31',
    invoice_number: 'INV-2041',
    invoice_total: '$129.00',
    order_number: 'A-1042',
    order_total: '$129.00',
    payment_amount: '$129.00',
    tracking_number: 'JD0146003321',
    tracking_url: 'https://track.example.com/JD0146003321',
  },
}
