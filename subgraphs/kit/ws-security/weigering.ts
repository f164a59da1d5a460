/** Fault codes of WS-Security 1.0 (§12): in namespace `wsse`, but for the time stamp's, which is in `wsu`. */
export type WssFoutcode =
  | 'UnsupportedSecurityToken'
  | 'UnsupportedAlgorithm'
  | 'InvalidSecurity'
  | 'InvalidSecurityToken'
  | 'FailedAuthentication'
  | 'FailedCheck'
  | 'MessageExpired';

/** Why a signature is refused; thrown inside this room only. */
export class Weigering extends Error {
  override readonly name = 'Weigering';
  readonly code: WssFoutcode;

  constructor(code: WssFoutcode, message: string) {
    super(message);
    this.code = code;
  }
}
