using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The answers that all resources of Polaris share.</summary>
internal static class PolarisAnswers
{
    /// <summary>What IIS answers at an address it does not know.</summary>
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
