const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

/** Names of WS-Security 1.0 (OASIS 2004), its X.509 token profile, and XML Signature. */
export const wss = {
  wsse: `${oasis}-wssecurity-secext-1.0.xsd`,
  wsu: `${oasis}-wssecurity-utility-1.0.xsd`,
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  /** `ValueType` of a token that is one certificate. */
  x509v3: `${oasis}-x509-token-profile-1.0#X509v3`,
  /** `EncodingType` of such a token. */
  base64: `${oasis}-soap-message-security-1.0#Base64Binary`,
} as const;

/** The algorithms that the WSDLs of Suwinet and Digikoppeling ask for; no others are used or accepted. */
export const algoritmen = {
  canonicalisatie: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  handtekening: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const;
