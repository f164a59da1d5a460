/** What a front office notices of another supergraph: its API schema, its documents, their plans. */
import { readdirSync } from 'node:fs';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, parse, validate } from 'graphql';
import { operatie } from '../operations.ts';

/** Every document of `schema/operations`, by file name. */
export const operaties = readdirSync(new URL('../../schema/operations/', import.meta.url))
  .filter((bestand) => bestand.endsWith('.graphql'))
  .map((bestand) => bestand.replace(/\.graphql$/, ''))
  .sort();

/** How `nieuw` differs from `oud` for who asks: what breaks, and whether anything differs at all. */
export async function vergelijkApi(oud: string, nieuw: string) {
  const verschillen = await diff(buildSchema(oud), buildSchema(nieuw));
  const breekt = verschillen.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  return {
    breekt: breekt.map(({ message }) => message),
    verschillen: verschillen.map(({ message }) => message),
  };
}

/** The documents that the API schema does not take, with the first reason. */
export function ongeldigeOperaties(apiSdl: string): Readonly<Record<string, string>> {
  const schema = buildSchema(apiSdl);
  return Object.fromEntries(
    operaties.flatMap((naam) => {
      const [fout] = validate(schema, parse(operatie(naam)));
      return fout === undefined ? [] : [[naam, fout.message]];
    }),
  );
}

/** The subgraphs that the plan of each document asks. @throws when a document cannot be planned */
export function planOperaties(supergraphSdl: string): Readonly<Record<string, readonly string[]>> {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const planner = new QueryPlanner(supergraph);
  return Object.fromEntries(
    operaties.map((naam) => {
      const operation = operationFromDocument(supergraph.apiSchema(), parse(operatie(naam)));
      const plan = JSON.stringify(planner.buildQueryPlan(operation));
      const namen = [...plan.matchAll(/"serviceName":"([^"]+)"/g)].map(([, service]) => service ?? '');
      return [naam, [...new Set(namen)].sort()];
    }),
  );
}
