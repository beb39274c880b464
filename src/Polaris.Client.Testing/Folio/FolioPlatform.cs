namespace Polaris.Client.Testing.Folio;

/// <summary>The two gateways FOLIO is run behind; they refuse the same mistakes in different words.</summary>
public enum FolioPlatform
{
    /// <summary>Okapi: plain texts, 400 for a missing token, 422 for a refused sign-in.</summary>
    Okapi,

    /// <summary>Eureka with Kong and Keycloak: JSON errors, 401 for a missing token and for a refused sign-in.</summary>
    Eureka,
}
