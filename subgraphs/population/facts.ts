/**
 * The facts of the synthetic population, in terms of the domain and of no partner's protocol.
 * Simulated sources translate them into their own messages. Everything is made up; dates are EDTF
 * (`2015-03-17`, `2015-XX-XX`), amounts integer cents, codes those of the real code lists.
 */
import type { Adres, Datum, Naam } from './facts-base.ts';
import type { Vacature, Voorstel, Werkgever } from './facts-employers.ts';
import type {
  Bijstand,
  Inburgering,
  Klantdocument,
  Klantdossier,
  Reintegratie,
} from './facts-municipality.ts';
import type {
  Loonwaardemeting,
  Ontwikkelplan,
  SwDienstverband,
  SwWachtlijst,
} from './facts-sheltered-work.ts';
import type {
  Doelgroepregistratie,
  Indicatie,
  Inkomstenverhouding,
  UwvAanvraag,
  UwvUitkering,
  Werkzoekende,
} from './facts-uwv.ts';

export * from './facts-base.ts';
export * from './facts-employers.ts';
export * from './facts-municipality.ts';
export * from './facts-sheltered-work.ts';
export * from './facts-uwv.ts';

/** A person of the region. Which facts are present decides which partner knows the person. */
export type Persoon = {
  /** Nine digits, from the published test range 9999…, passes the eleven-test. */
  readonly bsn: string;
  readonly naam: Naam;
  readonly geslacht: 'M' | 'V';
  /** Some are partial, as in the BRP. */
  readonly geboortedatum: Datum;
  readonly adres: Adres;
  readonly telefoon: string;
  readonly email: string;
  /** Asked the municipality not to give data to third parties (BRP); absent when not. */
  readonly geheimhouding?: true;
  readonly partner?: { readonly bsn: string; readonly naam: Naam; readonly geboortedatum: Datum };

  /** Social assistance of the municipality (GWS, SuwiML Bijstandsregelingen). */
  readonly bijstand?: Bijstand;
  /** Re-integration by the municipality (SuwiML GSDDossierReintegratie, KVS). */
  readonly reintegratie?: Reintegratie;
  /** File in the municipality's client tracking system (KVS). */
  readonly klantdossier?: Klantdossier;
  /** Documents in the municipality's digital client file (DKD), most recent last. */
  readonly documenten?: readonly Klantdocument[];
  readonly inburgering?: Inburgering;

  /** Employee-insurance benefits of UWV. */
  readonly uwvUitkeringen: readonly UwvUitkering[];
  readonly uwvAanvragen: readonly UwvAanvraag[];
  readonly werkzoekende?: Werkzoekende;
  /** Income relations in the Polisadministratie. */
  readonly inkomstenverhoudingen: readonly Inkomstenverhouding[];
  readonly doelgroepregister?: Doelgroepregistratie;

  readonly swDienstverband?: SwDienstverband;
  readonly swWachtlijst?: SwWachtlijst;
  /** Development plan at the sheltered-employment company; some of those who work there have one. */
  readonly ontwikkelplan?: Ontwikkelplan;
  /** Decisions and advice of UWV on sheltered work, oldest first; absent when it never gave any. */
  readonly indicaties?: readonly Indicatie[];
  /** Most recent last. */
  readonly loonwaardemetingen: readonly Loonwaardemeting[];

  /** Proposals as a candidate in the employers' CRM. */
  readonly voorstellen: readonly Voorstel[];
};

/** Everything that the simulated sources of one region know. */
export type Bevolking = {
  readonly regio: string;
  /** The day the population is of: everything is dated relative to it. */
  readonly peildatum: string;
  /** In a fixed order; the first is the README's client, known to all four partners. */
  readonly personen: readonly Persoon[];
  readonly perBsn: ReadonlyMap<string, Persoon>;
  readonly werkgevers: readonly Werkgever[];
  readonly vacatures: readonly Vacature[];
  /** Clients in whose lives a term ends around `vraagdagVan(peildatum)`; for who needs one of each. */
  readonly levenslopen?: readonly Levensloop[];
};

/** A client of whom a term of these process rules ends on a day. */
export type Levensloop = {
  readonly regels: readonly string[];
  readonly vervalt: Datum;
  /** Place in `personen`. */
  readonly volgnummer: number;
};
