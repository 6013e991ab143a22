/**
 * The agent's side of commands: decode, run the handler, answer. Every request gets exactly one
 * answer, a reply or a refusal; the frame's type tells the two apart.
 */
import type { Msg } from 'nats';
import type { Logger } from 'pino';
import { commandCodecs, commandErrorCodec } from '../schemas/codec/bus-codec.ts';
import { COMMANDS, type CommandVerb } from '../schemas/commands.ts';
import { FleetError } from '../schemas/errors.ts';
import type { CommandHandlers } from './contract.ts';
import { COMMANDS_IN_FLIGHT_MAX } from './limits.ts';

export class CommandServer {
  readonly #handlers: CommandHandlers;
  readonly #log: Logger;
  #inFlight = 0;

  constructor(handlers: CommandHandlers, log: Logger) {
    this.#handlers = handlers;
    this.#log = log;
  }

  /** Answers in the background; never throws. */
  take(message: Msg): void {
    void this.#answer(message);
  }

  async #answer(message: Msg): Promise<void> {
    const verb = message.subject.slice(message.subject.lastIndexOf('.') + 1);
    this.#inFlight += 1;
    try {
      this.#send(message, verb, await this.#run(verb, message.data));
    } catch (error) {
      this.#refuse(message, verb, error);
    } finally {
      this.#inFlight -= 1;
    }
  }

  async #run(word: string, data: Uint8Array): Promise<Uint8Array> {
    if (this.#inFlight > COMMANDS_IN_FLIGHT_MAX) {
      throw new FleetError('E_NODE_SILENT', 'the agent is busy with other commands', {
        hint: 'ask again in a moment',
      });
    }
    if (!isVerb(word)) {
      throw new FleetError('E_NOT_FOUND', `this agent does not know the command "${word}"`, {
        hint: 'upgrade the agent',
      });
    }
    return answerTo(word, data, this.#handlers);
  }

  #send(message: Msg, verb: string, bytes: Uint8Array): void {
    try {
      message.respond(bytes);
    } catch (cause) {
      throw new FleetError('E_TOO_LARGE', `the reply to ${verb} has ${bytes.length} bytes`, {
        cause,
        hint: 'ask for less, with a filter or a limit',
      });
    }
  }

  #refuse(message: Msg, verb: string, error: unknown): void {
    const isOperating = error instanceof FleetError;
    if (!isOperating) this.#log.error({ err: error, verb }, 'command failed by a defect');
    const { code, hint } = isOperating ? error : { code: 'E_INTERNAL', hint: '' };
    const text = error instanceof Error ? error.message : String(error);
    try {
      message.respond(commandErrorCodec.encode({ code, message: text, hint }));
    } catch (cause) {
      // Only when the connection is being closed: the caller's deadline tells it.
      this.#log.warn({ err: cause, verb }, 'command could not be answered');
    }
  }
}

async function answerTo<V extends CommandVerb>(
  verb: V,
  data: Uint8Array,
  handlers: CommandHandlers,
): Promise<Uint8Array> {
  const codecs = commandCodecs(verb);
  return codecs.reply.encode(await handlers[verb](codecs.request.decode(data)));
}

function isVerb(word: string): word is CommandVerb {
  return Object.hasOwn(COMMANDS, word);
}
