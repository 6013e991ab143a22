/** Freeze: nothing is begun in its scope until it ends; what is half done is finished safely. */
import { z } from 'zod';
import { instant, name, text } from './fields.ts';

export const freezeSpec = z
  .strictObject({
    scope: z.enum(['fleet', 'cluster', 'node']).describe('How far it reaches.'),
    cluster: name.optional().describe('Required with `scope: cluster`.'),
    node: name.optional().describe('Required with `scope: node`.'),
    reason: text(1_024).describe('Why, for whoever is stopped by it.'),
    until: instant.optional().describe('When it ends by itself; only by deletion when absent.'),
    who: text(128).describe('Whom to ask.'),
  })
  .superRefine((spec, ctx) => {
    for (const word of ['cluster', 'node'] as const) {
      const isGiven = spec[word] !== undefined;
      if (isGiven === (spec.scope === word)) continue;
      const params = isGiven
        ? { code: 'E_CONTRADICTION', hint: `write scope: ${word}, or remove ${word}` }
        : { code: 'E_REQUIRED', hint: `add ${word} to spec` };
      const message = isGiven ? `the scope is ${spec.scope}` : 'is missing';
      ctx.addIssue({ code: 'custom', path: [word], message, params });
    }
  });
