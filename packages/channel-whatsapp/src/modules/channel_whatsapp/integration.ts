import {
  buildIntegrationDetailWidgetSpotId,
  type IntegrationBundle,
  type IntegrationDefinition,
} from '@open-mercato/shared/modules/integrations/types'
import { API_VERSIONS } from './lib/api-versions.ts'
import { INTEGRATION_ID, PROVIDER_KEY } from './lib/provider.ts'

export const integration: IntegrationDefinition = {
  id: INTEGRATION_ID,
  title: 'WhatsApp',
  icon: 'message-circle',
  description: 'Answer customers on WhatsApp from the shared inbox, through Meta’s Cloud API.',
  category: 'communication',
  hub: 'communication_channels',
  providerKey: PROVIDER_KEY,
  docsUrl: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/',
  package: '@open-mercato/channel-whatsapp',
  version: '0.1.0',
  author: 'Open Mercato WhatsApp',
  license: 'MIT',
  tags: ['chat', 'messaging', 'meta'],
  detailPage: { widgetSpotId: buildIntegrationDetailWidgetSpotId(INTEGRATION_ID) },
  defaultState: { isEnabled: false },
  apiVersions: API_VERSIONS,
  credentials: {
    fields: [
      {
        key: 'accessToken',
        label: 'Access token',
        type: 'secret',
        required: true,
        helpText:
          'A system user’s token with whatsapp_business_messaging and whatsapp_business_management. Dashboard tokens end after 24 hours.',
      },
      {
        key: 'phoneNumberId',
        label: 'Phone number ID',
        type: 'text',
        required: true,
        placeholder: '106540352242922',
        helpText: 'The number that messages leave from by default. Its ID, not the number itself.',
      },
      {
        key: 'businessAccountId',
        label: 'WhatsApp Business Account ID',
        type: 'text',
        required: true,
        placeholder: '102290129340398',
      },
      {
        key: 'appSecret',
        label: 'App secret',
        type: 'secret',
        required: true,
        helpText: 'Meta signs every webhook with it. Without it nothing that comes in can be trusted.',
      },
      {
        key: 'webhookVerifyToken',
        label: 'Webhook verify token',
        type: 'secret',
        required: true,
        helpText: 'Any text of your choice. Meta proves with it that it was you who gave it the address.',
        helpDetails: {
          kind: 'webhook_setup',
          title: 'Receive messages from Meta',
          summary: 'Meta sends messages and statuses to this server. Tell it where.',
          endpointPath: '/api/channel_whatsapp/webhook/{connection key}',
          dashboardPathLabel: 'App Dashboard → WhatsApp → Configuration',
          steps: [
            'Save the credentials here and switch WhatsApp on.',
            'Open the tab “Connections and numbers” and choose “Receive messages here”. Meta is told the address and your verify token; for the app also the fields, and its app ID has to be entered here.',
            'Or do it by hand: copy the callback URL from that tab and enter it in the App Dashboard, with your verify token.',
            'By hand, subscribe there to the field “messages” too.',
          ],
          events: ['messages'],
          localDevelopment: {
            tunnelCommand: 'cloudflared tunnel --url http://localhost:3000',
            publicUrlExample: 'https://shop.example.com',
            note: 'Set PUBLIC_URL to the public address, so that the webhook URL is right.',
          },
        },
      },
      {
        key: 'appId',
        label: 'App ID',
        type: 'text',
        placeholder: '900100100100100',
        helpText: 'Needed to set the app’s webhook from here and to change the profile picture.',
      },
    ],
  },
  healthCheck: { service: 'whatsappHealthCheck' },
}

export const integrations: IntegrationDefinition[] = [integration]
export const bundle: IntegrationBundle | undefined = undefined
export const bundles: IntegrationBundle[] = []

export default integration
