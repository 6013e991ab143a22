/**
 * ChatBinding: one chat workspace: which user of the chat is whom in the directory, and what may
 * be asked in which channel. Whoever is not listed may do nothing. Secrets are not in here.
 */
import { z } from 'zod';
import { areDistinct, name, text } from './fields.ts';

/** What chat systems use as identities: letters, digits and a few signs. */
const chatId = z
  .string()
  .regex(/^[A-Za-z0-9_.@-]{1,128}$/, 'not an identity of a chat system')
  .meta({ form: 'chat id' });

const once = (what: string) => ({
  message: `a ${what} is bound twice`,
  params: { code: 'E_CONTRADICTION', hint: 'keep one of the two' },
});

const user = z.strictObject({
  id: chatId.describe('The chat’s own id, not the name on display, which anybody can change.'),
  user: text(128).describe('Who that is in the directory.'),
});

const channel = z.strictObject({
  id: chatId.describe('The chat’s own id of the channel.'),
  clusters: z.array(name).max(256).default([]).describe('What may be spoken of; all if empty.'),
});

export const chatBindingSpec = z.strictObject({
  platform: z.enum(['slack', 'mattermost']).describe('The chat system.'),
  workspace: chatId.describe('Workspace or team; messages of others are refused.'),
  users: z
    .array(user)
    .max(2_000)
    .refine((users) => areDistinct(users.map((one) => one?.id)), once('user'))
    .default([])
    .describe('Who is who.'),
  channels: z
    .array(channel)
    .max(256)
    .refine((channels) => areDistinct(channels.map((one) => one?.id)), once('channel'))
    .default([])
    .describe('Where commands are heard; nowhere when empty.'),
});
