import { createHash } from 'node:crypto';
import { json, type Poststuk, type Postvak, type StubRequest, type StubResponse } from '../../kit/index.ts';
import type { Bevolking } from '../../population/index.ts';
import { isBsnIdentificator, leesObject, probleem } from './stub-controle.ts';

export const internetakenPath = '/klantinteracties/api/v1/internetaken';

/** Makes an interne taak, or gives the one with a reference. */
export function internetaken({ perBsn }: Bevolking, postvak: Postvak) {
  return (request: StubRequest): StubResponse => {
    if (request.method === 'GET') {
      const stuk = postvak.vind(request.query.get('referentienummer') ?? '');
      const results = stuk === undefined ? [] : [taakVan(stuk, request.origin)];
      return json(200, { count: results.length, next: null, previous: null, results });
    }
    const body = leesObject(request.body) ?? {};
    const params = controleer(body, perBsn);
    if (params.length > 0) return geweigerd(params);
    const { stuk, isNieuw } = postvak.neem(String(body['referentienummer']), body);
    if (!isNieuw) return geweigerd([{ name: 'referentienummer', code: 'unique' }]);
    return json(201, taakVan(stuk, request.origin));
  };
}

export function geweigerd(params: readonly { readonly name: string; readonly code: string }[]): StubResponse {
  const invalidParams = params.map((param) => ({ ...param, reason: 'INTERN: db-host-7' }));
  return probleem(400, 'invalid', 'Invalid input.', '', { invalidParams });
}

/** A task as the system gives it back. */
export function taakVan({ kenmerk, ontvangenOp, inhoud }: Poststuk, origin: string): object {
  const hash = createHash('sha256').update(kenmerk).digest('hex');
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { uuid, url: `${origin}${internetakenPath}/${uuid}`, ...inhoud, toegewezenOp: ontvangenOp };
}

function controleer(body: Readonly<Record<string, unknown>>, perBsn: Bevolking['perBsn']) {
  const { partijIdentificator } = body;
  const lengten = { referentienummer: 10, gevraagdeHandeling: 200, toelichting: 1000 };
  const tekst = Object.entries(lengten).flatMap(([name, maximum]) => {
    const waarde = body[name];
    if (typeof waarde !== 'string' || waarde === '') return [{ name, code: 'required' }];
    return waarde.length > maximum ? [{ name, code: 'max_length' }] : [];
  });
  const status = body['status'] === 'te_verwerken' ? [] : [{ name: 'status', code: 'invalid_choice' }];
  const bsn = isBsnIdentificator(partijIdentificator) ? partijIdentificator.objectId : undefined;
  const partij =
    bsn !== undefined && perBsn.has(bsn) ? [] : [{ name: 'partijIdentificator', code: 'does_not_exist' }];
  return [...tekst, ...status, ...partij];
}
