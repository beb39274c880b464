using System.Net;
using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>How an error answer of FOLIO becomes an exception, whichever of Okapi, Eureka, a module or a proxy gave it.</summary>
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
                $"{failure.Target} was answered with HTTP 403: the user lacks a permission there, or the platform does not take the "
                + "token of another tenant. ServerMessage names the permission.",
                failure),
            413 or 414 or 431 => new RequestTooLargeException(
                $"{failure.Target} was answered with HTTP {(int)failure.StatusCode}: the request is too large. Split it.", failure),
            _ => RequestFailures.FromStatus(failure),
        };
    }

    /// <summary>The same for the sign-in: almost every refusal means that the user is not let in.</summary>
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
                    + "account. ErrorCode and ServerMessage hold what the server said.",
                    failure),
            _ => exception,
        };
    }

    /// <summary>Whether the gateway did not take the token, so that a new one may help. Okapi says 400 where there is none.</summary>
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
            return new AuthenticationFailedException($"{what}: the gateway saw no token. A proxy may strip its header.", failure);
        }

        return FailureTexts.IsOfGateway(failure)
                ? new GatewayConfigurationException(
                    $"{what}: the gateway does not serve the tenant, or did not like the token's form.", failure)
            : failure.Route.StartsWith("GET ", StringComparison.Ordinal)
                ? RefusedRead(failure, what, text)
                : RefusedWrite(failure, what, text) ?? RequestFailures.FromStatus(failure);
    }

    private static RequestFailedException RefusedRead(ApiFailure failure, string what, string text) => FailureTexts.IsOfQuery(text)
        ? new InvalidQueryException($"{what}: the query is no CQL that the server can carry out. ServerMessage tells why.", failure)
        : RequestFailures.FromStatus(failure);

    private static RequestFailedException? RefusedWrite(ApiFailure failure, string what, string text) =>
        FailureTexts.TryReadTaken(failure, out var member, out var value)
            ? new AlreadyExistsException(
                $"{what}: another record has this {member ?? "value"} already. Value holds it.", failure, member, value)
        : FailureTexts.IsInUse(text, out var table)
            ? new RecordInUseException($"{what}: other records refer to the record. Change them first.", failure, table)
        : FailureTexts.IsProtected(text)
            ? new RecordProtectedException($"{what}: the record belongs to the system.", failure)
        : null;

    /// <summary>Only a route that names a record can miss a record.</summary>
    private static RequestFailedException NotFound(ApiFailure failure, ErrorBodyForm form) =>
        form is ErrorBodyForm.Page or ErrorBodyForm.Message || FailureTexts.IsOfGateway(failure) || !failure.Route.Contains("/{")
            ? NoRoute(failure)
            : new NotFoundException($"{failure.Target} was answered with HTTP 404: there is no such record.", failure);

    private static GatewayConfigurationException NoRoute(ApiFailure failure) => new(
        $"{failure.Target} was answered with HTTP 404 by the gateway, not for want of a record: it has no such route for this tenant. "
        + "Check the base address, the tenant and its modules"
        + (failure.Route.EndsWith("/authn/login-with-expiry", StringComparison.Ordinal)
            ? "; a release before Poppy needs AllowLegacySignIn."
            : "."),
        failure);
}
