using Polaris.Client.Http;

namespace Polaris.Client.Authentication;

/// <summary>Bearer tokens from the caller's delegate, which keeps and renews them itself.</summary>
internal sealed class BearerTokens(Func<CancellationToken, ValueTask<string>> getToken) : ITokenSource
{
    private readonly object _gate = new();
    private KeyValuePair<string, PolarisToken> _last;

    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks once more; the same token again means that there is none newer.</summary>
    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        var token = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return token == refused ? null : token;
    }

    private async ValueTask<PolarisToken> ReadAsync(CancellationToken cancellationToken)
    {
        var text = await getToken(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException("Credentials:BearerToken gave no token; the delegate must return one or throw.");
        }

        lock (_gate)
        {
            if (_last.Key != text)
            {
                _last = new(text, PolarisToken.Bearer(text));
            }

            return _last.Value;
        }
    }
}
