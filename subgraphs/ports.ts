/**
 * The port plan of one development machine, derived from the gateway's port: the gateway on `basis`,
 * subgraph i of the registry on `basis + 1 + i`, the control server of its simulated sources on
 * `basis + 100 + 20 i` and its sources on the ports after that.
 */
export type Poortplan = {
  readonly gateway: number;
  readonly subgraph: (index: number) => number;
  readonly control: (index: number) => number;
  readonly bron: (index: number, bronIndex: number) => number;
};

export function poortplan(basis = 4000): Poortplan {
  return {
    gateway: basis,
    subgraph: (index) => basis + 1 + index,
    control: (index) => basis + 100 + 20 * index,
    bron: (index, bronIndex) => basis + 101 + 20 * index + bronIndex,
  };
}
