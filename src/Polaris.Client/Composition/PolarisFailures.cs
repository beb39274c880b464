using System.Net;
using System.Text.Json;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Composition;

/// <summary>How an error body of Polaris becomes an exception, and which one says "try again".</summary>
/// <remarks>The body is <c>{"ErrorCode", "Message", "Data", ...}</c>, but text, HTML of IIS and nothing at all also occur.</remarks>
internal static class PolarisFailures
{
    public static ApiException ToException(ApiFailure failure)
    {
        using var body = TryParse(failure.Body);
        if (body is null)
        {
            return ApiExceptionFactory.FromStatus(failure);
        }

        var root = body.RootElement;
        failure.ErrorCode = Text(root, "ErrorCode");
        failure.ServerMessage = Text(root, "Message");
        return failure is { StatusCode: HttpStatusCode.Conflict, ErrorCode: ObjectLockedException.LockConflictCode }
            ? LockConflict.ToException(failure, root.TryGetProperty("Data", out var data) ? data : default)
            : FromStatus(failure);
    }

    /// <summary>Whether the answer is a lock conflict: then the server has done nothing, and the lock may soon be free.</summary>
    public static async ValueTask<bool> IsLockConflictAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.Conflict)
        {
            return false;
        }

        using var body = TryParse(await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false));
        return body is not null && Text(body.RootElement, "ErrorCode") == ObjectLockedException.LockConflictCode;
    }

    private static ApiException FromStatus(ApiFailure failure) => failure.StatusCode == HttpStatusCode.Conflict
        ? new ApiException($"{failure.Route} was refused with HTTP 409, code {failure.ErrorCode}. ServerMessage tells why.", failure)
        : ApiExceptionFactory.FromStatus(failure);

    private static JsonDocument? TryParse(string? body)
    {
        if (body is null || !body.AsSpan().TrimStart().StartsWith("{".AsSpan()))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var member)
        ? member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        }
        : null;
}
