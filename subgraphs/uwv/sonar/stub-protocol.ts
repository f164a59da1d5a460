import { json, type StubRequest, type StubResponse } from '../../kit/index.ts';

/** One operation of the simulated SONAR: the body it takes, and how it answers one that is in order. */
export type Operatie = {
  readonly antwoord: (body: Readonly<Record<string, unknown>>) => StubResponse;
  /** The protocol's way of "nothing". */
  readonly niets: (body: Readonly<Record<string, unknown>>) => StubResponse;
  /** A valid answer of the wrong shape. */
  readonly verkeerdeVorm: StubResponse;
};

/** An error as SONAR says it: `application/problem+json` (RFC 9457). */
export function probleem(
  status: number,
  code: string,
  title: string,
  headers: Record<string, string> = {},
): StubResponse {
  return json(
    status,
    {
      type: `https://sonar.example/fouten/${code}`,
      code,
      title,
      status,
      detail: 'INTERN: db-host-7 stacktrace',
    },
    { 'content-type': 'application/problem+json', ...headers },
  );
}

/** What SONAR checks before any operation: the operation and the body, or the answer that refuses. */
export function controleer(
  { method, path, headers, body }: StubRequest,
  operaties: Readonly<Record<string, Operatie>>,
):
  | { readonly operatie: Operatie; readonly body: Readonly<Record<string, unknown>> }
  | { readonly fout: StubResponse } {
  if (!/^Bearer \S+$/.test(headers.authorization ?? '')) {
    return { fout: probleem(401, 'niet_aangemeld', 'Aanmelding ontbreekt.') };
  }
  const operatie = Object.hasOwn(operaties, path) ? operaties[path] : undefined;
  if (operatie === undefined) return { fout: probleem(404, 'niet_gevonden', 'Deze dienst bestaat niet.') };
  if (method !== 'POST') return { fout: probleem(405, 'methode', 'Alleen POST.') };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    return { fout: probleem(415, 'mediatype', 'Alleen application/json.') };
  }
  const gelezen = leesObject(body);
  return gelezen === undefined
    ? { fout: probleem(400, 'onleesbaar', 'De vraag is geen JSON-object.') }
    : { operatie, body: gelezen };
}

function leesObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const waarde: unknown = JSON.parse(body);
    return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
      ? (waarde as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
