namespace Polaris.Client;

/// <summary>One error of a list that a server sent: what is wrong, and with which value.</summary>
public sealed class ApiError
{
    /// <summary>The server's words. They may name records or people: show them, do not log them.</summary>
    public string Message { get; set; } = "";

    /// <summary>The server's code, when it told one.</summary>
    public string? Code { get; set; }

    /// <summary>The server's type of error, when it told one.</summary>
    public string? Type { get; set; }

    /// <summary>What the error is about: names of members and the values they had.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters { get; set; } = [];
}
