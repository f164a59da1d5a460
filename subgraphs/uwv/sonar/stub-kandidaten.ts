import { json } from '../../kit/index.ts';
import type { Bevolking, Persoon } from '../../population/index.ts';
import {
  ervaringscodes,
  isDirectBemiddelbaar,
  kandidatenVan,
  reistijdMinuten,
  werkEnDenkniveau,
} from '../../population/matching.ts';
import { type Operatie, probleem } from './stub-protocol.ts';

/** Most candidates in one answer, as with VUM. */
const maximum = 100;

/** `POST /sonar/v1/kandidaten`: jobseekers who are directly employable and seek the profession. */
export function kandidatenOperatie(bevolking: Bevolking): Operatie {
  const bemiddelbaar = kandidatenVan(bevolking, isDirectBemiddelbaar);
  return {
    antwoord: ({ vraagObject }) => {
      const vraag = leesVraag(vraagObject);
      if (vraag === undefined) return probleem(400, 'ongeldig', 'vraagObject is niet in orde.');
      const gevonden = bemiddelbaar.filter(
        ({ werkzoekende }) =>
          vraag.beroepcode === undefined ||
          werkzoekende?.beroepen.some(({ code }) => code === vraag.beroepcode) === true,
      );
      return json(200, {
        maximumAantalResultatenBereikt: gevonden.length > maximum,
        matches: gevonden.slice(0, maximum).map((persoon) => match(persoon, vraag.plaats)),
      });
    },
    niets: () => json(200, { maximumAantalResultatenBereikt: false, matches: [] }),
    verkeerdeVorm: json(200, { maximumAantalResultatenBereikt: 'nee', matches: { naam: 'J. Jansen' } }),
  };
}

function match(persoon: Persoon, plaats: string | null): object {
  const { werkzoekende, doelgroepregister } = persoon;
  const niveau = werkEnDenkniveau(persoon);
  const reistijd = reistijdMinuten(persoon, plaats);
  return {
    burgerservicenummer: persoon.bsn,
    bemiddelingsberoep: werkzoekende?.beroepen.map(({ code }) => ({ codeBeroepsnaam: code })),
    arbeidsmarktkwalificatie: {
      ...(niveau === undefined ? {} : { codeWerkEnDenkniveauWerkzoekende: Number(niveau) }),
      werkervaring: ervaringscodes(persoon).map((code) => ({ beroep: { codeBeroepsnaam: code } })),
    },
    flexibiliteit: { datumAanvangBeschikbaarVoorWerk: werkzoekende?.beschikbaarVanaf },
    mobiliteit: {
      maximaleReistijd: werkzoekende?.reistijdMinuten,
      ...(reistijd === undefined ? {} : { reistijd }),
    },
    werktijden: { aantalWerkurenPerWeekMaximaal: werkzoekende?.urenPerWeek },
    indicatieLdrRegistratie:
      doelgroepregister !== undefined && doelgroepregister.einddatum === undefined ? 1 : 2,
  };
}

/** The selections of VUM 3 that this operation takes; undefined when the question is not one. */
function leesVraag(
  vraagObject: unknown,
): { readonly beroepcode?: string; readonly plaats: string | null } | undefined {
  if (typeof vraagObject !== 'object' || vraagObject === null) return undefined;
  const { bemiddelingsberoep, werkplaats } = vraagObject as Vraagobject;
  const plaats = werkplaats?.plaats;
  if (plaats !== null && typeof plaats !== 'string') return undefined;
  if (bemiddelingsberoep === undefined) return { plaats };
  const beroepcode = bemiddelingsberoep.$elemMatch?.$or?.[0]?.['beroep.codeBeroepsnaam']?.$eq;
  return typeof beroepcode === 'string' ? { beroepcode, plaats } : undefined;
}

type Vraagobject = {
  readonly bemiddelingsberoep?: {
    readonly $elemMatch?: {
      readonly $or?: readonly { readonly 'beroep.codeBeroepsnaam'?: { readonly $eq?: unknown } }[];
    };
  };
  readonly werkplaats?: { readonly plaats?: unknown };
};
