namespace Polaris.Client.Testing;

/// <summary>The two gateways of FOLIO; they report the same errors differently.</summary>
public enum FolioPlatform
{
    /// <summary>Okapi: plain text, 400 for a missing token, 422 for a refused sign-in.</summary>
    Okapi,

    /// <summary>Eureka with Kong and Keycloak: JSON errors, 401 for a missing token and for a refused sign-in.</summary>
    Eureka,
}

/// <summary>A release of FOLIO's inventory storage module.</summary>
public enum FolioRelease
{
    /// <summary>Version 30, of April 2026.</summary>
    V30,

    /// <summary>Version 29, which is still maintained; 20 of the 26 vocabularies report a duplicate value differently.</summary>
    V29,
}
