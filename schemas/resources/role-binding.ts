/** RoleBinding: who has a role. */
import { z } from 'zod';
import { name, text } from './fields.ts';

const subject = z.strictObject({
  type: z.enum(['user', 'group']).describe('A person or program, or a group of the directory.'),
  name: text(128).describe('As the directory has it.'),
});

export const roleBindingSpec = z.strictObject({
  role: name.describe('The Role.'),
  subjects: z.array(subject).min(1).max(256).describe('Who has it.'),
});
