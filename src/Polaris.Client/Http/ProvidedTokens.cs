namespace Polaris.Client.Http;

/// <summary>Tokens from the caller's delegate, which keeps and renews them itself.</summary>
/// <param name="getToken">The delegate.</param>
/// <param name="create">Makes the token of a text.</param>
/// <param name="key">The delegate's place in the options, for messages.</param>
internal sealed class ProvidedTokens(
    Func<CancellationToken, ValueTask<string>> getToken, Func<string, AccessToken> create, string key) : ITokenSource
{
    private readonly object _gate = new();
    private KeyValuePair<string, AccessToken> _last;

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Asks once more; the same token again means that there is none newer.</summary>
    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        var token = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return token == refused ? null : token;
    }

    private async ValueTask<AccessToken> ReadAsync(CancellationToken cancellationToken)
    {
        var text = await getToken(cancellationToken).ConfigureAwait(false);
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
            throw new InvalidOperationException($"{key} gave no token; the delegate must return one or throw.");
        }

        return CredentialText.FitsHeader(text!)
            ? text!
            : throw new InvalidOperationException($"{key} gave a token with a blank, a line break or the like, which no header can carry.");
    }
}
