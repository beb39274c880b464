using System.Net.Http.Headers;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>A token of Polaris; its header value is built once.</summary>
internal sealed class PolarisToken(AuthenticationHeaderValue header, int? userId, DateTimeOffset? renewAt) : AccessToken(renewAt)
{
    /// <summary>The signed-in user, if the sign-in returned it.</summary>
    public int? UserId { get; } = userId;

    public static PolarisToken Pas(string siteDomain, string token, string secret, int? userId, DateTimeOffset? renewAt) =>
        new(new AuthenticationHeaderValue("PAS", $"{siteDomain}:{token}:{secret}"), userId, renewAt);

    public static PolarisToken Bearer(string token) => new(new AuthenticationHeaderValue("Bearer", token), null, null);

    public override void Apply(HttpRequestMessage request) => request.Headers.Authorization = header;
}

/// <summary>A ready token pair, which cannot be renewed.</summary>
internal sealed class FixedTokens(PolarisToken token) : ITokenSource
{
    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => new(token);

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) => default;
}
