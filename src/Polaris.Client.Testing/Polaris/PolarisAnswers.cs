using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The responses that all resources of Polaris share.</summary>
internal static class PolarisAnswers
{
    /// <summary>The response of IIS to an unknown address.</summary>
    public static FakeResponse NotFoundPage() => FakeResponse.Html(404, "404 - File or directory not found.");

    /// <summary>An error body as the vendor documents it.</summary>
    public static FakeResponse Error(int status, int errorCode, string message, JsonNode? data = null) => FakeResponse.Json(
        new JsonObject
        {
            ["ErrorCode"] = errorCode,
            ["Message"] = message,
            ["MessageDetail"] = null,
            ["StackTrace"] = null,
            ["InnerException"] = null,
            ["Data"] = data,
        },
        status);
}

/// <summary>Dates as the server formats them: some with its offset, some without any.</summary>
internal sealed class ServerDates(FakePolarisOptions options)
{
    private static readonly string[] LocalFormats = ["MM/dd/yyyy", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff"];

    public string WithOffset(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public string WithoutOffset(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>A date that was sent in one of the formats that the server is known to accept, as reads return it; any other unchanged.</summary>
    public string Returned(string sent) =>
        DateTimeOffset.TryParseExact(
            sent, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? WithoutOffset(instant)
        : DateTime.TryParseExact(sent, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? local.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)
        : sent;

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, options.ServerTimeZone);
}
