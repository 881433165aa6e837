// A certificate of the kit for sealing, and that of its authority, which nobody else knows: DER in base64.

/** The organisation of the certificate, as a DID. */
export const ORGANISATION = "did:elsi:VATES-A00000000";
/** The host that the certificate names. */
export const HOST = "issuer.conformance.example";

/** Valid until 2051; made for this kit alone, so its key may be read by anyone. */
export const PRIVATE_KEY =
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXyJ5OMKcZKGM6CK1bb+u3ftnI4mbwh5BcjDxQ8XexWGhRANCAARW" +
  "CsqkiEWjHxSlHnSAk/il1JRQ5EAjct0roiIixGh9p94EzqGq+V84qoooaDcafvXXPwC0EbBb2yXlNve50jgY";
/** What `kid` says of another certificate of that authority: its issuer and its serial number (RFC 5035, section 4). */
export const OTHER_SERIAL =
  "MGAwSKRGMEQxCzAJBgNVBAYTAkVTMRQwEgYDVQQKDAtDb25mb3JtYW5jZTEfMB0GA1UEAwwWUm9vdCB0aGF0IG5vYm9keSBrbm93" +
  "cwIUJxHmfdWZEShKeJAIVapsTfkSX54=";
export const LEAF =
  "MIICMTCCAdigAwIBAgIUPqM7cgiNUfnlusc+pdrL/WMpF5gwCgYIKoZIzj0EAwIwRDELMAkGA1UEBhMCRVMxFDASBgNVBAoMC0Nv" +
  "bmZvcm1hbmNlMR8wHQYDVQQDDBZSb290IHRoYXQgbm9ib2R5IGtub3dzMCAXDTI2MTEyMzEyMjgxNVoYDzIwNTEwNzE1MTIyODE1" +
  "WjBMMQswCQYDVQQGEwJFUzEUMBIGA1UECgwLQ29uZm9ybWFuY2UxGDAWBgNVBGEMD1ZBVEVTLUEwMDAwMDAwMDENMAsGA1UEAwwE" +
  "U2VhbDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFYKyqSIRaMfFKUedICT+KXUlFDkQCNy3SuiIiLEaH2n3gTOoar5Xziqiiho" +
  "Nxp+9dc/ALQRsFvbJeU297nSOBijgZ0wgZowDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUH" +
  "AwQwJQYDVR0RBB4wHIIaaXNzdWVyLmNvbmZvcm1hbmNlLmV4YW1wbGUwHwYDVR0jBBgwFoAUDhIQjtF725dzTRL2uM8X+WOcqk8w" +
  "HQYDVR0OBBYEFBXxj4YZlQCrVFImy2Y7HdPoamV7MAoGCCqGSM49BAMCA0cAMEQCIC94Ut+Jxt4zv8TgCPOiJ/3SYKSVjS2FzTny" +
  "rat6J7ZXAiAEaaBRhBkZAVOhU9UaYDaMLzepDvZnaMQkCXESRxJbjw==";
export const ROOT =
  "MIIB8DCCAZWgAwIBAgIUJxHmfdWZEShKeJAIVapsTfkSX54wCgYIKoZIzj0EAwIwRDELMAkGA1UEBhMCRVMxFDASBgNVBAoMC0Nv" +
  "bmZvcm1hbmNlMR8wHQYDVQQDDBZSb290IHRoYXQgbm9ib2R5IGtub3dzMCAXDTI2MTEyMzEyMjgxNVoYDzIwNTEwNzE1MTIyODE1" +
  "WjBEMQswCQYDVQQGEwJFUzEUMBIGA1UECgwLQ29uZm9ybWFuY2UxHzAdBgNVBAMMFlJvb3QgdGhhdCBub2JvZHkga25vd3MwWTAT" +
  "BgcqhkjOPQIBBggqhkjOPQMBBwNCAAQigSSzALot6Gai6i+4skJw6SwSbbHrjhxIJOF8/gr0j1Fj8xf33lxYuhP8dQK/zbjGgPDu" +
  "vlENJu0iCrbhMowso2MwYTAdBgNVHQ4EFgQUDhIQjtF725dzTRL2uM8X+WOcqk8wHwYDVR0jBBgwFoAUDhIQjtF725dzTRL2uM8X" +
  "+WOcqk8wDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0EAwIDSQAwRgIhAM68EYnAnIjOB+1i3ho//qmQ" +
  "Ru8kURy48p6IIveHCKuAAiEAs0g41T5kwD9vz4X8sjXKG6IJHE3GN9G9aKO2F8Y5cWw=";
