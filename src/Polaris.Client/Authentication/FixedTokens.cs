using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>A ready token pair, which cannot be renewed.</summary>
internal sealed class FixedTokens(PolarisToken token) : ITokenSource
{
    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => new(token);

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) => default;
}
