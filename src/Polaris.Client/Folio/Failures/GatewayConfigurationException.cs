namespace Polaris.Client.Folio;

/// <summary>
/// The gateway does not know the route or the tenant, or did not like the way the token was sent: nothing that a record could cure.
/// </summary>
/// <remarks>
/// HTTP 404 without a record being meant, HTTP 400 <c>No such Tenant</c>, a page of a proxy. Check the base address, the tenant, and whether its modules are enabled.
/// </remarks>
public sealed class GatewayConfigurationException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    public GatewayConfigurationException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}
