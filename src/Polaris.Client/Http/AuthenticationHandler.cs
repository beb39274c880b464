using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Adds the token to each request; if the server refuses it, renews it once and sends the request once more.</summary>
/// <remarks>
/// The token is never sent to an address outside the API root. Sending a request again is always safe here: a server that returns
/// 401 has done nothing.
/// </remarks>
internal sealed class AuthenticationHandler(ServerProfile profile, ITokenSource tokens, ILogger logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!profile.Root.IsBaseOf(request.RequestUri!))
        {
            throw new InvalidOperationException(
                $"{RequestOptions.RouteOf(request)} leads outside of {profile.Root}, where the token must not be sent. Check the route and its values.");
        }

        var context = CallContext.Of(request);
        using var either = context.WithCallerToken(cancellationToken);
        var waiting = either?.Token ?? cancellationToken;
        var token = await ForAsync(request, tokens.GetAsync(waiting)!, waiting).ConfigureAwait(false);
        token!.Apply(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!await IsRefusedAsync(response, cancellationToken).ConfigureAwait(false))
        {
            token.WasAccepted |= IsFromTheServer(response);
            return response;
        }

        Log.TokenRefused(logger);
        if (await ForAsync(request, tokens.RenewAsync(token, waiting), waiting).ConfigureAwait(false) is not { } renewed)
        {
            return response;
        }

        renewed.Apply(request);
        context.BeginAttempt();
        response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        renewed.WasAccepted |= IsFromTheServer(response) && !await IsRefusedAsync(response, cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <summary>A gateway answers for a server that it does not reach, which proves nothing about the token.</summary>
    private static bool IsFromTheServer(HttpResponseMessage response) => (int)response.StatusCode is < 500 and not 429;

    private async ValueTask<bool> IsRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        !response.IsSuccessStatusCode && await profile.IsTokenRefusedAsync(response, cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for a token; a failure is translated for the request, which was not sent.</summary>
    private async ValueTask<AccessToken?> ForAsync(HttpRequestMessage request, ValueTask<AccessToken?> getting, CancellationToken cancellationToken)
    {
        try
        {
            return await getting.ConfigureAwait(false);
        }
        catch (Exception exception) when (Unsent.Because(exception, request, profile, cancellationToken) is { } unsent)
        {
            throw unsent;
        }
    }
}
