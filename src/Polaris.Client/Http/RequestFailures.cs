namespace Polaris.Client.Http;

/// <summary>The exceptions that the status alone determines; each kind of server adds what its bodies report.</summary>
internal static class RequestFailures
{
    public static RequestFailedException FromStatus(ApiFailure failure)
    {
        var what = $"{failure.Target} responded with HTTP {(int)failure.StatusCode}";
        return (int)failure.StatusCode switch
        {
            < 300 => new InvalidResponseException(
                $"{what}, but with an HTML page instead of the documented JSON. A proxy has probably responded: "
                + "check the base address" + Doubtful(failure) + ".",
                failure),
            401 => new AuthenticationFailedException(
                $"{what}: the server does not accept the user or the token. Check the credentials.", failure),
            403 => new PermissionDeniedException(
                $"{what}: the user or the workstation lacks a permission for this.", failure),
            404 => new NotFoundException($"{what}: the object of the route does not exist.", failure),
            409 => new VersionConflictException($"{what}: it conflicts with the current state. Read the record again, then repeat the change.", failure),
            400 or 422 => new ValidationFailedException($"{what}: the server rejected the request. See ServerMessage and Body for the reason.", failure),
            >= 300 and < 400 => new RequestFailedException(
                $"{what}, a redirection, which is never followed with credentials. Check the base address.", failure),
            429 => new RequestFailedException($"{what}: too many requests. Slow down; RetryAfter contains the time to wait.", failure),
            >= 500 when failure.MayHaveBeenProcessed => new RequestFailedException(
                $"{what}: the server failed, and may have acted on the request: find out before sending it again. See Body for the response.", failure),
            >= 500 => new RequestFailedException($"{what}: the server failed. See Body for the response.", failure),
            _ => new RequestFailedException($"{what}. See Body for the response.", failure),
        };
    }

    /// <summary>Returns the end of a message: the warning that the server may have acted, if so.</summary>
    public static string Doubtful(ApiFailure failure) => failure.MayHaveBeenProcessed ? "; the server may have acted on the request" : "";

    /// <summary>Returns a code of the server in a form that is safe in a message, and so in a log: one line of plain characters.</summary>
    public static string Printable(string? code) => code is { Length: > 0 and <= 64 } && code.All(c => c is > ' ' and <= '~') ? code : "unknown";
}
