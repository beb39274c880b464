using System.Net;
using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Puts the token on each request; when the server refuses it, renews it once and sends the request once more.</summary>
/// <remarks>The token never leaves for an address outside the API root. The second sending is safe for every request: a server that answers 401 has done nothing.</remarks>
internal sealed class AuthenticationHandler(
    Uri root, ITokenSource tokens, Func<HttpResponseMessage, CancellationToken, ValueTask<bool>> isTokenRefused, ILogger logger) : DelegatingHandler
{
    public static ValueTask<bool> IsUnauthorized(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response.StatusCode == HttpStatusCode.Unauthorized);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!root.IsBaseOf(request.RequestUri!))
        {
            throw new InvalidOperationException(
                $"{RequestOptions.RouteOf(request)} leads outside of {root}, where the token must not be sent. Check the route and its values.");
        }

        var getting = tokens.GetAsync(cancellationToken);
        var token = getting.IsCompletedSuccessfully ? getting.Result : await WaitForTokenAsync(getting, request).ConfigureAwait(false);
        token.Apply(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode || !await isTokenRefused(response, cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        Log.TokenRefused(logger);
        if (await RenewAsync(request, response, token, cancellationToken).ConfigureAwait(false) is not { } renewed)
        {
            return response;
        }

        response.Dispose();
        renewed.Apply(request);
        CallContext.Of(request).Attempts += 1;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AccessToken> WaitForTokenAsync(ValueTask<AccessToken> getting, HttpRequestMessage request)
    {
        try
        {
            return await getting.ConfigureAwait(false);
        }
        catch (PolarisClientException exception) when (Unsent.Because(exception, request) is { } unsent)
        {
            throw unsent;
        }
    }

    private async ValueTask<AccessToken?> RenewAsync(
        HttpRequestMessage request, HttpResponseMessage response, AccessToken refused, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.RenewAsync(refused, cancellationToken).ConfigureAwait(false);
        }
        catch (PolarisClientException exception) when (Unsent.Because(exception, request) is { } unsent)
        {
            response.Dispose();
            throw unsent;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
