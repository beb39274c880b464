using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>Reads error bodies in each of their forms: plain text, a list of errors, one message, or the HTML page of a proxy.</summary>
internal static class ErrorBody
{
    /// <summary>Copies the content of the body into the failure and returns its form.</summary>
    public static ErrorBodyForm Read(ApiFailure failure)
    {
        var body = failure.Body?.Trim();
        if (string.IsNullOrEmpty(body))
        {
            return ErrorBodyForm.Empty;
        }

        if (body![0] == '{')
        {
            return ReadJson(failure, body);
        }

        if (body[0] == '<' || failure.MediaType?.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return ErrorBodyForm.Page;
        }

        failure.ServerMessage = body;
        return ErrorBodyForm.Text;
    }

    private static ErrorBodyForm ReadJson(ApiFailure failure, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ReadObject(failure, document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Truncated, or with an escaped half of a surrogate pair, which is valid JSON but not a valid string.
            failure.ServerMessage = body;
            return ErrorBodyForm.Text;
        }
    }

    private static ErrorBodyForm ReadObject(ApiFailure failure, JsonElement root)
    {
        if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
        {
            failure.Errors = errors.EnumerateArray().Where(IsObject).Select(ToError).ToList();
            failure.ErrorCode = failure.Errors.Select(error => error.Code).FirstOrDefault();
            failure.ServerMessage = string.Join(" ", failure.Errors.Select(error => error.Message).Where(message => message.Length > 0));
            return ErrorBodyForm.Errors;
        }

        failure.ServerMessage = Text(root, "message") ?? Text(root, "errorMessage");
        failure.ErrorCode = Text(root, "code");
        return failure.ServerMessage is null ? ErrorBodyForm.Text : ErrorBodyForm.Message;
    }

    private static ApiError ToError(JsonElement error) => new()
    {
        Message = Text(error, "message") ?? "",
        Code = Text(error, "code"),
        Type = Text(error, "type"),
        Parameters = error.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Array
            ? parameters.EnumerateArray().Where(IsObject)
                .Select(parameter => new KeyValuePair<string, string?>(Text(parameter, "key") ?? "", Text(parameter, "value")))
                .ToList()
            : [],
    };

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var member)
        ? member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(),
            _ => null,
        }
        : null;
}

/// <summary>The form of an error body.</summary>
internal enum ErrorBodyForm
{
    Empty,
    Text,

    /// <summary><c>{"errors": [...]}</c>: a module, or the sidecar of Eureka.</summary>
    Errors,

    /// <summary><c>{"message": "..."}</c>: the gateway itself.</summary>
    Message,

    /// <summary>An HTML page of a proxy.</summary>
    Page,
}
