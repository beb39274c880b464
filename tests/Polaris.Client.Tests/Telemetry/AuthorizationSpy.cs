namespace Polaris.Client.Tests.Telemetry;

/// <summary>Collects the secrets that were really sent.</summary>
internal sealed class AuthorizationSpy(HttpMessageHandler network) : DelegatingHandler(network)
{
    private readonly HashSet<string> _secrets = [];

    public IReadOnlyCollection<string> Secrets
    {
        get
        {
            lock (_secrets)
            {
                return [.. _secrets];
            }
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var parameter = request.Headers.Authorization?.Parameter ?? "";
        lock (_secrets)
        {
            // The first part of a token is the site's domain, which stands in the address too.
            _secrets.UnionWith(request.Headers.Authorization?.Scheme == "PAS" ? parameter.Split(':')[1..] : [parameter]);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
