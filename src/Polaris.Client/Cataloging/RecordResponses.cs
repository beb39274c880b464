using System.Net;
using System.Text.Json;
using Polaris.Client.Json;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>What the clients that read records share.</summary>
internal static class RecordResponses
{
    /// <summary>The number with which the server confirms a change, according to the vendor's samples.</summary>
    private const string Done = "1000";

    /// <summary>Waits for a record; null if Polaris itself, and not a web server in front of it, reports that there is none.</summary>
    public static async Task<T?> OrNullAsync<T>(this Task<T> reading)
        where T : class
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (NotFoundException missing) when (PolarisAnswers.IsFromPolaris(missing))
        {
            return null;
        }
    }

    /// <summary>Waits for a list, without the rows that are null.</summary>
    public static async Task<IReadOnlyList<T>> WithoutNullsAsync<T>(this Task<IReadOnlyList<T>> reading)
        where T : class => TolerantJson.Present(await reading.ConfigureAwait(false));

    /// <summary>Waits for one MARC record that can be read without loss, because callers save what they have read.</summary>
    public static async Task<MarcRecord> AsMarcAsync(this Task<string?> reading, string route)
    {
        var json = await reading.ConfigureAwait(false);
        try
        {
            return MarcRecord.FromJson(json ?? "");
        }
        catch (MarcFormatException unreadable)
        {
            throw Unexpected(route, "is not one MARC record that can be read without loss", unreadable);
        }
    }

    /// <summary>Waits for a barcode: a JSON string, or a number in case a server leaves the quotes out.</summary>
    public static async Task<string> AsBarcodeAsync(this Task<string?> reading, string route)
    {
        var json = await reading.ConfigureAwait(false);
        try
        {
            using var body = JsonDocument.Parse(json ?? "");
            var barcode = body.RootElement.ValueKind switch
            {
                JsonValueKind.String => body.RootElement.GetString(),
                JsonValueKind.Number => body.RootElement.GetRawText(),
                _ => null,
            };
            return string.IsNullOrWhiteSpace(barcode) ? throw Unexpected(route, "is not a barcode; the record may not have one") : barcode!;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw Unexpected(route, "is not a barcode", unreadable);
        }
    }

    /// <summary>Waits for a change whose response has no documented form, so that anything unexpected becomes visible.</summary>
    /// <param name="changing">The call.</param>
    /// <param name="route">The route of the call.</param>
    /// <param name="changed">What is changed, for the message, such as <c>record set 5</c>.</param>
    /// <param name="idName">The name under which the changed record itself confirms the change; null if it does not.</param>
    /// <param name="id">The ID of the changed record.</param>
    /// <exception cref="InvalidResponseException">The response is not a confirmation.</exception>
    public static async Task ConfirmAsync(this Task<string?> changing, string route, string changed, string? idName = null, int id = 0)
    {
        var body = await changing.ConfigureAwait(false);
        if (!PolarisAnswers.Confirms(body) && body?.Trim(' ', '\t', '\r', '\n', '\uFEFF', '"') != Done && !Names(body, idName, id))
        {
            throw new InvalidResponseException(
                $"The response to {route} does not confirm the change of {changed}: it is neither empty nor true nor {Done}. The change may have been "
                + "made or not: read the record to find out. See Body for the response.",
                new ApiFailure { StatusCode = HttpStatusCode.OK, Route = route, Body = body, MayHaveBeenProcessed = true });
        }
    }

    public static InvalidResponseException Unexpected(
        string route, string what, Exception? innerException = null, bool mayHaveBeenProcessed = false) => new(
        $"The response to {route} {what}. Check whether another program answers at this address.",
        new ApiFailure { StatusCode = HttpStatusCode.OK, Route = route, MayHaveBeenProcessed = mayHaveBeenProcessed },
        innerException);

    /// <summary>Whether the body is the JSON object of the changed record.</summary>
    private static bool Names(string? body, string? idName, int id)
    {
        try
        {
            using var json = idName is null ? null : JsonDocument.Parse(body ?? "");
            return json is not null && TolerantJson.Number(json.RootElement, idName!) == id;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
