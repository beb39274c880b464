namespace Polaris.Client.Http;

/// <summary>The exceptions that a status alone decides; each system adds what its bodies report.</summary>
internal static class RequestFailures
{
    public static RequestFailedException FromStatus(ApiFailure failure)
    {
        var what = $"{failure.Target} was answered with HTTP {(int)failure.StatusCode}";
        return (int)failure.StatusCode switch
        {
            < 300 => new InvalidResponseException(
                $"{what}, but with a page instead of the documented JSON. Something between has probably answered, such as a proxy: "
                + "check the base address" + Doubtful(failure) + ".",
                failure),
            401 => new AuthenticationFailedException(
                $"{what}: the server does not accept the user or the token. Check the credentials.", failure),
            403 => new PermissionDeniedException(
                $"{what}: the user or the workstation lacks a permission for this.", failure),
            404 => new NotFoundException($"{what}: what the route names does not exist there.", failure),
            409 => new VersionConflictException($"{what}: it conflicts with the present state. Read again, then repeat.", failure),
            400 or 422 => new ValidationFailedException($"{what}: the server rejected the request. See ServerMessage and Body for the reason.", failure),
            >= 300 and < 400 => new RequestFailedException(
                $"{what}, a redirection, which is never followed with credentials. Check the base address.", failure),
            429 => new RequestFailedException($"{what}: too many requests. Slow down; RetryAfter contains the time to wait.", failure),
            >= 500 when failure.MayHaveBeenProcessed => new RequestFailedException(
                $"{what}: the server failed, and may have acted on the request: find out before sending it again. Body holds what it said.", failure),
            >= 500 => new RequestFailedException($"{what}: the server failed. Body holds what it said.", failure),
            _ => new RequestFailedException($"{what}. Body holds what the server said.", failure),
        };
    }

    /// <summary>Returns the end of a message: the warning that the server may have acted, if so.</summary>
    public static string Doubtful(ApiFailure failure) => failure.MayHaveBeenProcessed ? "; the server may have acted on the request" : "";

    /// <summary>Returns a code of the server in a form that can stand in a message, and so in a log: one line of plain characters.</summary>
    public static string Printable(string? code) => code is { Length: > 0 and <= 64 } && code.All(c => c is > ' ' and <= '~') ? code : "unknown";
}
