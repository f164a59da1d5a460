/** WS-Security 1.0 with an X.509 token, as Digikoppeling 2W-be-S and Suwinet ask for it: signed, and checked. */
export * from './controle.ts';
export * from './ondertekenaar.ts';
export * from './sleutelmateriaal.ts';
