/** A responder that always has something to say: the calm sentence of the pack, where anything goes wrong. */
import type { Request } from "./read.ts";
import type { Responder, Response, Said } from "./respond.ts";
import { writeText } from "./write.ts";

export function calm(responder: Responder, failure: string, onError: (error: unknown) => void): Responder {
  function sayFailure(error: unknown): Said {
    onError(error);
    return { body: writeText(failure), urgent: false };
  }

  function respondFailure(request: Request, error: unknown): Response {
    const said = sayFailure(error);
    if (request.kind === "suggest") return { kind: "choices", choices: [] };
    return { kind: "message", private: request.private, ...said };
  }

  return {
    toMessage: (heard) => guarded(() => responder.toMessage(heard), sayFailure),
    toInteraction: (request) =>
      guarded(
        () => responder.toInteraction(request),
        (error) => respondFailure(request, error),
      ),
  };
}

/** What is at hand at once stays so: only what has to be waited for becomes a promise. */
function guarded<T>(work: () => T | Promise<T>, otherwise: (error: unknown) => T): T | Promise<T> {
  try {
    const result = work();
    return result instanceof Promise ? result.catch(otherwise) : result;
  } catch (error) {
    return otherwise(error);
  }
}
