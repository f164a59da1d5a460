import { getNamedType } from 'graphql';
import { errorsWithin, isWithin, lostAt, samePath, valueAt } from './answer-places.ts';
import type { Path } from './compare.ts';
import {
  elementPlaces,
  emptyPlaces,
  type Found,
  hasOwnRepresentation,
  isEarlierElement,
  isFoundBesideErrors,
  isObject,
  isOneMore,
  isPartOf,
  isWithoutFields,
  lacksFragment,
  objectPlaces,
  requiringPlaces,
} from './evidence.ts';
import { fieldOrders, isNeverNull, placesAt, undoneBy, withoutConditions } from './specification.ts';
import { readSupergraphText } from './supergraph-text.ts';

/** A way in which an executor may differ from Apollo's, because Apollo's is not what the specification says. */
export type KnownDifference = {
  readonly name: string;
  /** Section of the GraphQL specification (October 2021) and what follows from it. */
  readonly argument: string;
  /** As narrow as can be: a difference that is not this one must not pass for it. */
  readonly covers: (found: Found) => boolean;
  /** An operation that shows it in the world of a seed, with one of the planners at least. */
  readonly example: { readonly graph: string; readonly seed: string; readonly text: string };
};

/** Each example must show its difference and no other that is not known, or the list is no longer true. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'order of fields in fragments',
    argument:
      '7.2.2 Serialized Map Ordering: fields come in the order of CollectFields (6.3.2), which visits fragments ' +
      'where they stand. Apollo first merges fragments with their surroundings, which moves fields.',
    covers: ({ difference, graph, operation }) =>
      difference.kind === 'order' &&
      fieldOrders(graph, operation, difference.path).includes(difference.judged.join()) &&
      !fieldOrders(graph, operation, difference.path).includes(difference.apollo.join()),
    example: {
      graph: 'bibliotheek',
      seed: 'bibliotheek/32',
      text: '{ recensies { over { ... { x: reserveringen } y: editie ... { editie } } } }',
    },
  },
  {
    name: 'the directive @defer',
    argument:
      '4.2.6 The __Directive Type: introspection tells the directives that a server supports. We support @defer, ' +
      'and say so.',
    covers: ({ difference }) =>
      difference.kind === 'data' &&
      difference.path.length === 2 &&
      difference.path[1] === 'directives' &&
      isOneMore(difference.judged, difference.apollo),
    example: { graph: 'rooster', seed: 'rooster/0', text: '{ __schema { directives { name } } }' },
  },
  {
    name: 'an error that the gateway finds, alone',
    argument:
      '6.4.4 Handling Field Errors: a value that cannot stand in its place is a field error, and stands in ' +
      '`errors`. Apollo puts it in `extensions.valueCompletion`.',
    covers: ({ difference, apollo }) =>
      difference.kind === 'extra error' &&
      apollo.answer.valueCompletion.some(({ path }) => samePath(path, difference.path)),
    example: {
      graph: 'schuldhulp',
      seed: 'schuldhulp/101',
      text: '{ schuldenaar(nummer: "id-1") { naam } }',
    },
  },
  {
    name: 'a null that the gateway finds, beside other errors',
    argument:
      '6.4.4 Handling Field Errors: as above, and each field error counts for itself. Apollo leaves out what it ' +
      'finds as soon as any subgraph gave an error, about whatever.',
    covers: (found) => isFoundBesideErrors(found, (path) => isNeverNull(found.graph, found.operation, path)),
    example: {
      graph: 'rooster',
      seed: 'rooster/21',
      text: '{ plekken { naam } medewerkers { naam saldo { uren } } }',
    },
  },
  {
    name: 'an object of which nobody told the type',
    argument:
      '6.4.4 Handling Field Errors: `__typename` is never null, so that what has none is null by an error. Apollo ' +
      'leaves out the error where the subgraph that knows the type gives null for the entity.',
    covers: ({ difference, apollo, operation, graph }) =>
      difference.kind === 'extra error' &&
      difference.path !== undefined &&
      placesAt(graph, operation, difference.path).some(({ coordinate }) =>
        coordinate.endsWith('.__typename'),
      ) &&
      lostAt(apollo.answer, difference.path) !== undefined,
    example: {
      graph: 'kinderopvang',
      seed: 'vierkinderopvang/14',
      text: '{ kinderen { wachtlijst { __typename } } }',
    },
  },
  {
    name: 'a hidden type or value that the gateway finds, beside other errors',
    argument:
      '6.4.3 Value Completion: an object whose type is not in the schema, and an enum value that is not, are field ' +
      'errors; what is @inaccessible is not in the schema. Apollo leaves them out beside other errors.',
    covers: (found) =>
      isFoundBesideErrors(found, (path) =>
        placesAt(found.graph, found.operation, path).some(({ type }) =>
          readSupergraphText(found.graph).partlyHidden.has(getNamedType(type).name),
        ),
      ),
    example: {
      graph: 'doelgroepenvervoer',
      seed: 'doelgroepenvervoer/122',
      text: '{ voertuigen { zitplaatsen } meldingen { ... on Vertraging { minuten } } }',
    },
  },
  {
    name: 'an error of a whole fetch of entities',
    argument:
      '7.1.2 Errors: a path leads to a field of the response. Apollo gives the path of the fetch, with "@" and ' +
      '"_entities" in it, which is none; ours gives none where no one field failed.',
    covers: ({ difference, apollo, judged }) => {
      if (difference.kind === 'missing error') {
        return (
          difference.path?.at(-1) === '_entities' &&
          judged.answer.errors.some(
            ({ path, message }) => path === undefined && message === difference.message,
          )
        );
      }
      return (
        difference.kind === 'extra error' &&
        difference.path === undefined &&
        apollo.answer.errors.some(
          ({ path, message }) => path?.at(-1) === '_entities' && message === difference.message,
        )
      );
    },
    example: {
      graph: 'schuldhulp',
      seed: 'schuldhulp/139',
      text: '{ schuldenaar(nummer: "id-4") { naam } }',
    },
  },
  {
    name: 'the index of an entity after one that was not asked',
    argument:
      '7.1.2 Errors: list indices are those of the response. Apollo counts the entities that it asked; after one ' +
      'for which it could not (null, or of another type) every index is that of an earlier element.',
    covers: ({ difference, apollo, judged }) => {
      if (difference.kind !== 'missing error' && difference.kind !== 'extra error') return false;
      const { path, message } = difference;
      if (path === undefined) return false;
      const isMissing = difference.kind === 'missing error';
      const others = (isMissing ? judged : apollo).answer.errors.filter((error) => error.message === message);
      return others.some(({ path: other }) => {
        if (other === undefined) return false;
        const [early, late] = isMissing ? [path, other] : [other, path];
        return isEarlierElement(early, late) && lostAt(apollo.answer, late) !== undefined;
      });
    },
    example: {
      graph: 'scholing',
      seed: 'vierscholing/97',
      text: '{ zoek(tekst: "regel\\nregel") { ... on Beoordeeld { beoordeling } } }',
    },
  },
  {
    name: 'a field that requires what a failed fetch should have given',
    argument:
      '6.4.4 Handling Field Errors: a nullable field that fails is null, and so is what stands for it in a ' +
      'representation. Apollo does not ask the requiring field then, or says that all around it is null.',
    covers: ({ difference, graph, operation, apollo, judged }) =>
      (difference.kind === 'data' || difference.kind === 'extra error') &&
      difference.path !== undefined &&
      apollo.answer.errors.some(({ path }) => path === undefined || path.at(-1) === '_entities') &&
      requiringPlaces(graph, operation, difference.path).length > 0 &&
      hasOwnRepresentation(judged, apollo),
    example: {
      graph: 'kinderopvang',
      seed: 'vierkinderopvang/133',
      text: '{ strengst { vergoedingCenten } }',
    },
  },
  {
    name: 'a field that shares its fetch with one that is skipped',
    argument:
      '3.13.1 @skip: a field that is skipped does not matter to the others. Apollo lets two fields that require ' +
      'something share a fetch, and does not ask it when what the skipped one requires was not asked.',
    covers: ({ difference, graph, operation, apollo, judged }) =>
      difference.kind === 'data' &&
      errorsWithin(apollo.answer.errors, difference.path).length === 0 &&
      requiringPlaces(graph, operation, difference.path).some((path) => lostAt(apollo.answer, path)) &&
      /@(skip|include)/.test(operation.text) &&
      hasOwnRepresentation(judged, apollo),
    example: {
      graph: 'schuldhulp',
      seed: 'schuldhulp/145',
      text: '{ dossiers { voorstel { looptijdMaanden } zelfstandig @include(if: false) } }',
    },
  },
  {
    name: 'a field with two meanings in a list of lists',
    argument:
      '6.4.3 Value Completion: a value is what its resolver gave. Where one name means two fields, Apollo asks them ' +
      'by other names and renames them, but not within a list of lists.',
    covers: ({ difference, apollo }) =>
      difference.kind === 'data' &&
      difference.path.some(
        (part, index, path) => typeof part === 'number' && typeof path[index + 1] === 'number',
      ) &&
      (difference.apollo === null || isPartOf(difference.apollo, difference.judged)) &&
      apollo.conversation.requests.some(({ query }) => /__alias_\d+/.test(query)),
    example: {
      graph: 'rooster',
      seed: 'drierooster/169',
      text: '{ rooster(week: 2) { rastervakken { ... on Vrij { y: reden } ... on Dienst { y: begin } } } }',
    },
  },
  {
    name: 'a fragment on an interface or union around an object of a known type',
    argument:
      '6.3.2 DoesFragmentTypeApply: a fragment on an abstract type applies to each of its types. Apollo does not ' +
      'the type of an object that can be of one only, and then takes the outer fragment for it.',
    covers: (found) => {
      const { difference } = found;
      if (difference.kind === 'data') return lacksFragment(found, difference.path);
      return (
        difference.kind === 'extra error' &&
        (difference.path?.some((_, index, path) => lacksFragment(found, path.slice(0, index))) ?? false)
      );
    },
    example: {
      graph: 'inburgering',
      seed: 'inburgering/136',
      text: '{ scholen { docenten { ... on Begeleider { ... on Taaldocent { naam } } } } }',
    },
  },
  {
    name: 'an object that an @interfaceObject adds to',
    argument:
      '6.4.4 Handling Field Errors: a value becomes null by an error, and there is none. Apollo lets the subgraph ' +
      'that only knows the interface say the type of an object that it knew already, and then has none.',
    covers: ({ difference, graph, operation, apollo }) => {
      if (difference.kind !== 'data') return false;
      const { path, judged } = difference;
      const { errors, valueCompletion } = apollo.answer;
      const isAddedTo = (place: Path) =>
        placesAt(graph, operation, place).some(({ type }) =>
          readSupergraphText(graph).interfaceObjects.has(getNamedType(type).name),
        );
      if (difference.apollo === null && !isAddedTo(path)) {
        // Without a type it cannot stand where null may not, and takes with it what it stands in.
        return (
          errorsWithin([...errors, ...valueCompletion], path).length === 0 &&
          objectPlaces(judged, path).some(
            (place) => isAddedTo(place) && samePath(undoneBy(graph, operation, place), path),
          )
        );
      }
      return (
        isObject(judged) &&
        isAddedTo(path) &&
        isPartOf(difference.apollo ?? {}, judged) &&
        fieldOrders(graph, operation, path).includes(Object.keys(judged).join()) &&
        [...errors, ...valueCompletion].every(
          (error) =>
            !isWithin(error.path, path) || undoneBy(graph, operation, error.path).length > path.length,
        )
      );
    },
    example: {
      graph: 'kinderopvang',
      seed: 'kinderopvang/110',
      text: '{ gastouders { __typename inspecties { nummer } } }',
    },
  },
  {
    name: 'a field without fields',
    argument:
      '6.3.2 CollectFields: a selection set of which every field is skipped gives an object without fields. Apollo ' +
      'does not ask the field at all, and gives null, or what null leads to.',
    covers: ({ difference, graph, operation, judged }) =>
      difference.kind === 'data' &&
      difference.apollo === null &&
      emptyPlaces(difference.judged, difference.path).some(
        (path) =>
          samePath(undoneBy(graph, operation, path), difference.path) &&
          elementPlaces(valueAt(judged.answer, path), path).every((place) =>
            isWithoutFields(graph, operation, place),
          ),
      ),
    example: {
      graph: 'archief',
      seed: 'archief/142',
      text: 'query ($ja: Boolean = true) { archiefstuk(nummer: 5) { reserveringen @include(if: $ja) { plaats @skip(if: $ja) } } }',
    },
  },
  {
    name: 'an error of a field that was not asked',
    argument:
      '3.13.1 @skip, 3.13.2 @include: a field that is not included is not executed, so there is no error of it. ' +
      'Apollo leaves out such a condition in nested selections, asks, and passes the error on.',
    covers: ({ difference, graph, operation }) =>
      difference.kind === 'missing error' &&
      difference.path !== undefined &&
      placesAt(graph, operation, difference.path).length === 0 &&
      placesAt(graph, withoutConditions(operation), difference.path).length > 0,
    example: {
      graph: 'archief',
      seed: 'archief/75',
      text: 'query ($nee: Boolean = false) { reserveringen @skip(if: $nee) { door { vriend { bijdrage @skip(if: true) } } } }',
    },
  },
  {
    name: 'errors beside the one that undid their place',
    argument:
      '6.4.4 Handling Field Errors: when an error undoes a selection set, fields beside it need not be executed. ' +
      'Which of them were depends on the order of fields and of fetches, which is a matter of the plan.',
    covers: ({ difference, apollo, judged }) => {
      if (difference.kind !== 'missing error' && difference.kind !== 'extra error') return false;
      const { path } = difference;
      if (path === undefined) return false;
      const lost = lostAt(apollo.answer, path);
      if (lost === undefined || lost.length === path.length) return false;
      const { errors, valueCompletion } = (difference.kind === 'missing error' ? judged : apollo).answer;
      return errorsWithin([...errors, ...valueCompletion], lost).some((error) => !samePath(error.path, path));
    },
    example: {
      graph: 'doelgroepenvervoer',
      seed: 'doelgroepenvervoer/131',
      text: '{ reizigers { begeleider { ritten { route { plaats } voertuigkosten uitstootGram } } } }',
    },
  },
];
