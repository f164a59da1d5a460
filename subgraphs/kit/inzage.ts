/** A processing of a citizen's data, as the citizen is told of it. */
export type VerwerkingInInzage = {
  /** Of the record. */
  readonly id: string;
  /** When the source was asked, ISO 8601 in UTC. */
  readonly tijdstip: string;
  readonly bron: string;
  /** Whether the source answered. */
  readonly isGelukt: boolean;
  /** From the register of processing activities. */
  readonly doel: string;
  readonly omschrijving: string;
  readonly partner: string;
  readonly verantwoordelijke: string;
  readonly grondslagen: readonly string[];
};

/** What the citizen who asks may see of the own data; only the gateway knows who that is. */
export type Inzage = {
  readonly clientnummer: string;
  /**
   * Who processed what of the citizen, the oldest first, without confidential investigations.
   * @param vanaf,tot moments between which it began, both included
   */
  readonly verwerkingen: (vanaf: Date, tot: Date) => Promise<readonly VerwerkingInInzage[]>;
};
