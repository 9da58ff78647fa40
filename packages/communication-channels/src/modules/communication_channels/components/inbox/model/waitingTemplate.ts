/** What a provider's widget gets in `communication_channels.waiting_template:<providerKey>`. */
export type WaitingTemplateContext = { channelId: string; name: string; language: string }
