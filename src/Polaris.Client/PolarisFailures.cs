using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Http;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client;

/// <summary>Turns error bodies of Polaris into exceptions, and recognizes lock conflicts.</summary>
/// <remarks>The body is <c>{"ErrorCode", "Message", "Data", ...}</c>, but plain text, HTML of IIS and empty bodies also occur.</remarks>
internal static class PolarisFailures
{
    /// <param name="failure">The response.</param>
    /// <param name="lockJson">How to read the holder of a lock, with dates in the server's time zone.</param>
    public static RequestFailedException ToException(ApiFailure failure, JsonTypeInfo<ObjectLock> lockJson)
    {
        using var body = TryParse(failure.Body);
        var root = body?.RootElement ?? default;
        failure.ErrorCode = TolerantJson.Text(root, "ErrorCode");
        failure.ServerMessage = TolerantJson.Text(root, "Message");
        if (failure.StatusCode == HttpStatusCode.NotFound && failure.Route == StaffAuthentication.Route)
        {
            // This is not about a missing record.
            return new RequestFailedException(
                $"{failure.Target} responded with HTTP 404: the sign-in endpoint was not found at this address. Check BaseAddress.", failure);
        }

        if ((int)failure.StatusCode < 300 && failure.ErrorCode is not null)
        {
            return new RequestFailedException(
                $"{failure.Target} responded with HTTP {(int)failure.StatusCode}, but with an error body. See ErrorCode and ServerMessage.", failure);
        }

        if (failure.StatusCode != HttpStatusCode.Conflict)
        {
            return RequestFailures.FromStatus(failure);
        }

        return IsLockConflict(failure)
            ? LockConflict.ToException(failure, TolerantJson.Property(root, "Data"), lockJson)
            : new RequestFailedException($"{failure.Route} was refused with HTTP 409, code {RequestFailures.Printable(failure.ErrorCode)}. See Body for the reason.", failure);
    }

    /// <summary>
    /// Whether a successful response contains an error body, such as <c>{"ErrorCode":60000,"Message":"Workflow not found"}</c>.
    /// </summary>
    public static bool IsErrorBody(HttpResponseMessage response)
    {
        if (response.Content is not ReceivedBody { Bytes: { Length: < ApiFailure.MaxBodyLength } bytes } || bytes.AsSpan().IndexOf("rrorCode"u8) < 0)
        {
            return false;
        }

        using var body = TryParse(Encoding.UTF8.GetString(bytes));
        return body is not null && TolerantJson.Text(body.RootElement, "ErrorCode") is not (null or "" or "0")
            && TolerantJson.Property(body.RootElement, nameof(WorkflowAnswer.WorkflowStatus)).ValueKind == JsonValueKind.Undefined;
    }

    /// <summary>Whether the response is a lock conflict: then the server has done nothing, and the lock may soon be released.</summary>
    public static async ValueTask<bool> IsLockConflictAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.Conflict)
        {
            return false;
        }

        using var body = TryParse(await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false));
        return body is not null && TolerantJson.Text(body.RootElement, "ErrorCode") == ObjectLockedException.LockConflictCode;
    }

    /// <summary>By its code; releasing the lock of another user also returns 409, with an undocumented body.</summary>
    private static bool IsLockConflict(ApiFailure failure) =>
        failure.ErrorCode == ObjectLockedException.LockConflictCode
        || failure.Route.StartsWith("DELETE /objectlocks", StringComparison.Ordinal);

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
}
