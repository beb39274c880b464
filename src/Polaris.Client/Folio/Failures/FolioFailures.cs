using System.Net;
using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>Turns error responses of FOLIO into exceptions, whether they come from Okapi, Eureka, a module or a proxy.</summary>
internal static class FolioFailures
{
    public static RequestFailedException ToException(ApiFailure failure)
    {
        var form = ErrorBody.Read(failure);
        return (int)failure.StatusCode switch
        {
            400 or 422 => Refused(failure),
            404 => NotFound(failure, form),
            403 => new PermissionDeniedException(
                $"{failure.Target} responded with HTTP 403: the user lacks a permission there, or the platform does not accept the "
                + "token of another tenant. See ServerMessage for the permission.",
                failure),
            409 => new VersionConflictException(
                $"{failure.Target} responded with HTTP 409: the record was changed since it was read. Read it again, then repeat the change.",
                failure)
            {
                StoredVersion = FailureTexts.NumberAfter(failure.ServerMessage, "Stored _version is "),
                SentVersion = FailureTexts.NumberAfter(failure.ServerMessage, "_version of request is "),
            },
            413 when FailureTexts.IsUnsafeBatchRefused(failure.ServerMessage) => new RequestTooLargeException(
                $"{failure.Target} responded with HTTP 413: the server does not allow batches that ignore versions, unless its environment "
                + "variable DB_ALLOW_SUPPRESS_OPTIMISTIC_LOCKING does.",
                failure),
            413 or 414 or 431 => new RequestTooLargeException(
                $"{failure.Target} responded with HTTP {(int)failure.StatusCode}: the request is too large. Split it.", failure),
            _ => RequestFailures.FromStatus(failure),
        };
    }

    /// <summary>The same for the sign-in, where almost every error means that the user may not sign in.</summary>
    public static RequestFailedException ToSignInException(ApiFailure failure)
    {
        var exception = ToException(failure);
        return exception switch
        {
            GatewayConfigurationException => exception,
            { StatusCode: HttpStatusCode.NotFound } => NoRoute(failure),
            { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or (HttpStatusCode)422 }
                when failure.Route.EndsWith("/refresh", StringComparison.Ordinal) =>
                new AuthenticationFailedException(
                    $"{failure.Target} was refused with HTTP {(int)failure.StatusCode}: the login has ended or its refresh token was used before.",
                    failure),
            { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or (HttpStatusCode)422 } =>
                new AuthenticationFailedException(
                    $"{failure.Target} was refused with HTTP {(int)failure.StatusCode}: wrong user name, wrong password, or a blocked "
                    + "account. See ErrorCode and ServerMessage.",
                    failure),
            _ => exception,
        };
    }

    /// <summary>Returns whether the gateway rejected the token, so that a new one may help. Okapi responds with 400 if there is none.</summary>
    public static async ValueTask<bool> IsTokenRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => true,
            HttpStatusCode.BadRequest =>
                FailureTexts.IsTokenMissing(await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false)),
            _ => false,
        };

    private static RequestFailedException Refused(ApiFailure failure)
    {
        var text = failure.ServerMessage ?? "";
        var what = $"{failure.Target} was refused with HTTP {(int)failure.StatusCode}";
        if (FailureTexts.IsTokenMissing(text))
        {
            return new AuthenticationFailedException($"{what}: the gateway did not receive a token. A proxy may remove its header.", failure);
        }

        return FailureTexts.IsOfGateway(failure)
                ? new GatewayConfigurationException(
                    $"{what}: the gateway does not serve the tenant, or rejected the form of the tenant or token header.", failure)
            : failure.Route.StartsWith("GET ", StringComparison.Ordinal) || failure.Route.EndsWith("/retrieve", StringComparison.Ordinal)
                ? RefusedRead(failure, what, text)
                : RefusedWrite(failure, what, text) ?? RequestFailures.FromStatus(failure);
    }

    private static RequestFailedException RefusedRead(ApiFailure failure, string what, string text) => FailureTexts.IsOfQuery(text)
        ? new InvalidQueryException($"{what}: the server cannot execute the CQL query. See ServerMessage for the reason.", failure)
        : RequestFailures.FromStatus(failure);

    private static RequestFailedException? RefusedWrite(ApiFailure failure, string what, string text) =>
        IsDeleteByQuery(failure.Route) && FailureTexts.IsOfQuery(text)
            ? new InvalidQueryException($"{what}: the server cannot execute the CQL query. See ServerMessage for the reason.", failure)
        : FailureTexts.TryReadTaken(failure, out var member, out var value)
            ? new AlreadyExistsException(
                $"{what}: another record already has this {member ?? "value"}; see Value.", failure, member, value)
        : FailureTexts.IsInUse(text, out var table)
            ? new RecordInUseException($"{what}: other records refer to the record. Change them first.", failure, table)
        : FailureTexts.IsProtected(text)
            ? new RecordProtectedException($"{what}: the record belongs to the system.", failure)
        : null;

    private static bool IsDeleteByQuery(string route) => route.StartsWith("DELETE ", StringComparison.Ordinal) && !route.Contains("/{");

    /// <summary>Only a route with an ID can mean a missing record.</summary>
    private static RequestFailedException NotFound(ApiFailure failure, ErrorBodyForm form) =>
        form is ErrorBodyForm.Page or ErrorBodyForm.Message || FailureTexts.IsOfGateway(failure) || !failure.Route.Contains("/{")
            ? NoRoute(failure)
            : new NotFoundException($"{failure.Target} responded with HTTP 404: the record does not exist.", failure);

    private static GatewayConfigurationException NoRoute(ApiFailure failure) => new(
        $"{failure.Target} responded with HTTP 404 by the gateway, not because a record is missing: it does not have this route for this tenant. "
        + "Check the base address, the tenant and its modules"
        + (failure.Route.EndsWith("/authn/login-with-expiry", StringComparison.Ordinal)
            ? "; a release before Poppy needs AllowLegacySignIn."
            : "."),
        failure);
}
