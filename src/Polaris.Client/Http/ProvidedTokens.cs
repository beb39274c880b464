using Polaris.Client.Compatibility;

namespace Polaris.Client.Http;

/// <summary>Tokens from the caller's delegate, which caches and renews them itself.</summary>
/// <param name="getToken">The delegate.</param>
/// <param name="create">Creates a token from a string.</param>
/// <param name="key">The key of the delegate in the options, for messages.</param>
internal sealed class ProvidedTokens(
    Func<CancellationToken, ValueTask<string>> getToken, Func<string, AccessToken> create, string key) : ITokenSource
{
    private readonly object _gate = new();
    private KeyValuePair<string, AccessToken> _last;

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Calls the delegate once more; if it returns the same token, there is no newer one.</summary>
    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        var token = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return token == refused ? null : token;
    }

    private async ValueTask<AccessToken> ReadAsync(CancellationToken cancellationToken)
    {
        // A delegate that does not observe the token must not make its callers wait forever.
        var text = await getToken(cancellationToken).AsTask().WithCallersToken(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_last.Value is null || _last.Key != text)
            {
                _last = new(text, create(Checked(text)));
            }

            return _last.Value;
        }
    }

    private string Checked(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException($"{key} returned no token; the delegate must return one or throw.");
        }

        return CredentialText.FitsHeader(text!)
            ? text!
            : throw new InvalidOperationException($"{key} returned a token with a blank, a line break or a similar character, which an HTTP header cannot carry.");
    }
}
