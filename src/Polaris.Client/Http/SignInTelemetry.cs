using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Reports sign-ins and renewals: one activity, one count and one log line each.</summary>
internal static class SignInTelemetry
{
    public static async Task<TToken> ObserveAsync<TToken>(string system, ILogger logger, Func<Task<TToken>> signIn)
        where TToken : AccessToken
    {
        using var activity = ClientMetrics.Activities.StartActivity($"{system}.sign_in");
        try
        {
            var token = await signIn().ConfigureAwait(false);
            ClientMetrics.SignedIn(system, "success");
            Log.SignedIn(logger, system, token.RenewAt);
            return token;
        }
        catch (PolarisClientException exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            ClientMetrics.SignedIn(system, exception is AuthenticationFailedException ? "refused" : "failed");
            Log.SignInFailed(logger, system);
            throw;
        }
    }
}
