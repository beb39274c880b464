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
    public string WithOffset(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public string WithoutOffset(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, options.ServerTimeZone);
}
