using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The body of a sign-in.</summary>
internal sealed class FolioSignInBody
{
    private FolioSignInBody(string? username, string? userId, string password)
    {
        Username = username;
        UserId = userId;
        Password = password;
    }

    public string? Username { get; }

    public string? UserId { get; }

    public string Password { get; }

    public static FolioSignInBody? Read(string body, out FakeResponse? refusal)
    {
        JsonObject? json = Parse(body);
        string? username = Text(json, "username");
        string? userId = Text(json, "userId");
        string? password = Text(json, "password");
        refusal = (json, username ?? userId, password) switch
        {
            (null, _, _) => FolioAnswers.Text(400, "Unexpected character or end-of-input in the credentials"),
            (_, null, _) => FolioAnswers.Text(400, "You must provide a username or userId"),
            (_, _, null) => FolioAnswers.Text(400, "You must provide a password"),
            _ => null,
        };
        return refusal is null ? new FolioSignInBody(username, userId, password!) : null;
    }

    public bool IsOf(FakeFolioUser user) =>
        string.Equals(user.Username, Username, StringComparison.OrdinalIgnoreCase)
        || (Guid.TryParse(UserId, out Guid id) && id == user.Id);

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
