using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Reports sign-ins and renewals: one activity, one count and one log line each.</summary>
/// <param name="system">The kind of server.</param>
/// <param name="client">The client that signs in.</param>
/// <param name="tenant">The tenant; <c>null</c> or empty if the server has no tenants.</param>
/// <param name="logger">The logger.</param>
internal sealed class SignInTelemetry(string system, ClientIdentity client, string? tenant, ILogger logger)
{
    private readonly ILogger _logger = ClientLogger.For(logger, tenant);

    public async Task<TToken> ObserveAsync<TToken>(Func<Task<TToken>> signIn)
        where TToken : AccessToken
    {
        using var activity = ClientMetrics.Activities.StartActivity($"{system}.sign_in");
        client.Tag(activity, tenant);
        try
        {
            var token = await signIn().ConfigureAwait(false);
            ClientMetrics.SignedIn(client, tenant, system, "success");
            Log.SignedIn(_logger, system, client.Server, token.RenewAt);
            return token;
        }
        catch (PolarisClientException exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            activity?.SetTag("error.type", exception.GetType().Name);
            ClientMetrics.SignedIn(client, tenant, system, exception is AuthenticationFailedException ? "refused" : "failed");
            Log.SignInFailed(_logger, system, client.Server, exception.Message);
            throw;
        }
    }
}
