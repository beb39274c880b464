using System.Net;
using System.Text.Json;
using Polaris.Client.Json;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>What the clients that read records share.</summary>
internal static class RecordResponses
{
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

    public static InvalidResponseException Unexpected(
        string route, string what, Exception? innerException = null, bool mayHaveBeenProcessed = false) => new(
        $"The response to {route} {what}. Check whether another program answers at this address.",
        new ApiFailure { StatusCode = HttpStatusCode.OK, Route = route, MayHaveBeenProcessed = mayHaveBeenProcessed },
        innerException);
}
