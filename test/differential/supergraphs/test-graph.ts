/** A graph made for the differential test: the SDL of its subgraphs, by name. */
export type TestGraph = {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  /** Operations that Apollo's planner is known not to plan, or not within seconds, by their text. */
  readonly beyondApollo?: (text: string) => boolean;
};

/** What a Federation 2 subgraph opens its SDL with. */
export const federation2 = `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: [
        "@key" "@requires" "@provides" "@external" "@shareable" "@override" "@inaccessible" "@interfaceObject" "@extends"
      ]
    )
`;
