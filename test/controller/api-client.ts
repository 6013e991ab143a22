/** HTTP over a unix socket with nothing in between: what the API really sends. */
import { type ClientRequest, type IncomingMessage, request } from 'node:http';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are compared, not used
  readonly body: any;
}

export interface Question {
  readonly method?: string;
  readonly json?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

export async function ask(socket: string, path: string, question: Question = {}): Promise<Answer> {
  const { answer } = open(socket, path, question);
  const message = await answer;
  let text = '';
  for await (const chunk of message.setEncoding('utf8')) text += chunk;
  return { status: message.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) };
}

/** For streams: the answer as soon as its headers are there. */
export function open(
  socketPath: string,
  path: string,
  { method = 'GET', json, text, headers }: Question = {},
): { asked: ClientRequest; answer: Promise<IncomingMessage> } {
  const payload = text ?? (json === undefined ? undefined : JSON.stringify(json));
  const type = payload === undefined ? {} : { 'content-type': 'application/json' };
  const asked = request({ socketPath, path, method, headers: { ...type, ...headers } });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  answer.catch(() => undefined); // awaited later, or ended on purpose
  asked.end(payload);
  return { asked, answer };
}
